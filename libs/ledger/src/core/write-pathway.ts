import type { OsloDate } from '@forlop/calendar';
import { seal } from '@forlop/crypto';
import { evaluate, EVERYTHING_KNOWN, type EventKind, type Evaluation, type Json, type PathwayInput } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';
import { heard, hasHeard, heardBefore, workflowView, type WorkflowView } from '../process/workflow-view.js';
import { LedgerError } from '../types/errors.js';
import type { PathwayMode, Recorded } from '../types/writing.js';
import { eventHash, type ChainedEvent } from './chain.js';
import { eventTextContext } from './demographics.js';
import { newEventId } from './event-id.js';
import { observations } from './observation-types.js';
import { observe } from './observe.js';
import type { OpenPathway, OpenPatient, StoredEvent } from './open-pathway.js';
import { receivedOnBy } from './received-on.js';
import { readRows, type ReadRows, type StateRow } from './read-rows.js';
import { responsibilities, responsibleOn } from './responsible.js';
import { rowChanges, standingRows, type RowChanges } from './row-changes.js';

/** An event to append. */
export interface EventDraft {
  readonly id?: string | undefined;
  readonly kind: EventKind;
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
  /** Free text; sealed under the patient's key. */
  readonly text?: string | undefined;
  /** More that is sealed with it, such as a referral as it came in. */
  readonly attachment?: Json | undefined;
  readonly corrects?: string | undefined;
  readonly retracts?: string | undefined;
  readonly actor: string;
}

/** What changes about the pathway itself, beside its events. */
export interface HeadChange {
  readonly patientId?: string;
  readonly mode?: PathwayMode;
  readonly liveFrom?: OsloDate;
  readonly quarantined?: boolean;
  /** The patient that the pathway now belongs to, where that changed. */
  readonly patient?: OpenPatient;
}

export interface WriteOptions {
  readonly change?: HeadChange;
  /** Leave a row in the outbox, so that the workflow is told, if there is anything that it has not heard (docs/decisions/0011). */
  readonly tell: boolean;
  /** For `advance`: the instant at which the workflow is answered, ISO 8601 in UTC. It hears all that there is. */
  readonly answersAt?: string;
}

/** What has become of the pathway with what was appended. */
export interface Outcome {
  readonly evaluation: Evaluation;
  readonly events: readonly StoredEvent[];
  readonly rows: ReadRows;
}

/** The pathway after a write. */
export interface Written extends Recorded, Outcome {
  /** What its workflow is answered, or would be if it asked now. */
  readonly view: WorkflowView;
}

/** The pathway as the kernel is asked about it today. */
export function kernelInputOf(context: LedgerContext, pathway: OpenPathway, events: readonly StoredEvent[] = pathway.events): PathwayInput {
  return { rules: context.rules, birthDate: pathway.patient.birthDate, events, asOf: pathway.today, knownAt: EVERYTHING_KNOWN };
}

/** What a write comes to, before the database has seen it. */
export interface PreparedWrite extends Outcome {
  /** What `write_pathway` is given. */
  readonly write: PathwayWrite;
  readonly eventIds: readonly string[];
  readonly view: WorkflowView;
  readonly tell: boolean;
}

/** A pathway's new events and the read rows that they change, as the database's columns are called. */
export interface PathwayWrite extends RowChanges {
  readonly events?: readonly Readonly<Record<string, unknown>>[];
  readonly head?: { readonly hash: string | null; readonly count: number; readonly recordedAt: string };
  readonly state: StateRow;
  readonly [part: string]: unknown;
}

/**
 * Appends events to a pathway whose lock we hold, and rewrites what they change in the read tables: one statement.
 * `now` is the instant that everything is recorded at.
 */
export async function writePathway(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, drafts: readonly EventDraft[], options: WriteOptions): Promise<Written> {
  const { write, tell, ...outcome } = prepareWrite(context, await withStanding(transaction, pathway), drafts, options);
  const [result] = await transaction.query<{ position: number }>('select write_pathway($1, $2) as position', [pathway.head.id, JSON.stringify(write)], 'write_pathway');
  if (tell) transaction.afterCommit(context.notice.announce);
  return { pathwayId: pathway.head.id, position: result!.position, ...outcome };
}

/** History is written once and seldom again: it keeps no digests, and its rows are looked up instead. */
async function withStanding(transaction: Transaction, pathway: OpenPathway): Promise<OpenPathway> {
  const { head, digests } = pathway;
  if (head.mode !== 'historical' || digests === null) return pathway;
  return { ...pathway, digests: { ...heardBefore(digests), ...(await standingRows(transaction, head.id)) } };
}

/** Chains the events to the pathway, lets the kernel judge, and says which read rows differ from those last written. Pure but for the ids of events without one. */
export function prepareWrite(context: LedgerContext, pathway: OpenPathway, drafts: readonly EventDraft[], options: WriteOptions): PreparedWrite {
  const { change = {}, answersAt } = options;
  const patient = change.patient ?? pathway.patient;
  const mode = change.mode ?? pathway.head.mode;
  const appended = appendable({ ...pathway, patient }, drafts);
  const events = [...pathway.events, ...appended.events];
  const input = kernelInputOf(context, { ...pathway, patient }, events);
  const evaluation = evaluate(input);
  const receivedOn = receivedOnBy(events, evaluation.asOf) ?? pathway.head.receivedOn;
  const rows = readRows(evaluation, events, {
    organisationId: pathway.head.organisationId,
    definition: context.rules.definition(evaluation.regime.definition.id, evaluation.regime.definition.version),
    mode,
    receivedOn,
    quarantined: change.quarantined ?? pathway.quarantined,
  });
  const view = workflowView(context, { id: pathway.head.id, mode, today: pathway.today, now: answersAt ?? pathway.now.toISOString() }, { evaluation, events, rows });
  const tell = options.tell && concernsWorkflow(pathway, view, input, evaluation);
  const { changes, digests } = rowChanges(rows, pathway.digests, mode !== 'historical');
  const write: PathwayWrite = {
    ...(appended.rows.length > 0 && { events: appended.rows, head: appended.head }),
    pathway: { ...headColumns(change), receivedOn, organisationId: rows.state.organisation_id, ...regimeColumns(evaluation), ...(answersAt !== undefined && { finished: view.finished }) },
    ...(answersAt !== undefined && { wake: { at: view.nextWakeAt } }),
    state: { ...rows.state, row_digests: { ...digests, ...(answersAt === undefined ? heardBefore(pathway.digests) : heard(view)) } },
    ...changes,
    ...(tell && { tell: true }),
  };
  return { write, tell, eventIds: appended.events.map((e) => e.id), evaluation, events, rows, view };
}

