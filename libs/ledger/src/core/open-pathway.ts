import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { EventKind, Json, LedgerEvent } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';
import type { PathwayMode, RecordedEvent } from '../types/writing.js';
import { birthDateOf, openDemographics, type Demographics } from './demographics.js';
import { isUuid } from './event-id.js';

/** The pathway's own row. */
export interface PathwayHead {
  readonly id: string;
  readonly patientId: string;
  readonly organisationId: string;
  readonly mode: PathwayMode;
  readonly definitionId: string;
  readonly definitionVersion: string;
  readonly receivedOn: OsloDate;
  readonly headHash: string | null;
  readonly headPosition: number;
  readonly eventCount: number;
  readonly lastRecordedAt: string | null;
  readonly advancedPosition: number;
  readonly nextWakeAt: string | null;
  readonly finished: boolean;
  readonly liveFrom: OsloDate | null;
}

/** An event as read under the lock: without its sealed text. */
export interface StoredEvent extends LedgerEvent {
  readonly seq: number;
  readonly actor: string;
  readonly hasText: boolean;
}

/** A pathway whose lock we hold, with all that was committed before we got it. */
export interface OpenPathway {
  readonly head: PathwayHead;
  readonly patient: OpenPatient;
  readonly events: readonly StoredEvent[];
  /** Digests of the read rows as last written; null when nothing is written yet. */
  readonly digests: Readonly<Record<string, string>> | null;
  readonly quarantined: boolean;
  /** What is recorded now is recorded at this instant: never before what is recorded already. */
  readonly now: Date;
  /** The Oslo date of `now`. */
  readonly today: OsloDate;
}

export interface OpenPatient {
  readonly id: string;
  /** Null after erasure. */
  readonly key: Buffer | null;
  readonly demographics: Demographics | null;
  readonly birthDate: OsloDate | null;
}

interface OpenedRow {
  readonly pathway: PathwayHead | null;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly events: RawEvent[] | null;
  readonly row_digests: Record<string, string> | null;
  readonly quarantined: boolean;
  readonly database_now: Date;
}

/** An event as the database's JSON has it. */
export interface RawEvent {
  readonly id: string;
  readonly position: number;
  readonly seq: number;
  readonly kind: EventKind;
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly corrects: string | null;
  readonly retracts: string | null;
  readonly organisation: string;
  readonly actor: string;
  readonly hasText: boolean;
}

/** Locks a pathway and reads it, in one round trip. @throws LedgerError `unknown-pathway`. */
export async function openPathway(context: LedgerContext, transaction: Transaction, pathwayId: string): Promise<OpenPathway> {
  if (!isUuid(pathwayId)) throw unknownPathway();
  const [row] = await transaction.query<OpenedRow>('select * from open_pathway($1)', [pathwayId], 'open_pathway');
  if (row?.pathway == null) throw unknownPathway();
  const now = recordingInstant(context, row.database_now, row.pathway.lastRecordedAt);
  return {
    head: row.pathway,
    patient: await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics, await surrogateOf(transaction, row)),
    events: (row.events ?? []).map(storedEvent),
    digests: row.row_digests,
    quarantined: row.quarantined,
    now,
    today: osloDateOf(now.getTime()),
  };
}

export function unknownPathway(): LedgerError {
  return new LedgerError('unknown-pathway', 'Forløpet finnes ikke.');
}

/** Asked for after erasure only, so that it costs the living nothing. */
async function surrogateOf(transaction: Transaction, { patient_id: id, wrapped_key: wrapped }: OpenedRow): Promise<OsloDate | null> {
  if (wrapped !== null) return null;
  const [row] = await transaction.query<{ on: OsloDate | null }>('select surrogate_birth_date as on from patient where id = $1', [id]);
  return row?.on ?? null;
}

/** Opens what is sealed of a patient. `surrogate`: what an erased patient's age is judged by (docs/decisions/0003). */
export async function openPatient(context: LedgerContext, id: string, wrapped: Buffer | null, sealed: Buffer | null, surrogate: OsloDate | null = null): Promise<OpenPatient> {
  const key = wrapped === null ? null : await context.keys.of(id, wrapped);
  const demographics = key === null || sealed === null ? null : openDemographics(key, id, sealed);
  return { id, key, demographics, birthDate: key === null ? surrogate : birthDateOf(demographics) };
}

/** The ledger's now, and never before the last recording: a clock that was set back must not reorder a pathway. */
export function recordingInstant(context: LedgerContext, databaseNow: Date, lastRecordedAt: string | null): Date {
  const now = context.clock.now(databaseNow).getTime();
  return new Date(lastRecordedAt === null ? now : Math.max(now, Date.parse(lastRecordedAt)));
}

/** As the kernel wants it: instants as ISO text in UTC, what is absent left out. */
export function storedEvent(raw: RawEvent): StoredEvent {
  const { corrects, retracts, recordedAt, ...event } = raw;
  return {
    ...event,
    recordedAt: new Date(recordedAt).toISOString(),
    ...(corrects !== null && { corrects }),
    ...(retracts !== null && { retracts }),
  };
}

/** As callers see it. */
export function recordedEvent(event: StoredEvent): RecordedEvent {
  const { id, position, seq, kind, type, occurredOn, recordedAt, data, actor } = event;
  return { id, position, seq, kind, type, occurredOn, recordedAt, data, actor, corrects: event.corrects ?? null, retracts: event.retracts ?? null };
}
