import { createHash } from 'node:crypto';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import type { AddressProtection } from '../ports.js';
import { doctorNames, familyNames, givenNames, offices, streets, type Office } from './names.js';

/** A doctor of the simulator's. */
export interface SimDoctor {
  readonly hprNumber: string;
  readonly name: { readonly given: string; readonly family: string };
  readonly herId: number;
}

/** A list: who owns it, and where. */
export interface SimList {
  readonly id: number;
  readonly office: Office;
  readonly shared: boolean;
  doctors: readonly { readonly doctor: SimDoctor; readonly from: OsloDate; readonly to: OsloDate | null; readonly substitutesFor: string | null }[];
}

/** An invented person. Only numbers of the synthetic series (month + 80) have one. */
export interface SimPerson {
  readonly nin: string;
  readonly id: string;
  readonly name: { readonly given: string; readonly family: string };
  /** `on: null`: a day that nobody knows. `taken back`: as the registry shows a death that it has withdrawn. */
  death: { readonly on: OsloDate | null; readonly registeredOn: OsloDate; readonly isValid: boolean } | null;
  protection: AddressProtection;
  address: { readonly street: string; readonly house: number; readonly postalCode: string; readonly city: string; readonly municipality: string; readonly movedOn: OsloDate };
  list: { readonly id: number; readonly from: OsloDate } | null;
}

export interface SimEvent {
  readonly sequence: number;
  readonly personId: string;
  readonly type: string;
}

/** By the seed: eight of a hundred have no fastlege, twelve share a list, the rest have one of their own. */
const withoutGp = 8;
const onSharedList = 20;
const epoch = osloDate('2012-01-01');

/** The people, doctors and offices of the simulator: the same for the same seed, until somebody changes them. */
export class Town {
  readonly lists: readonly SimList[];
  readonly doctors: readonly SimDoctor[];
  readonly closedOffices = new Set<string>();
  readonly events: SimEvent[] = [];
  private sequence = 0;
  private readonly people = new Map<string, SimPerson>();

  constructor(
    private readonly seed: string,
    private readonly today: () => OsloDate,
  ) {
    this.doctors = doctorNames.map((name, i) => ({ hprNumber: String(9_100_001 + i), name, herId: 8_200_001 + i }));
    const from = epoch;
    const one = (doctor: SimDoctor) => ({ doctor, from, to: null, substitutesFor: null });
    this.lists = offices.flatMap((office, i) => {
      const [a, b] = [this.doctors[2 * i]!, this.doctors[2 * i + 1]!];
      return [
        { id: 100 + 10 * i, office, shared: false, doctors: [one(a)] },
        { id: 101 + 10 * i, office, shared: false, doctors: [one(b)] },
        { id: 102 + 10 * i, office, shared: true, doctors: [one(a), one(b)] },
      ];
    });
  }

  /** The person of a number; undefined when it is not of the synthetic series. */
  person(nin: string): SimPerson | undefined {
    if (!/^\d\d(?:8[1-9]|9[0-2])\d{7}$/.test(nin)) return undefined;
    const known = this.people.get(nin);
    if (known !== undefined) return known;
    const made = this.born(nin);
    this.people.set(nin, made);
    return made;
  }

  byId(id: string): SimPerson | undefined {
    return [...this.people.values()].find((person) => person.id === id);
  }

  list(id: number): SimList | undefined {
    return this.lists.find((list) => list.id === id);
  }

  /** @param on null: a day that nobody knows. */
  die(nin: string, on: OsloDate | null): void {
    this.change(nin, 'PersonIsDeceased', (person) => { person.death = { on, registeredOn: this.today(), isValid: true }; });
  }

  /** The registry takes a death back. */
  revive(nin: string): void {
    this.change(nin, 'ChangeInDeath', (person) => { if (person.death !== null) person.death = { ...person.death, isValid: false }; });
  }

  move(nin: string, street: string, movedOn: OsloDate): void {
    this.change(nin, 'ChangeInResidentialAddress', (person) => { person.address = { ...person.address, street, movedOn }; });
  }

  protect(nin: string, protection: AddressProtection): void {
    this.change(nin, 'ChangeInAddressProtection', (person) => { person.protection = protection; });
  }

  /** Puts the person on a list from a day; null: on none. @throws RangeError when there is no such list. */
  listWith(nin: string, listId: number | null, from: OsloDate): void {
    if (listId !== null && this.list(listId) === undefined) throw new RangeError('Listen finnes ikke.');
    const person = this.mustKnow(nin);
    person.list = listId === null ? null : { id: listId, from };
  }

  /** The first list, in order, that is or is not shared and that the person is not on. */
  anotherList(nin: string, shared: boolean): SimList {
    const now = this.person(nin)?.list?.id;
    return this.lists.find((list) => list.shared === shared && list.id !== now)!;
  }

  /** Closes an office: its lists stand without doctors from today, and no message reaches it. */
  closeOffice(orgNumber: string): void {
    if (!offices.some((office) => office.orgNumber === orgNumber)) throw new RangeError('Kontoret finnes ikke.');
    this.closedOffices.add(orgNumber);
    for (const list of this.lists.filter(({ office }) => office.orgNumber === orgNumber)) {
      list.doctors = list.doctors.map((tie) => ({ ...tie, to: this.today() }));
    }
  }

  private change(nin: string, type: string, how: (person: SimPerson) => void): void {
    const person = this.mustKnow(nin);
    how(person);
    this.sequence += 1;
    this.events.push({ sequence: this.sequence, personId: person.id, type });
  }

  /** Leaves out places in the feed, as the registry's own does. */
  skipInFeed(places: number): void {
    this.sequence += places;
  }

  private mustKnow(nin: string): SimPerson {
    const person = this.person(nin);
    if (person === undefined) throw new RangeError('Nummeret er ikke av den syntetiske serien.');
    return person;
  }

  private born(nin: string): SimPerson {
    const pick = (what: string, among: number): number => createHash('sha256').update(`${this.seed}|${nin}|${what}`).digest().readUInt32BE(0) % among;
    const share = pick('list', 100);
    const among = this.lists.filter(({ shared }) => shared === (share < onSharedList));
    return {
      nin,
      id: createHash('sha256').update(`${this.seed}|${nin}|id`).digest('hex'),
      name: { given: givenNames[pick('given', givenNames.length)]!, family: familyNames[pick('family', familyNames.length)]! },
      death: null,
      protection: 'ugradert',
      address: { street: streets[pick('street', streets.length)]!, house: 1 + pick('house', 80), postalCode: '0001', city: 'OSLO', municipality: '0301', movedOn: addDays(epoch, pick('moved', 3000)) },
      list: share < withoutGp ? null : { id: among[pick('which', among.length)]!.id, from: addDays(epoch, pick('since', 4000)) },
    };
  }
}
