import { dateInWords, maxDate, minDate, type OsloDate } from '@forlop/calendar';
import type { AddressProtection, Answer, GpContract, RegisteredAddress, RegisteredPerson, RegistryName } from '../ports.js';
import { fastlegeOf, isNewer, type FastlegeStatus, type KnownFastlege, type KnownPerson, type RegistryAnswers } from './known.js';

interface Told {
  readonly source: RegistryName;
  /** When the registry said so; ISO 8601. */
  readonly asOf: string;
  /** For people, in bokmål. */
  readonly sentence: string;
}

/** What a look makes known, and what is to be recorded of it. */
export type RegistryFact = Told &
  (
    | { readonly kind: 'death'; readonly event: 'pasientDod'; readonly on: OsloDate }
    /** The death that the watch recorded was on another day. */
    | { readonly kind: 'death-corrected'; readonly event: 'pasientDod'; readonly on: OsloDate }
    /** The death that the watch recorded never was. */
    | { readonly kind: 'death-withdrawn'; readonly event: 'pasientDod' }
    | { readonly kind: 'fastlege'; readonly event: 'fastlegeEndret'; readonly on: OsloDate; readonly status: FastlegeStatus; readonly contract: GpContract | null; readonly now: KnownFastlege }
    | { readonly kind: 'protection'; readonly event: null; readonly protection: AddressProtection }
    | { readonly kind: 'moved'; readonly event: null; readonly on: OsloDate; readonly address: RegisteredAddress | null }
  );

/**
 * What the registries' answers make known that was not on record. The same answers again make nothing known, and answers older than
 * the last ones that counted make nothing known either. @param today the Oslo date: no fact is dated later.
 */
export function changesSince(before: KnownPerson, now: RegistryAnswers, today: OsloDate): readonly RegistryFact[] {
  const person = now.person !== undefined && isNewer(now.person, before) ? now.person : undefined;
  const gp = now.gp !== undefined && isNewer(now.gp, before) ? now.gp : undefined;
  const isDead = person?.value == null ? before.death !== null : person.value.death !== null || before.death?.byRegistry === false;
  return [
    ...(person?.value == null ? [] : personFacts(before, person as Answer<RegisteredPerson>, today)),
    // Whoever dies leaves her fastlege's list: nobody is to be told that she lacks one.
    ...(gp === undefined || isDead ? [] : fastlegeFacts(before, gp, today)),
  ];
}

function personFacts(before: KnownPerson, answer: Answer<RegisteredPerson>, today: OsloDate): RegistryFact[] {
  return [...deathFacts(before, answer, today), ...protectionFacts(before, answer), ...movedFacts(before, answer, today)];
}

function deathFacts({ death: known }: KnownPerson, { value: { death }, ...told }: Answer<RegisteredPerson>, today: OsloDate): RegistryFact[] {
  if (death === null) {
    if (known?.byRegistry !== true) return [];
    return [{ ...told, kind: 'death-withdrawn', event: 'pasientDod', sentence: 'Folkeregisteret har trukket tilbake at pasienten er død.' }];
  }
  const on = minDate(death.on ?? death.registeredOn ?? today, today);
  const day = death.on === null ? 'Dagen er ikke kjent.' : `Dødsdagen er ${dateInWords(on)}.`;
  if (known === null) return [{ ...told, kind: 'death', event: 'pasientDod', on, sentence: `Folkeregisteret har registrert at pasienten er død. ${day}` }];
  // A day that is not known corrects none.
  if (!known.byRegistry || death.on === null || on === known.on) return [];
  return [{ ...told, kind: 'death-corrected', event: 'pasientDod', on, sentence: `Folkeregisteret har rettet dødsdagen til ${dateInWords(on)}.` }];
}

const protectionSentences: Readonly<Record<AddressProtection, string>> = {
  ugradert: 'Pasientens adresse er ikke lenger beskyttet i Folkeregisteret.',
  klientadresse: 'Pasienten har klientadresse i Folkeregisteret.',
  fortrolig: 'Pasientens adresse er gradert fortrolig i Folkeregisteret.',
  strengtFortrolig: 'Pasientens adresse er gradert strengt fortrolig i Folkeregisteret.',
};

function protectionFacts(before: KnownPerson, { value: { protection }, ...told }: Answer<RegisteredPerson>): RegistryFact[] {
  return protection === before.protection ? [] : [{ ...told, kind: 'protection', event: null, protection, sentence: protectionSentences[protection] }];
}

/** The first look tells where she lives, and that is no move. The sentence never says where. */
function movedFacts(before: KnownPerson, { value: { address }, ...told }: Answer<RegisteredPerson>, today: OsloDate): RegistryFact[] {
  if (before.address === undefined || isSameAddress(before.address, address)) return [];
  const on = minDate(address?.movedOn ?? today, today);
  return [{ ...told, kind: 'moved', event: null, on, address, sentence: address === null ? 'Pasienten står uten bostedsadresse i Folkeregisteret.' : `Pasienten har flyttet, ifølge Folkeregisteret ${dateInWords(on)}.` }];
}

/** A move date that is put right later is no other address. */
function isSameAddress(one: RegisteredAddress | null, other: RegisteredAddress | null): boolean {
  if (one === null || other === null) return one === other;
  const parts = ({ lines, postalCode, city, municipality }: RegisteredAddress): string => JSON.stringify([lines, postalCode, city, municipality]);
  return parts(one) === parts(other);
}

function fastlegeFacts({ fastlege: known, since }: KnownPerson, { value: contract, ...told }: Answer<GpContract | null>, today: OsloDate): RegistryFact[] {
  const found = fastlegeOf(contract);
  if (known !== null && known.status === found.status && known.hprNumbers.join() === found.hprNumbers.join()) return [];
  // The registry knows when a doctor came, not when one left. A change that it dates back is dated no earlier than the last one
  // on record, which it replaces: of two the later counts.
  const on = minDate(maxDate(found.from === null || hasOnlyLost(known, found) ? today : found.from, known?.from ?? since), today);
  const now: KnownFastlege = { status: found.status, hprNumbers: found.hprNumbers, from: on };
  return [{ ...told, kind: 'fastlege', event: 'fastlegeEndret', on, status: found.status, contract, now, sentence: fastlegeSentence(known, contract, found) }];
}

const hasOnlyLost = (known: KnownFastlege | null, found: Pick<KnownFastlege, 'hprNumbers'>): boolean => known !== null && found.hprNumbers.every((number) => known.hprNumbers.includes(number));

function fastlegeSentence(known: KnownFastlege | null, contract: GpContract | null, { status, from }: ReturnType<typeof fastlegeOf>): string {
  if (contract === null || from === null) return contract === null ? 'Pasienten står uten fastlege.' : 'Pasienten står på en fastlegeliste som er uten lege.';
  const doctors = contract.doctors.map(({ name, hprNumber, role }) => `${name ?? 'lege uten navn i registeret'} (${role === 'vikar' ? 'vikar, ' : ''}HPR ${hprNumber})`).join(', ');
  const where = contract.office?.name == null ? '' : ` ved ${contract.office.name}`;
  if (status === 'fellesliste') return `Pasienten står på en fellesliste${where} fra ${dateInWords(from)}: ${doctors}.`;
  return `${known === null ? 'Pasientens fastlege er' : 'Pasienten har fått ny fastlege:'} ${doctors}${where}, fra ${dateInWords(from)}.`;
}
