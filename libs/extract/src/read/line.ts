import { tryOsloDate, type OsloDate } from '@forlop/calendar';
import { checkPersonIdentifier, systems, type ReferralPatient } from '@forlop/contracts';
import { canonicalJson, checkEvent, type DataError, type Json } from '@forlop/pathway';
import type { Row, RowFault } from '../rows/row.js';
import type { Finding } from './finding.js';
import type { Column, Plan, PlannedEvent } from './plan.js';
import { dayIn, valueOf } from './values.js';

/** A fact that a line tells. */
export interface ReadFact {
  readonly key: string;
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
  /** The column of its day. */
  readonly column: string;
}

/** What one line tells, when nothing is wrong with it. */
export interface ReadLine {
  readonly line: number;
  readonly patient: ReferralPatient;
  /** The organisation's own number or name, as the mapping translates it. */
  readonly organisation: string;
  readonly facts: readonly ReadFact[];
}

/** What lines are held against. */
export interface LineContext {
  readonly today: OsloDate;
  /** Numbers of test series are people here (never in life). */
  readonly acceptSynthetic: boolean;
}

/** The referral's key in a line, or why it has none. */
export function keyOf({ referral, width }: Plan, row: Row): { readonly key: string } | { readonly finding: Finding } {
  if (row.fault !== undefined) return { finding: { line: row.line, column: null, code: 'uleselig-linje', sentence: faults[row.fault] } };
  if (row.cells.length > width && row.cells.slice(width).some((cell) => cell !== '')) {
    return { finding: { line: row.line, column: null, code: 'antall-kolonner', sentence: `Linjen har ${row.cells.length} celler, men filen har ${width} kolonner. Mangler det anførselstegn rundt en tekst med skilletegn i?` } };
  }
  const parts = referral.map(({ index }) => row.cells[index] ?? '');
  const empty = parts.indexOf('');
  return empty === -1 ? { key: parts.join('\u001f') } : { finding: { line: row.line, column: referral[empty]!.name, code: 'mangler-nokkel', sentence: 'Linjen sier ikke hvilken henvisning den hører til.' } };
}

const faults: Readonly<Record<RowFault, string>> = {
  'unclosed-quote': 'Et anførselstegn er åpnet og aldri lukket. Rett linjen i kilden.',
  encoding: 'Linjen har tegn som ikke hører til tegnsettet. Sett «encoding: windows-1252» i kartleggingen hvis filen kommer fra et eldre system.',
  control: 'Linjen har tegn som ikke er tekst. Eksporter den på nytt.',
  'too-long': 'Linjen er lengre enn noen linje i et uttrekk er. Mangler det linjeskift?',
};

/** Reads a line: all that it tells, or all that is wrong with it. */
export function readLine(plan: Plan, row: Row, context: LineContext): ReadLine | readonly Finding[] {
  const findings: Finding[] = [];
  // Two events may be read of the same cell; what is wrong with it is said once.
  const refuse = (column: Column | null, code: Finding['code'], sentence: string): void => {
    const name = column?.name ?? null;
    if (!findings.some((one) => one.column === name && one.sentence === sentence)) findings.push({ line: row.line, column: name, code, sentence });
  };
  const patient = patientIn(plan, row.cells, context, refuse);
  const organisation = organisationIn(plan, row.cells, refuse);
  const facts = plan.events.flatMap((event) => factIn(plan, event, row.cells, refuse) ?? []);
  const birthDate = tryOsloDate(patient.birthDate ?? '') ?? null;
  for (const fact of facts) {
    const wrong = checkEvent(plan.definition, { ...fact, hasText: plan.definition.source.events[fact.type]!.text === 'required' }, { today: context.today, birthDate });
    for (const error of wrong) refuse(columnOf(plan, fact, error), codes[error.code] ?? 'ugyldig-verdi', error.sentence);
  }
  return findings.length > 0 ? findings : { line: row.line, patient, organisation, facts };
}

type Refuse = (column: Column | null, code: Finding['code'], sentence: string) => void;

const codes: Partial<Readonly<Record<DataError['code'], Finding['code']>>> = {
  required: 'mangler-verdi', 'unknown-code': 'ukjent-kode', 'not-a-date': 'ikke-dato', 'date-in-future': 'fram-i-tid', 'date-before-birth': 'for-fodsel',
};

