import { daysBetween, isOsloDate, type OsloDate } from '@forlop/calendar';
import type { ClockStatus } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openContact } from '../commands/contact.js';
import { openPatient, type OpenPatient } from '../core/open-pathway.js';
import { ledgerToday } from '../core/today.js';
import { read, readOften } from '../database/read.js';
import { withheld } from '../reads/protection.js';
import { openGp } from '../registries/stored-looks.js';
import { LedgerError } from '../types/errors.js';
import type { WorklistFilter, WorklistPage, WorklistQuery, WorklistRow } from '../types/reading.js';
import type { WorklistBucket } from '../types/daily-work.js';
import type { PathwayMode } from '../types/writing.js';
import { listName, worklistCursor, writeCursor } from './cursor.js';
import { countStatement, mostCounted, pageStatement, sortedBy, type Statement } from './statement.js';

interface PageRow {
  readonly sort_value: string;
  readonly clock_key: string;
  readonly pathway_id: string;
  readonly mode: PathwayMode;
  readonly definition_id: string;
  readonly definition_version: string;
  readonly step: string;
  readonly step_since: OsloDate;
  readonly received_on: OsloDate;
  readonly variant: string | null;
  readonly no_next_step: boolean | null;
  readonly finding_count: number;
  readonly quarantined: boolean;
  readonly position: number;
  readonly owner_role: string;
  readonly owner_person: string;
  readonly next_role: string | null;
  readonly persons: Readonly<Record<string, string>>;
  readonly last_contact_on: OsloDate | null;
  readonly waits_for_others: boolean;
  readonly today: boolean | null;
  readonly gp_look: Buffer | null;
  readonly gp_contact: Buffer | null;
  readonly broken: boolean;
  readonly at_risk: boolean;
  readonly clock: WorklistRow['clock'];
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
}

const defaultLimit = 50;
const mostRows = 200;

/** One page of a work list: two statements, whatever its length. @throws LedgerError `bad-cursor`, `bad-data`. */
export async function worklist(context: LedgerContext, query: WorklistQuery = {}): Promise<WorklistPage> {
  const { filter = {}, sort = 'due', limit = defaultLimit, descending = false } = query;
  checkQuery(query, limit);
  const list = listName(filter, sort, descending);
  const after = query.cursor === undefined ? null : worklistCursor(query.cursor, list, sortedBy(sort));
  const asOf = after?.asOf ?? query.asOf ?? (await today(context));
  const eyes = context.database.access !== null;
  const [rows, counted] = await Promise.all([
    run<PageRow>(context, pageStatement(filter, sort, asOf, after, limit, eyes, descending)),
    run<{ total: number }>(context, countStatement(filter, sort, asOf, eyes)),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length <= limit || last === undefined ? null
    : writeCursor({ list, asOf, value: last.sort_value, pathwayId: last.pathway_id, key: last.clock_key });
  const { total } = counted[0]!;
  return { asOf, total: Math.min(total, mostCounted), totalIsLeast: total > mostCounted, nextCursor, rows: await Promise.all(shown.map((row) => rowShown(context, row, asOf))) };
}

const run = <Row>(context: LedgerContext, { sql, parameters }: Statement): Promise<Row[]> => readOften<Row>(context.database, sql, parameters);

/** Today in Oslo, for a list that names no day. It is the same day whoever looks, so it needs no transaction with their eyes. */
export function today(context: LedgerContext): Promise<OsloDate> {
  const anyone = { ...context.database, access: null };
  return ledgerToday(context, { query: (sql, parameters) => read(anyone, sql, parameters) });
}

const statuses: ReadonlySet<string> = new Set<ClockStatus>(['not-started', 'running', 'warned', 'at-risk', 'broken', 'met', 'met-late', 'passed-by-patient', 'closed']);

function checkQuery({ filter = {}, asOf }: WorklistQuery, limit: number): void {
  const bad = (sentence: string): LedgerError => new LedgerError('bad-data', sentence);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) throw bad(`En side har fra 1 til ${mostRows} rader.`);
  for (const day of [asOf, filter.dueBefore]) if (day !== undefined && !isOsloDate(day)) throw bad('En dag i filteret er ikke en dato på formen ÅÅÅÅ-MM-DD.');
  if (!(filter.organisationIds ?? []).every(isUuid)) throw bad('En virksomhet i filteret har ikke en gyldig id.');
  const unknown = (filter.clockStatus ?? []).find((status) => !statuses.has(status));
  if (unknown !== undefined) throw bad(`Statusen «${unknown}» finnes ikke. Kjente: ${[...statuses].join(', ')}.`);
  if (filter.clockStatus?.length === 0) throw bad('Listen over statuser er tom.');
}

async function rowShown(context: LedgerContext, row: PageRow, asOf: OsloDate): Promise<WorklistRow> {
  const patient = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
  const { demographics, birthDate } = patient;
  const due = row.clock?.dueOn ?? null;
  const named = (role: string) => ({ role, person: row.persons[role] ?? null });
  return {
    pathwayId: row.pathway_id,
    patient: { id: row.patient_id, name: demographics?.name ?? null, birthDate },
    organisation: { id: row.organisation_id, name: row.organisation_name },
    mode: row.mode,
    definition: { id: row.definition_id, version: row.definition_version },
    step: row.step,
    stepSince: row.step_since,
    variant: row.variant,
    receivedOn: row.received_on,
    clock: row.clock,
    daysLeft: due === null ? null : daysBetween(asOf, due),
    owner: named(row.owner_role),
    next: row.next_role === null ? null : named(row.next_role),
    fastlege: fastlegeName(context, patient, row),
    lastContactOn: row.last_contact_on,
    buckets: bucketsOf(row),
    broken: row.broken,
    atRisk: row.at_risk,
    noNextStep: row.no_next_step === true,
    findings: row.finding_count,
    quarantined: row.quarantined,
    position: row.position,
  };
}

function bucketsOf(row: PageRow): WorklistBucket[] {
  const piles: Readonly<Record<WorklistBucket, boolean>> = {
    today: row.today === true, atRisk: row.at_risk, broken: row.broken, noNextStep: row.no_next_step === true,
    waitingForOthers: row.waits_for_others, findings: row.finding_count > 0, quarantine: row.quarantined,
  };
  return (Object.keys(piles) as WorklistBucket[]).filter((pile) => piles[pile]);
}

/** A contact that somebody has set is newer than the registry's answer. Of a patient whose whereabouts are withheld, the doctor is too. */
function fastlegeName({ database }: LedgerContext, patient: OpenPatient, { gp_look: look, gp_contact: contact }: PageRow): string | null {
  if (patient.key === null || withheld(database.access, patient.demographics).whereabouts) return null;
  if (contact !== null) return openContact(patient.id, patient.key, 'fastlege', contact).name;
  return look === null ? null : (openGp(patient, patient.key, look).contract?.doctors[0]?.name ?? null);
}

export type { WorklistFilter };
