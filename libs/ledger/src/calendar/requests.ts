import { randomUUID } from 'node:crypto';
import { isOsloDate, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway, unknownPathway } from '../core/open-pathway.js';
import { isUuid } from '../core/event-id.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { AppointmentRequest } from '../types/mirrored-calendar.js';

const kinds: ReadonlySet<string> = new Set(['oppstart', 'oppfolging', 'mote', 'undersokelse']);

/** Of `r` (appointment_request) and `a` (mirrored_appointment). */
export const requestColumns = `r.id, r.pathway_id, r.kind, r.before_on, r.state, r.asked_at, r.ended_at, a.id as appointment_id, a.starts_at`;

export interface RequestRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly kind: AppointmentRequest['kind'];
  readonly before_on: OsloDate;
  readonly state: AppointmentRequest['state'];
  readonly asked_at: Date;
  readonly ended_at: Date | null;
  readonly appointment_id: string | null;
  readonly starts_at: Date | null;
}

export const requestShown = (row: RequestRow): AppointmentRequest => ({
  id: row.id,
  pathwayId: row.pathway_id,
  kind: row.kind,
  beforeOn: row.before_on,
  state: row.state,
  askedAt: row.asked_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  appointment: row.appointment_id === null || row.starts_at === null ? null : { id: row.appointment_id, startsAt: row.starts_at.toISOString() },
});

/**
 * Asks those who book for a time; the record system is where it is booked. One request at a time: a new wish takes the place of one that waits.
 * @throws LedgerError `unknown-pathway`, `bad-data`.
 */
export function requestAppointment(
  context: LedgerContext, pathwayId: string, { kind, beforeOn }: { readonly kind: AppointmentRequest['kind']; readonly beforeOn: OsloDate }, actor: Actor, within?: Transaction,
): Promise<AppointmentRequest> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    if (!kinds.has(kind)) throw new LedgerError('bad-data', `Slaget «${kind}» er ukjent. Bruk ${[...kinds].join(', ')}.`);
    if (!isOsloDate(beforeOn) || beforeOn < pathway.today) throw new LedgerError('bad-data', 'Den siste dagen som kan brukes, må være en dato fra i dag.');
    if (pathway.patient.key === null) throw new LedgerError('erased', 'Pasientens opplysninger er slettet.');
    const by = actorText(actor);
    await end(transaction, pathwayId, pathway.now, by);
    const id = randomUUID();
    await transaction.query(
      'insert into appointment_request (id, pathway_id, kind, before_on, asked_at, asked_by) values ($1, $2, $3, $4, $5, $6)', [id, pathwayId, kind, beforeOn, pathway.now, by]);
    const draft: EventDraft = { kind: 'observation', type: observations.appointmentRequested, occurredOn: pathway.today, data: { request: id, gjelder: kind, innen: beforeOn }, actor: by };
    await writePathway(context, transaction, pathway, [draft], { tell: true });
    return one(transaction, id);
  });
}

/** Takes back the request that waits. @throws LedgerError `unknown-pathway`, `bad-data`. */
export function withdrawAppointmentRequest(context: LedgerContext, pathwayId: string, actor: Actor, within?: Transaction): Promise<AppointmentRequest> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const id = await end(transaction, pathwayId, pathway.now, actorText(actor));
    if (id === null) throw new LedgerError('bad-data', 'Det er ikke bedt om noen time som ikke er besvart.');
    const draft: EventDraft = { kind: 'observation', type: observations.appointmentWithdrawn, occurredOn: pathway.today, data: { request: id }, actor: actorText(actor) };
    await writePathway(context, transaction, pathway, [draft], { tell: true });
    return one(transaction, id);
  });
}

async function end(transaction: Transaction, pathwayId: string, now: Date, by: string): Promise<string | null> {
  const [row] = await transaction.query<{ id: string }>(
    `update appointment_request set state = 'withdrawn', ended_at = $2, ended_by = $3 where pathway_id = $1 and state = 'asked' returning id`, [pathwayId, now, by]);
  return row?.id ?? null;
}

async function one(transaction: Transaction, id: string): Promise<AppointmentRequest> {
  const [row] = await transaction.query<RequestRow>(`select ${requestColumns} from appointment_request r left join mirrored_appointment a on a.id = r.answered_by where r.id = $1`, [id]);
  return requestShown(row!);
}

/** All of a pathway's, the latest first. @throws LedgerError `unknown-pathway`. */
export async function appointmentRequestsOf(context: LedgerContext, pathwayId: string): Promise<readonly AppointmentRequest[]> {
  await mustExist(context, pathwayId);
  const rows = await read<RequestRow>(
    context.database,
    `select ${requestColumns} from appointment_request r left join mirrored_appointment a on a.id = r.answered_by where r.pathway_id = $1 order by r.asked_at desc, r.id`, [pathwayId]);
  return rows.map(requestShown);
}

/** @throws LedgerError `unknown-pathway` for one that does not exist, or that whoever looks may not see. */
export async function mustExist({ database }: LedgerContext, pathwayId: string): Promise<void> {
  if (!isUuid(pathwayId) || (await read(database, 'select 1 from pathway where id = $1', [pathwayId])).length === 0) throw unknownPathway();
}
