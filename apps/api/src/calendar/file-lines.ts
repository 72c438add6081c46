import { isOsloDate, osloDateOf, type OsloDate } from '@forlop/calendar';
import { organisationIdentifierFault, systems } from '@forlop/contracts';
import type { AppointmentTold, CapacityTold, Mirrored } from '@forlop/ledger';
import type { CsvLine } from './csv-file.js';

/** Why a line cannot be read. */
export class LineFault extends Error {
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'LineFault';
  }
}

type Cells = CsvLine['cells'];

const kinds = ['oppstart', 'oppfolging', 'mote', 'undersokelse', 'annet'] as const;
const statuses = ['pending', 'booked', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error'] as const;
const causes = ['1', '3', '4', '5', '6', '21', '22'] as const;

/** An appointment of a file's line. @throws LineFault. */
export function appointmentOf({ cells }: CsvLine): AppointmentTold {
  const startsAt = instantIn(cells, 'start');
  const endsAt = cells['slutt'] === '' ? null : instantIn(cells, 'slutt');
  if (endsAt !== null && endsAt < startsAt) throw new LineFault('ugyldig-tid', 'Timen slutter før den begynner.');
  return {
    ...mirroredIn(cells),
    patient: { system: systems.fodselsnummer, value: textIn(cells, 'fodselsnummer') },
    startsAt,
    endsAt,
    kind: oneOf(cells, 'gjelder', kinds),
    status: oneOf(cells, 'status', statuses),
    cause: cells['arsak'] === '' ? null : oneOf(cells, 'arsak', causes),
    madeOn: cells['laget'] === '' ? null : dayIn(cells, 'laget'),
  };
}

/** A day's capacity of a file's line. @throws LineFault. */
export function capacityOf({ cells }: CsvLine): CapacityTold {
  return {
    ...mirroredIn(cells),
    on: dayIn(cells, 'dag'),
    serviceType: textIn(cells, 'tjeneste'),
    freeMinutes: countIn(cells, 'ledige_minutter'),
    busyMinutes: countIn(cells, 'opptatte_minutter'),
    freePlaces: countIn(cells, 'ledige_plasser'),
    busyPlaces: countIn(cells, 'opptatte_plasser'),
  };
}

function mirroredIn(cells: Cells): Mirrored {
  return { source: textIn(cells, 'kilde'), externalId: textIn(cells, 'id'), version: textIn(cells, 'versjon'), versionAt: instantIn(cells, 'endret'), organisation: unitIn(cells) };
}

/** A RESH id, or an organisasjonsnummer, which has nine digits. */
function unitIn(cells: Cells): Mirrored['organisation'] {
  const value = textIn(cells, 'enhet');
  const system = /^\d{9}$/.test(value) && organisationIdentifierFault(systems.organisasjonsnummer, value) === undefined ? systems.organisasjonsnummer : systems.reshId;
  const fault = organisationIdentifierFault(system, value);
  if (fault !== undefined) throw new LineFault('ugyldig-enhet', fault);
  return { system, value };
}

function textIn(cells: Cells, column: string): string {
  const value = cells[column] ?? '';
  if (value === '' || value.length > 200) throw new LineFault('mangler-verdi', `Kolonnen ${column} må ha en verdi på høyst 200 tegn.`);
  return value;
}

function oneOf<T extends string>(cells: Cells, column: string, values: readonly T[]): T {
  const found = values.find((value) => value === cells[column]);
  if (found === undefined) throw new LineFault('ukjent-kode', `Kolonnen ${column} må være en av: ${values.join(', ')}.`);
  return found;
}

function instantIn(cells: Cells, column: string): string {
  const written = textIn(cells, column);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(written) || Number.isNaN(Date.parse(written))) throw new LineFault('ugyldig-tid', `Kolonnen ${column} må være et tidspunkt med tidssone, som 2026-05-06T10:00:00+02:00.`);
  return new Date(written).toISOString();
}

function dayIn(cells: Cells, column: string): OsloDate {
  const written = textIn(cells, column);
  if (isOsloDate(written)) return written;
  if (written.includes('T')) return osloDateOf(instantIn(cells, column));
  throw new LineFault('ugyldig-dato', `Kolonnen ${column} må være en dato på formen ÅÅÅÅ-MM-DD.`);
}

function countIn(cells: Cells, column: string): number {
  const written = cells[column] === '' ? '0' : textIn(cells, column);
  if (!/^\d{1,6}$/.test(written)) throw new LineFault('ugyldig-tall', `Kolonnen ${column} må være et helt tall.`);
  return Number(written);
}
