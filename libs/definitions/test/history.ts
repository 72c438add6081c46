import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import {
  clockStatus, commandStates, decide, evaluate, EVERYTHING_KNOWN, type ClockRow, type ClockStatus, type CommandState, type Decision, type Evaluation, type Json, type LedgerEvent, type PathwayInput,
} from '@forlop/pathway';
import { loadRules } from '../src/index.js';

export const rules = loadRules();

type Data = Readonly<Record<string, Json>>;
export type Entry = readonly [type: string, occurredOn: string, data?: Data];
export interface Patient {
  readonly definition?: string;
  readonly birthDate?: string | null;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** Default parameters of the newest version, with the test's own on top. */
function parametersOf(id: string, own: Patient['parameters']): Data {
  const { parameters } = rules.latestDefinition(id);
  return { ...Object.fromEntries(Object.entries(parameters).map(([key, p]) => [key, p.default])), ...own };
}

/** A pathway's history as the ledger would hold it; every fact recorded in the order it is written here. */
export function history(patient: Patient, entries: readonly Entry[]): LedgerEvent[] {
  const id = patient.definition ?? 'langvarig-utmattelse';
  const { version, calendar } = rules.latestDefinition(id);
  const first = entries[0]?.[1] ?? '2026-01-01';
  const created: Entry = ['forlopOpprettet', first, { definition: { id, version }, calendar: { ...calendar }, parameters: parametersOf(id, patient.parameters) }];
  return [created, ...entries].map(([type, occurredOn, data], index) => ({
    id: `e${String(index).padStart(3, '0')}`,
    position: index + 1,
    kind: 'fact',
    type,
    occurredOn: osloDate(occurredOn),
    recordedAt: `${occurredOn}T10:00:00Z`,
    data: data ?? {},
  }));
}

function inputFor(patient: Patient, entries: readonly Entry[], asOf: string): PathwayInput {
  const birthDate = patient.birthDate === undefined ? '1980-05-05' : patient.birthDate;
  return {
    rules,
    birthDate: birthDate === null ? null : osloDate(birthDate),
    events: history(patient, entries),
    asOf: osloDate(asOf),
    knownAt: EVERYTHING_KNOWN,
  };
}

/** What the pathway says of the patient on a day. An adult born in 1980 unless the test says otherwise. */
export function on(asOf: string, entries: readonly Entry[], patient: Patient = {}): Evaluation {
  return evaluate(inputFor(patient, entries, asOf));
}

/** All commands with whether they are allowed. */
export const commandsOn = (asOf: string, entries: readonly Entry[], patient: Patient = {}): CommandState[] => commandStates(inputFor(patient, entries, asOf));

export function commandOn(asOf: string, command: string, entries: readonly Entry[], patient: Patient = {}): CommandState {
  return commandsOn(asOf, entries, patient).find((state) => state.command === command)!;
}

export function decideOn(asOf: string, command: string, data: Data, entries: readonly Entry[], patient: Patient & { readonly hasText?: boolean } = {}): Decision {
  return decide(inputFor(patient, entries, asOf), { command, occurredOn: asOf, data, hasText: patient.hasText ?? false });
}

/** The day `n` days after. */
export const later = (date: string, n: number): OsloDate => addDays(osloDate(date), n);

/** One occurrence of a clock (the first, unless the key says which), or undefined when it never started. */
export function clockOn(asOf: string, clock: string, entries: readonly Entry[], patient: Patient = {}): ClockRow | undefined {
  const key = clock.includes('#') ? clock : `${clock}#1`;
  return on(asOf, entries, patient).clocks.find((row) => row.key === key);
}

/** Its status that day; `none` when it never started. */
export function statusOn(asOf: string, clock: string, entries: readonly Entry[], patient: Patient = {}): ClockStatus | 'none' {
  const row = clockOn(asOf, clock, entries, patient);
  return row === undefined ? 'none' : clockStatus(row, osloDate(asOf));
}

/** Duties that are open that day, by id. */
export function openDuties(asOf: string, entries: readonly Entry[], patient: Patient = {}): string[] {
  return on(asOf, entries, patient).obligations.filter((o) => o.opensOn <= asOf && (o.closesOn === null || o.closesOn > asOf)).map((o) => o.duty);
}

/** Findings as `code rule`, in order. */
export const findingsOn = (asOf: string, entries: readonly Entry[], patient: Patient = {}): string[] =>
  on(asOf, entries, patient).findings.map((f) => `${f.code} ${f.rule ?? String(f.detail['event'] ?? '')}`.trim());
