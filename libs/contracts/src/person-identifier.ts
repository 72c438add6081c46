import { osloDate, tryOsloDate, type OsloDate } from '@forlop/calendar';
import * as z from 'zod';
import { canonicalSystem, LOCAL_HJELPENUMMER, mod11, systems } from './identifiers.js';

/**
 * What a person's number is. `hjelpenummer` is a hospital's own, unique only there; `felles-hjelpenummer` is national
 * (Norsk helsenett); `annet` is any other system (passport, a foreign number, the sender's patient id), taken unverified.
 */
export type PersonIdentifierKind = 'fodselsnummer' | 'd-nummer' | 'felles-hjelpenummer' | 'hjelpenummer' | 'annet';

export type PersonIdentifierCode = 'ugyldig-fodselsnummer' | 'ugyldig-d-nummer' | 'ugyldig-hjelpenummer' | 'syntetisk-nummer' | 'mangler-nummer';

export type Sex = 'kvinne' | 'mann';

export interface AcceptedPersonIdentifier {
  readonly ok: true;
  readonly kind: PersonIdentifierKind;
  /** The system that the number belongs to by its own digits: a D-number sent as a fødselsnummer gets the D-number's. */
  readonly system: string;
  /** Without spaces. */
  readonly value: string;
  /** From a test series: no living person has it. */
  readonly synthetic: boolean;
  /** Absent when the digits do not tell for certain, and for births before 1900. */
  readonly birthDate?: OsloDate;
  readonly sex?: Sex;
}

export interface RefusedPersonIdentifier {
  readonly ok: false;
  readonly code: PersonIdentifierCode;
  /** A sentence in bokmål. Never holds the number itself, since it ends up in answers and logs. */
  readonly message: string;
}

export type PersonIdentifierCheck = AcceptedPersonIdentifier | RefusedPersonIdentifier;

export interface PersonIdentifierOptions {
  /**
   * The day of the check. Before 2032-01-01 only today's check digits exist. From that day, and when it is not given,
   * the wider rule for the first check digit counts as well (Skatteetaten, «Nytt fødselsnummer fra 2032»).
   */
  readonly on?: OsloDate;
  /** False refuses numbers of the test series. Default true. */
  readonly synthetic?: boolean;
}

const K1_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const K2_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const NEW_RULE_FROM = osloDate('2032-01-01');
/** New numbers are planned to be given out from individnummer 999 downwards, for births of any century. */
const NEW_RULE_FIRST_SERIES = 900;
const D_NUMBER_DAY = 40;
/**
 * Added to the month: +80 Skatteetaten's Tenor, +65 Norsk helsenett, +40 NAV's Dolly. A local hjelpenummer also has
 * +40 (KITH 1001:2010), so only the system tells the two apart.
 */
const SYNTHETIC_MONTHS = [80, 65, 40];
const HJELPENUMMER_MONTH = 40;

/** Series of individnummer by year of birth (folkeregisterforskriften, FOR-2017-07-14-1201, chapter 2). */
export const individnummerSeries = [
  { from: 500, to: 749, firstYear: 1854, lastYear: 1899 },
  { from: 0, to: 499, firstYear: 1900, lastYear: 1999 },
  { from: 900, to: 999, firstYear: 1940, lastYear: 1999 },
  { from: 500, to: 999, firstYear: 2000, lastYear: 2039 },
] as const;

/** The second check digit has one right value in both rules, given the first; so does the first in today's rule. */
export function checkDigits(nine: string): string | undefined {
  const k1 = (11 - mod11(nine, K1_WEIGHTS.slice(0, 9))) % 11;
  const k2 = (11 - mod11(`${nine}${k1}`, K2_WEIGHTS.slice(0, 10))) % 11;
  return k1 === 10 || k2 === 10 ? undefined : `${k1}${k2}`;
}

/** Remainder of the first check: 0 in today's rule, 0–3 in the rule of 2032; undefined when the second fails. */
function controlRemainder(number: string): number | undefined {
  return mod11(number, K2_WEIGHTS) === 0 ? mod11(number, K1_WEIGHTS) : undefined;
}

