import { osloDateOf, type OsloDate } from '@forlop/calendar';
import { checkEvent } from '@forlop/pathway';
import { definitionOf } from '../commands/record.js';
import type { LedgerContext } from '../context.js';
import { newEventId } from '../core/event-id.js';
import { observations } from '../core/observation-types.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import type { AppointmentKind, AppointmentStatus } from '../types/mirrored-calendar.js';
import { factsOf, nothingStands, understands, type AppointmentFact, type Standing } from './appointment-facts.js';

/** A mirrored appointment's row, as far as its facts depend on it. */
export interface AppointmentRow {
  readonly id: string;
  readonly pathway_id: string | null;
  readonly kind: AppointmentKind;
  readonly status: AppointmentStatus;
  readonly starts_at: Date;
  readonly version_at: Date;
  readonly made_on: OsloDate | null;
  readonly cause: string | null;
  readonly facts: readonly string[];
  readonly offered_day: OsloDate | null;
  readonly offered_on: OsloDate | null;
  readonly ended: 'cancelled' | 'noshow' | null;
}

export const rowColumns = 'id, pathway_id, kind, status, starts_at, version_at, made_on, cause, facts, offered_day, offered_on, ended';

/** Why nothing was recorded though the appointment has a pathway. */
export type Remark = { readonly code: string; readonly sentence: string };

const standingOf = (row: AppointmentRow): Standing => ({ facts: row.facts, offeredDay: row.offered_day, offeredOn: row.offered_on, ended: row.ended });

/** Records on the appointment's pathway what its present state means there, and answers the request that it meets. Called with the purpose `intake`. */
export async function recordAppointment(context: LedgerContext, transaction: Transaction, row: AppointmentRow & { readonly pathway_id: string }, actor: string): Promise<Remark | null> {
  const pathway = await openPathway(context, transaction, row.pathway_id);
  const definition = definitionOf(context, pathway);
  const about = understands(definition.source, row.kind);
  // What is no longer for anything that the definition speaks of takes back what it said when it was.
  if (!about && row.facts.length === 0) return null;
  const now = { id: row.id, kind: row.kind, status: about ? row.status : ('entered-in-error' as const), startsAt: row.starts_at, versionAt: row.version_at, madeOn: row.made_on, cause: row.cause, another: await anotherTime(transaction, row) };
  const before = sameKind(pathway, row) ? standingOf(row) : nothingStands;
  const stale = before === nothingStands ? row.facts : [];
  const facts = factsOf(now, before, pathway.today);
  const record = [...stale.map((retracts): AppointmentFact => ({ retracts })), ...facts.record];
  const drafts = draftsOf(pathway, record, actor);
  const wrong = drafts.flatMap(({ retracts, type, occurredOn, data }) =>
    retracts !== undefined ? [] : checkEvent(definition, { type, occurredOn, data, hasText: false }, { today: pathway.today, birthDate: pathway.patient.birthDate }));
  if (wrong.length > 0) return { code: wrong[0]!.code, sentence: `Timen er speilet, men ikke ført i forløpet: ${wrong[0]!.sentence}` };
  const answered = await answerRequest(transaction, pathway, row, actor);
  const all = [...drafts, ...answered];
  if (all.length > 0) await writePathway(context, transaction, pathway, all, { tell: true });
  const takenBack = new Set(record.flatMap((one) => ('retracts' in one ? [one.retracts] : [])));
  const stand = [...before.facts.filter((id) => !takenBack.has(id)), ...drafts.flatMap(({ retracts, id }) => (retracts === undefined ? [id!] : []))];
  const { offeredDay, offeredOn, ended } = facts.then;
  await transaction.query('update mirrored_appointment set facts = $2, offered_day = $3, offered_on = $4, ended = $5 where id = $1', [row.id, stand, offeredDay, offeredOn, ended]);
  return null;
}

/** Whether what stands was said of the same kind of appointment. */
function sameKind(pathway: OpenPathway, { facts, kind }: AppointmentRow): boolean {
  const first = pathway.events.find(({ id }) => id === facts[0]);
  return first === undefined || first.data['gjelder'] === kind;
}

/** Another time of the same kind that the patient has and that is not past. */
async function anotherTime(transaction: Transaction, { id, pathway_id: pathwayId, kind, version_at: at }: AppointmentRow): Promise<OsloDate | null> {
  const [other] = await transaction.query<{ starts_at: Date }>(
    `select starts_at from mirrored_appointment where pathway_id = $1 and kind = $2 and id <> $3 and status = 'booked' and ended is null and offered_day is not null and starts_at > $4
      order by starts_at limit 1`,
    [pathwayId, kind, id, at],
  );
  return other === undefined ? null : osloDateOf(other.starts_at.toISOString());
}

function draftsOf(pathway: OpenPathway, facts: readonly AppointmentFact[], actor: string): EventDraft[] {
  return facts.map((fact, i): EventDraft => {
    const id = newEventId(pathway.now, pathway.head.eventCount + i + 1);
    if (!('retracts' in fact)) return { id, kind: 'fact', type: fact.type, occurredOn: fact.on, data: fact.data, actor };
    const { type, occurredOn } = pathway.events.find((event) => event.id === fact.retracts)!;
    return { id, kind: 'fact', type, occurredOn, data: {}, retracts: fact.retracts, actor };
  });
}

/** A time of the wished kind on or before the wished day is what was asked for; a later one leaves the request standing. */
async function answerRequest(transaction: Transaction, pathway: OpenPathway, row: AppointmentRow, actor: string): Promise<EventDraft[]> {
  if (row.status !== 'booked') return [];
  const day = osloDateOf(row.starts_at.toISOString());
  const [request] = await transaction.query<{ id: string }>(
    `update appointment_request set state = 'answered', answered_by = $3, ended_at = $5, ended_by = $6
      where pathway_id = $1 and kind = $2 and state = 'asked' and before_on >= $4 returning id`,
    [pathway.head.id, row.kind, row.id, day, pathway.now, actor],
  );
  if (request === undefined) return [];
  return [{ kind: 'observation', type: observations.appointmentAnswered, occurredOn: pathway.today, data: { request: request.id, tid: day }, actor }];
}
