import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import { isPartialDate, readDate } from './dates.js';
import { field, isObject, object, objects, type Findings, type Node } from './node.js';
import { dateExtensions } from './systems.js';

export type ReferralDates = Partial<Pick<Referral, keyof typeof dateExtensions>>;
type DateName = keyof typeof dateExtensions;

export interface Clock {
  /** ISO instant at which the referral came in here. */
  readonly receivedAt: string;
  readonly today: OsloDate;
}

const dateNames = Object.keys(dateExtensions) as DateName[];
const labels: Readonly<Record<DateName, string>> = {
  mottattdato: 'Mottattdato',
  ansiennitetsdato: 'Ansiennitetsdato',
  fristForVurdering: 'Frist for vurdering',
  fristForHelsehjelp: 'Frist for helsehjelp',
  vurdertDato: 'Vurdert dato',
};
const AUTHORED = 'Datoen for henvisningen (authoredOn)';

/** A date with the element that it was read from and what it is called. */
export interface FoundDate {
  readonly label: string;
  readonly at: Node;
  readonly date: OsloDate;
  /** A frist may lie ahead; the others tell what has happened. */
  readonly isFrist: boolean;
}

function datesOf(request: Node, name: DateName, findings: Findings): Node[] {
  return objects(request, 'extension', findings).filter(({ value }) => isObject(value) && value.url === dateExtensions[name]);
}

/** The profile wants `valueDateTime`; a date or an instant says the same. */
function valueOf(extension: Node, findings: Findings): Node | undefined {
  const node = ['valueDateTime', 'valueDate', 'valueInstant'].map((name) => field(extension, name)).find((value) => value);
  if (!node) {
    findings.error('ugyldig-dato', extension, 'Utvidelsen mangler datoen (valueDateTime).');
  }
  return node && { value: node.value, path: `${extension.path}.value` };
}

function readExtension(request: Node, name: DateName, findings: Findings): FoundDate | undefined {
  const all = datesOf(request, name, findings).flatMap((extension): FoundDate[] => {
    const at = valueOf(extension, findings);
    const date = at && readDate(at, findings);
    return at && date ? [{ label: labels[name], at, date, isFrist: name.startsWith('frist') }] : [];
  });
  const other = all.find(({ date }) => date !== all[0]?.date);
  if (other) {
    findings.error('flere-verdier', other.at, `${labels[name]} er oppgitt med flere ulike datoer.`);
  }
  return all[0];
}

function readAuthoredOn(request: Node, findings: Findings): FoundDate[] {
  const at = field(request, 'authoredOn');
  const date = at && readDate(at, isPartialDate(at.value) ? findings.lenient() : findings);
  return at && date ? [{ label: AUTHORED, at, date, isFrist: false }] : [];
}

/** The wished time is not kept; what cannot be read there is remarked on. `occurrenceDateTime` is `occurrence` in FHIRPath. */
function checkOccurrence(request: Node, findings: Findings): void {
  const at = `${request.path}.occurrence`;
  const dateTime = field(request, 'occurrenceDateTime');
  const period = object(request, 'occurrencePeriod', findings);
  const start = period && field(period, 'start');
  const end = period && field(period, 'end');
  for (const node of [dateTime && { ...dateTime, path: at }, start && { ...start, path: `${at}.start` }, end && { ...end, path: `${at}.end` }]) {
    if (node && !isPartialDate(node.value)) {
      readDate(node, findings.lenient());
    }
  }
}

export interface ReadDates {
  readonly dates: ReferralDates;
  /** Every date that was sent, for comparing with the patient's. */
  readonly found: readonly FoundDate[];
}

/** Reads the profile's dates. Without mottattdato, the date in Norway at the time of receipt here counts. */
export function readDates(request: Node, clock: Clock, findings: Findings): ReadDates {
  const dates: ReferralDates = {};
  const found = readAuthoredOn(request, findings);
  for (const name of dateNames) {
    const read = readExtension(request, name, findings);
    if (read) {
      dates[name] = read.date;
      found.push(read);
    }
  }
  checkOccurrence(request, findings);
  for (const { label, at, date, isFrist } of found) {
    if (!isFrist && date > clock.today) {
      findings.error('dato-i-framtiden', at, `${label} er etter i dag.`);
    }
  }
  if (datesOf(request, 'mottattdato', findings).length === 0) {
    findings.information('uten-mottattdato', request, 'Henvisningen har ikke mottattdato. Tidspunktet den kom inn her, gjelder.');
    dates.mottattdato = osloDateOf(clock.receivedAt);
  }
  return { dates, found };
}

/** Nothing about a patient happens before the birth, and no referral is first received after it was received. */
export function reportImpossibleDates({ dates, found }: ReadDates, birthDate: OsloDate | undefined, findings: Findings): void {
  for (const { label, at, date } of found) {
    if (birthDate !== undefined && date < birthDate) {
      findings.error('dato-for-fodsel', at, `${label} er før pasienten ble født.`);
    }
  }
  const first = found.find(({ label }) => label === labels.ansiennitetsdato);
  if (first && dates.mottattdato !== undefined && first.date > dates.mottattdato) {
    findings.warning('rekkefolge-pa-datoer', first.at, 'Ansiennitetsdatoen er etter mottattdatoen, men skal være den første mottaksdatoen.');
  }
}