/**
 * Whether the workflow has to hear of a write: it would be answered something else than it was last time, or there is something that
 * `advance` alone records. Asked under the pathway's lock, as `advance` answers.
 */
function concernsWorkflow({ digests }: OpenPathway, view: WorkflowView, input: PathwayInput, evaluation: Evaluation): boolean {
  return !hasHeard(view, digests) || observe(input, evaluation).length > 0;
}

function headColumns({ patientId, mode, liveFrom }: HeadChange): Record<string, unknown> {
  return { patientId, mode, liveFrom };
}

function regimeColumns({ regime }: Evaluation): Record<string, unknown> {
  return { definitionId: regime.definition.id, definitionVersion: regime.definition.version };
}

interface Appended {
  readonly events: readonly StoredEvent[];
  readonly rows: readonly Record<string, unknown>[];
  readonly head: { readonly hash: string | null; readonly count: number; readonly recordedAt: string };
}

/** What the pathway would be with these events, by the same rules as {@link writePathway}; nothing is written. */
export function evaluateWith(context: LedgerContext, pathway: OpenPathway, drafts: readonly EventDraft[]): Evaluation {
  return evaluate(kernelInputOf(context, pathway, [...pathway.events, ...appendable(pathway, drafts).events]));
}

/** Chains the drafts to the pathway's head. Positions are the database's to give; until then they only keep the order. */
function appendable(pathway: OpenPathway, drafts: readonly EventDraft[]): Appended {
  const recordedAt = pathway.now.toISOString();
  const events: StoredEvent[] = [];
  const rows: Record<string, unknown>[] = [];
  let prevHash = pathway.head.headHash;
  let seq = pathway.head.eventCount;
  let organisationId = organisationToday(pathway);
  for (const draft of drafts) {
    seq += 1;
    const event = eventOf(draft, pathway, seq, recordedAt, organisationId);
    const sealed = sealText(draft, event.id, pathway.patient);
    const chained = chainedOf(event, pathway, organisationId, sealed, prevHash);
    const hash = eventHash(chained);
    rows.push(eventColumns(chained, hash));
    events.push(event);
    prevHash = hash;
    organisationId = handedTo(draft, pathway.today) ?? organisationId;
  }
  return { events, rows, head: { hash: prevHash, count: seq, recordedAt } };
}

/** The organisation that events are recorded for today. */
function organisationToday({ head, events, today }: OpenPathway): string {
  return responsibleOn(responsibilities(events, head.receivedOn, head.organisationId), today).organisationId;
}

/** Who has the pathway after a transfer that holds already. */
function handedTo({ type, data }: EventDraft, today: OsloDate): string | null {
  return type === observations.transferred && String(data['dato']) <= today ? String(data['til']) : null;
}

function eventOf(draft: EventDraft, pathway: OpenPathway, seq: number, recordedAt: string, organisation: string): StoredEvent {
  const { kind, type, occurredOn, data, corrects, retracts, actor } = draft;
  return {
    id: draft.id ?? newEventId(pathway.now, seq),
    position: pathway.head.headPosition + (seq - pathway.head.eventCount),
    seq, kind, type, occurredOn, recordedAt, data, organisation, actor,
    hasText: hasSealed(draft),
    ...(corrects !== undefined && { corrects }),
    ...(retracts !== undefined && { retracts }),
  };
}

const hasSealed = ({ text, attachment }: EventDraft): boolean => text !== undefined || attachment !== undefined;

function sealText(draft: EventDraft, eventId: string, patient: OpenPatient): string | null {
  if (!hasSealed(draft)) return null;
  if (patient.key === null) throw new LedgerError('erased', 'Pasientens opplysninger er slettet, så det kan ikke lagres fritekst.');
  const content = { text: draft.text ?? null, ...(draft.attachment !== undefined && { attachment: draft.attachment }) };
  return seal(patient.key, content, eventTextContext(patient.id, eventId)).toString('base64');
}

const chainedOf = ({ seq, id, kind, type, occurredOn, recordedAt, data, actor, corrects, retracts }: StoredEvent, pathway: OpenPathway, organisationId: string, sealed: string | null, prevHash: string | null): ChainedEvent => ({
  pathwayId: pathway.head.id, seq, id, patientId: pathway.patient.id, kind, type, occurredOn, recordedAt, data, sealed, corrects: corrects ?? null, retracts: retracts ?? null, organisationId, actor, prevHash,
});

const eventColumns = ({ seq, id, patientId, kind, type, occurredOn, recordedAt, data, sealed, corrects, retracts, organisationId, actor, prevHash }: ChainedEvent, hash: string): Record<string, unknown> => ({
  seq, id, kind, type, occurred_on: occurredOn, recorded_at: recordedAt, data, actor, corrects, retracts, patient_id: patientId, organisation_id: organisationId, sealed, prev_hash: prevHash, hash,
});