function patientIn({ person, mapping }: Plan, cells: readonly string[], { today, acceptSynthetic }: LineContext, refuse: Refuse): ReferralPatient {
  const cell = (column: Column | undefined): string => (column === undefined ? '' : (cells[column.index] ?? ''));
  const number = cell(person.number).replace(/[\s.]/g, '');
  const born = cell(person.birthDate);
  const patient: { -readonly [K in keyof ReferralPatient]: ReferralPatient[K] } = {};
  if (number !== '') {
    // A spreadsheet that takes the number for a number drops the zero that it begins with; the check digits tell.
    const value = number.length === 10 ? `0${number}` : number;
    const check = checkPersonIdentifier(systems.fodselsnummer, value, { on: today, synthetic: acceptSynthetic });
    if (check.ok) {
      patient.identifier = { system: check.system, value: check.value };
      if (check.birthDate !== undefined) patient.birthDate = check.birthDate;
    } else refuse(person.number!, 'ugyldig-nummer', `${check.message} Rett nummeret i kilden; hele linjen venter på det.`);
  }
  if (born !== '' && patient.birthDate === undefined) {
    const read = dayIn(born, mapping.dates);
    if ('value' in read) patient.birthDate = read.value;
    else refuse(person.birthDate!, read.code, read.sentence);
  }
  if (number === '' && born === '') refuse(person.number ?? person.birthDate!, 'mangler-person', 'Linjen sier ikke hvem pasienten er: nummer og fødselsdato er tomme.');
  const [given, family] = [cell(person.given), cell(person.family)];
  if (given + family !== '') patient.name = { given, family };
  return patient;
}

function organisationIn({ organisation, mapping }: Plan, cells: readonly string[], refuse: Refuse): string {
  const { value, codes: translations } = mapping.organisation;
  const text = organisation === null ? value! : (cells[organisation.index] ?? '');
  if (text === '') refuse(organisation, 'ukjent-virksomhet', 'Linjen sier ikke hvilken virksomhet pasienten hører til.');
  if (translations === undefined) return text;
  if (!Object.hasOwn(translations, text)) refuse(organisation, 'ukjent-virksomhet', `«${text.slice(0, 40)}» står ikke under «organisation.codes» i kartleggingen.`);
  return translations[text] ?? text;
}

/** Null where the line does not tell of it. */
function factIn({ mapping }: Plan, event: PlannedEvent, cells: readonly string[], refuse: Refuse): ReadFact | null {
  const on = cells[event.on.index] ?? '';
  if (on === '' || !event.when.every(({ column, is }) => isMet(cells[column.index] ?? '', is))) return null;
  const day = dayIn(on, mapping.dates);
  if (!('value' in day)) refuse(event.on, day.code, day.sentence);
  const data: Record<string, Json> = {};
  let isWhole = 'value' in day;
  for (const field of event.fields) {
    const read = valueOf(field, cells, mapping.dates);
    if ('code' in read) {
      refuse(field.column, read.code, read.sentence);
      isWhole = false;
    } else if (read.value !== undefined) data[field.name] = read.value;
  }
  if (!isWhole || !('value' in day)) return null;
  const key = factKey(event, day.value, data, cells);
  if (key === null) refuse((event.id as readonly Column[]).find(({ index }) => !cells[index])!, 'mangler-nokkel', `«${event.spec.title.nb}» mangler det som skiller den fra andre av samme slag.`);
  return key === null ? null : { key, type: event.event, occurredOn: day.value, data, column: event.on.name };
}

const isMet = (cell: string, is: ReadonlySet<string> | null): boolean => (is === null ? cell !== '' : is.has(cell));

/** What tells the fact from the referral's others in every extract; null when the line lacks it. */
function factKey({ id, name }: PlannedEvent, day: OsloDate, data: Readonly<Record<string, Json>>, cells: readonly string[]): string | null {
  if (id === null) return name;
  if (id === 'content') return `${name}|${day}|${canonicalJson(data)}`;
  const parts = id.map(({ index }) => cells[index] ?? '');
  return parts.includes('') ? null : `${name}|${parts.join('\u001f')}`;
}

/** The column that a fault in an event's data comes from. */
function columnOf({ events }: Plan, fact: ReadFact, { path }: DataError): Column | null {
  const event = events.find(({ event: type, on }) => type === fact.type && on.name === fact.column)!;
  const name = /^\/data\/([^/]+)/.exec(path)?.[1];
  return name === undefined ? event.on : (event.fields.find((field) => field.name === name)?.column ?? event.on);
}
