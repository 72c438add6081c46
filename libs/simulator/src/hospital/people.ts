import { addDays, addYears, type OsloDate } from '@forlop/calendar';
import { syntheticFodselsnummer, systems, type ReferralPatient } from '@forlop/contracts';
import type { Random } from './random.js';

/** Given names that anyone may have; family names that nobody has: places that do not exist. */
const givenNames = {
  kvinne: ['Nora', 'Ingrid', 'Sara', 'Maja', 'Solveig', 'Amina', 'Tuva', 'Hedda', 'Ragnhild', 'Liv', 'Elin', 'Máret', 'Astrid', 'Synnøve', 'Ida', 'Åse'],
  mann: ['Emil', 'Jonas', 'Håkon', 'Sander', 'Yusuf', 'Lars', 'Øyvind', 'Mathias', 'Ánte', 'Sigurd', 'Trygve', 'Aksel', 'Eirik', 'Bjarne', 'Ole', 'Sverre'],
} as const;
const placeBeginnings = ['Lyng', 'Rogne', 'Tyttebær', 'Molte', 'Tåke', 'Rim', 'Vinter', 'Sildre', 'Kvitmose', 'Blåklokke', 'Myrull', 'Einer', 'Rypefjær', 'Nysnø', 'Høstløv', 'Dugg'] as const;
const placeEndings = ['bakk', 'haug', 'myr', 'tind', 'vang', 'sund', 'lia', 'åsen', 'stua', 'tjønn'] as const;

/** A person who does not exist. */
export interface Person {
  readonly birthDate: OsloDate;
  readonly sex: 'kvinne' | 'mann';
  readonly patient: ReferralPatient;
}

/** Makes people, no two with the same number. */
export class Population {
  private readonly numbers = new Set<string>();

  /** Someone whose age in full years on a day lies between two ages, both included. */
  someone(random: Random, on: OsloDate, [youngest, oldest]: readonly [number, number]): Person {
    const latest = addYears(on, -youngest);
    return this.born(random, addDays(latest, -random.between(1, (oldest - youngest + 1) * 365 - 3)));
  }

  /** Someone born on a day. */
  born(random: Random, birthDate: OsloDate): Person {
    const sex = random.chance(0.7) ? 'kvinne' : 'mann';
    const name = { given: random.pick(givenNames[sex]), family: `${random.pick(placeBeginnings)}${random.pick(placeEndings)}` };
    return { birthDate, sex, patient: { identifier: { system: systems.fodselsnummer, value: this.number(birthDate, sex) }, birthDate, sex, name } };
  }

  private number(birthDate: OsloDate, sex: Person['sex']): string {
    for (let serial = 0; ; serial += 1) {
      const number = syntheticFodselsnummer({ birthDate, sex, serial });
      if (this.numbers.has(number)) continue;
      this.numbers.add(number);
      return number;
    }
  }
}

/** The invented doctors whom patients have as their fastlege. */
export const doctors = ['Berit Rognestua', 'Kåre Dugghaug', 'Fatima Lyngvang', 'Odd Rimtjønn', 'Ellen Sildrebakk', 'Nils Moltelia'] as const;

/** An address that no mail can reach (RFC 2606). */
export const addressOf = (name: string, place: string): string =>
  `${name.toLowerCase().replaceAll('å', 'a').replaceAll('ø', 'o').replaceAll('æ', 'ae').replace(/[^a-z]+/g, '.')}@${place}.example`;
