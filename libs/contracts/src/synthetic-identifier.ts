import { osloDate, type OsloDate } from '@forlop/calendar';
import { mod11 } from './identifiers.js';
import { checkDigits, individnummerSeries, type Sex } from './person-identifier.js';

const TENOR_MONTH = 80;

export interface SyntheticPerson {
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** 0, 1, 2 …: which of the numbers that the date and sex allow. */
  readonly serial: number;
  readonly sex: Sex;
}

/** All valid numbers of a date and sex in the synthetic series, in order of individnummer, series by series. */
function numbersOf(birthDate: OsloDate, sex: Sex): string[] {
  const [year, month, day] = birthDate.split('-') as [string, string, string];
  const date = `${day}${Number(month) + TENOR_MONTH}${year.slice(2)}`;
  const parity = sex === 'kvinne' ? 0 : 1;
  const numbers: string[] = [];
  for (const { from, to } of individnummerSeries.filter((s) => Number(year) >= s.firstYear && Number(year) <= s.lastYear)) {
    for (let n = from + parity; n <= to; n += 2) {
      const nine = `${date}${String(n).padStart(3, '0')}`;
      const control = checkDigits(nine);
      if (control !== undefined) {
        numbers.push(nine + control);
      }
    }
  }
  return numbers;
}

/**
 * A valid fødselsnummer that belongs to nobody, for tests and demo data: Skatteetaten's synthetic series (month + 80).
 * The same input always gives the same number. Throws RangeError when the date and sex have no such number
 * (born after 2039, or a serial beyond the roughly two hundred of a date).
 */
export function syntheticFodselsnummer({ birthDate, serial, sex }: SyntheticPerson): string {
  const number = Number.isInteger(serial) ? numbersOf(osloDate(birthDate), sex)[serial] : undefined;
  if (number === undefined) {
    throw new RangeError(`Det finnes ikke noe syntetisk fødselsnummer med serienummer ${serial} for ${sex} født ${birthDate}.`);
  }
  return number;
}

const ORGANISATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
/** Enhetsregisteret gives out numbers from 8 and 9; the test organisations in Tenor begin with 2 or 3. */
const FIRST_SYNTHETIC_ORGANISATION = 31_000_000;
const LAST_SYNTHETIC_ORGANISATION = 31_999_999;

/**
 * A valid organisasjonsnummer of the test series, for tests and demo data; the same serial (0, 1, 2 …) always gives the
 * same. Throws RangeError when the serial is not a whole number or the series has no more.
 */
export function syntheticOrganisasjonsnummer(serial: number): string {
  let skip = Number.isInteger(serial) && serial >= 0 ? serial : Infinity;
  for (let body = FIRST_SYNTHETIC_ORGANISATION; body <= LAST_SYNTHETIC_ORGANISATION; body++) {
    const control = (11 - mod11(String(body), ORGANISATION_WEIGHTS)) % 11;
    if (control !== 10 && skip-- === 0) {
      return `${body}${control}`;
    }
  }
  throw new RangeError(`Det finnes ikke noe syntetisk organisasjonsnummer med serienummer ${serial}.`);
}