/** The parts of a number that is built on a date of birth. */
interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly monthOffset: number;
  readonly twoDigitYear: number;
  readonly individnummer: number;
  readonly isDNumber: boolean;
}

function dateParts(number: string): DateParts {
  const firstTwo = Number(number.slice(0, 2));
  const monthDigits = Number(number.slice(2, 4));
  const monthOffset = SYNTHETIC_MONTHS.find((offset) => monthDigits > offset) ?? 0;
  const isDNumber = firstTwo > D_NUMBER_DAY;
  return {
    day: isDNumber ? firstTwo - D_NUMBER_DAY : firstTwo,
    month: monthDigits - monthOffset,
    monthOffset,
    twoDigitYear: Number(number.slice(4, 6)),
    individnummer: Number(number.slice(6, 9)),
    isDNumber,
  };
}

/** The year of birth that today's series give, or undefined when none does. */
function yearOfBirth({ twoDigitYear, individnummer }: DateParts): number | undefined {
  for (const series of individnummerSeries) {
    const year = Math.floor(series.firstYear / 100) * 100 + twoDigitYear;
    if (individnummer >= series.from && individnummer <= series.to && year >= series.firstYear && year <= series.lastYear) {
      return year;
    }
  }
  return undefined;
}

function dateExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const two = (value: number) => String(value).padStart(2, '0');

const names: Readonly<Record<string, string>> = {
  'ugyldig-fodselsnummer': 'Fødselsnummeret',
  'ugyldig-d-nummer': 'D-nummeret',
  'ugyldig-hjelpenummer': 'Hjelpenummeret',
};

function refuse(code: PersonIdentifierCode, fault: string): RefusedPersonIdentifier {
  return { ok: false, code, message: `${names[code]} er ikke gyldig: ${fault}` };
}

const faults = {
  length: 'det skal ha elleve siffer.',
  date: 'de seks første sifrene er ikke en fødselsdato.',
  control: 'kontrollsifrene stemmer ikke.',
  series: 'individnummeret passer ikke til fødselsåret.',
  shared: 'et felles hjelpenummer begynner med 8 eller 9. Et lokalt hjelpenummer må ha systemet HNR og oppgi hvem som har gitt det.',
  local: 'et lokalt hjelpenummer er bygd som et fødselsnummer med 40 lagt til måneden.',
} as const;

/** The fault of a number's digits, whoever issued it; undefined when there is none. */
function digitFault(number: string, newRule: boolean): string | undefined {
  if (!/^\d{11}$/.test(number)) {
    return faults.length;
  }
  const remainder = controlRemainder(number);
  return remainder === undefined || remainder > (newRule ? 3 : 0) ? faults.control : undefined;
}

/** Reads a number built on a date of birth whose control digits have passed. */
function readDated(number: string, code: PersonIdentifierCode, kind: PersonIdentifierKind, system: string, newRule: boolean): PersonIdentifierCheck {
  const parts = dateParts(number);
  const isNew = controlRemainder(number) !== 0;
  const year = isNew ? undefined : yearOfBirth(parts);
  if (!dateExists(year ?? 2000 + parts.twoDigitYear, parts.month, parts.day)) {
    return refuse(code, faults.date);
  }
  if (year === undefined && !newRule) {
    return refuse(code, faults.series);
  }
  const accepted = { ok: true, kind, system, value: number, synthetic: kind !== 'hjelpenummer' && parts.monthOffset > 0 } as const;
  if (year === undefined) {
    return accepted;
  }
  const birthDate = tryOsloDate(`${year}-${two(parts.month)}-${two(parts.day)}`);
  return { ...accepted, ...(birthDate && { birthDate }), sex: parts.individnummer % 2 === 0 ? 'kvinne' : 'mann' };
}

/** From 2032 a number in the new range may belong to another century, and sex is no longer in the number. */
function withoutUncertainParts(check: AcceptedPersonIdentifier, on: OsloDate | undefined): AcceptedPersonIdentifier {
  if (on === undefined || on < NEW_RULE_FROM || Number(check.value.slice(6, 9)) < NEW_RULE_FIRST_SERIES) {
    return check;
  }
  const { ok, kind, system, value, synthetic } = check;
  return { ok, kind, system, value, synthetic };
}

/** Felles hjelpenummer: first digit 8 or 9, the rest random, control digits as in today's fødselsnummer (Norsk helsenett). */
function readShared(number: string, code: PersonIdentifierCode): PersonIdentifierCheck {
  const fault = digitFault(number, false);
  return fault
    ? refuse(code, fault)
    : { ok: true, kind: 'felles-hjelpenummer', system: systems.fellesHjelpenummer, value: number, synthetic: false };
}

function readLocal(number: string, system: string): PersonIdentifierCheck {
  const fault = digitFault(number, false);
  if (fault) {
    return refuse('ugyldig-hjelpenummer', fault);
  }
  return dateParts(number).monthOffset === HJELPENUMMER_MONTH
    ? readDated(number, 'ugyldig-hjelpenummer', 'hjelpenummer', system, false)
    : refuse('ugyldig-hjelpenummer', faults.local);
}

/** A fødselsnummer, D-number or felles hjelpenummer, told apart by its digits, sent under one of their systems. */
function readNational(number: string, code: PersonIdentifierCode, options: PersonIdentifierOptions): PersonIdentifierCheck {
  if (/^[89]/.test(number)) {
    return readShared(number, code);
  }
  const newRule = options.on === undefined || options.on >= NEW_RULE_FROM;
  const fault = digitFault(number, newRule);
  if (fault) {
    return refuse(code, fault);
  }
  if (code === 'ugyldig-hjelpenummer' && dateParts(number).monthOffset === HJELPENUMMER_MONTH) {
    return refuse(code, faults.shared);
  }
  const isDNumber = dateParts(number).isDNumber;
  const check = isDNumber
    ? readDated(number, code, 'd-nummer', systems.dNummer, newRule)
    : readDated(number, code, 'fodselsnummer', systems.fodselsnummer, newRule);
  return check.ok ? withoutUncertainParts(check, options.on) : check;
}

const nationalCodes: Readonly<Record<string, PersonIdentifierCode>> = {
  [systems.fodselsnummer]: 'ugyldig-fodselsnummer',
  [systems.dNummer]: 'ugyldig-d-nummer',
  [systems.fellesHjelpenummer]: 'ugyldig-hjelpenummer',
};

function isLocal(system: string): boolean {
  return system === 'HNR' || system.startsWith(LOCAL_HJELPENUMMER);
}

/**
 * Checks a person's number and says what kind it is, with date of birth and sex where the digits tell.
 * The kind follows the digits: a valid D-number sent as a fødselsnummer is accepted as the D-number that it is.
 * A system that is not Norwegian is accepted unverified (`annet`).
 */
export function checkPersonIdentifier(system: string, value: string, options: PersonIdentifierOptions = {}): PersonIdentifierCheck {
  const number = value.replace(/\s/g, '');
  const canonical = canonicalSystem(system);
  const code = nationalCodes[canonical];
  if (number === '') {
    return { ok: false, code: 'mangler-nummer', message: 'Personidentifikatoren mangler selve nummeret.' };
  }
  if (code === undefined && !isLocal(canonical)) {
    return { ok: true, kind: 'annet', system: canonical, value: value.trim(), synthetic: false };
  }
  const check = code === undefined ? readLocal(number, canonical) : readNational(number, code, options);
  if (check.ok && check.synthetic && options.synthetic === false) {
    return { ok: false, code: 'syntetisk-nummer', message: 'Nummeret er fra en testserie og tilhører ingen person.' };
  }
  return check;
}

/** A person's number with its system; refused when {@link checkPersonIdentifier} refuses it. */
export const personIdentifierSchema = z
  .strictObject({
    system: z.string().min(1).meta({ description: 'Systemet nummeret hører til, som URI.', example: systems.fodselsnummer }),
    value: z.string().min(1).meta({ description: 'Selve nummeret, uten mellomrom.', example: '01820099806' }),
  })
  .superRefine((identifier, context) => {
    const check = checkPersonIdentifier(identifier.system, identifier.value);
    if (!check.ok) {
      context.addIssue({ code: 'custom', path: ['value'], message: check.message, params: { code: check.code } });
    }
  })
  .meta({ description: 'Fødselsnummer, D-nummer, hjelpenummer eller et annet nummer for pasienten.' });
