import { randomUUID } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import { contactOf, storedContact } from '../reminders/addressees.js';
import type { MeetingForm, MeetingInvitation, ParticipantInput } from '../types/working.js';
import { openWork, sealWork, type openForWork } from './parts.js';

type Opened = Awaited<ReturnType<typeof openForWork>>;
type Reader = Pick<Transaction, 'query'>;

/** A meeting as an invitation tells of it. */
export interface InvitedTo {
  readonly id: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly form: MeetingForm;
}

interface Addressed {
  readonly id: string;
  readonly email: string | null;
}

interface Former {
  readonly participant_id: string;
  readonly state: 'planned' | 'sending' | 'sent' | 'failed';
  readonly patient_id: string;
  readonly id: string;
  readonly sealed: Buffer;
}

/** Roles whose own address is not taken from the record by itself: the patient is invited as whoever arranges it agrees with her. */
const invitedByHand = new Set(['pasient', 'foresatte', 'foresatt']);

/** How somebody is reached who is on the list because the definition wants them there; nobody has been named yet. */
export async function expectedParticipant(transaction: Transaction, { patient, head }: Opened, code: string): Promise<ParticipantInput> {
  if (invitedByHand.has(code)) return { code, name: null, email: null };
  const contact = code === 'fastlege' ? await contactOf(transaction, patient, head.id, code) : await storedContact(transaction, patient, code);
  return { code, name: contact?.name || null, email: contact?.email ?? null };
}

/** Plans a mail to each who has an address, for the courier to send. Nobody is invited to what has begun. */
export async function invite(transaction: Transaction, pathway: Opened, meeting: InvitedTo, people: readonly Addressed[]): Promise<void> {
  if (meeting.startsAt <= pathway.now) return;
  for (const { id, email } of people) if (email !== null) await plan(transaction, pathway, meeting, id, 'REQUEST', email);
}

/** The meeting has another time: what is not out yet is not sent, and everybody is told the new one. */
export async function inviteAnew(transaction: Transaction, pathway: Opened, meeting: InvitedTo): Promise<void> {
  await takeBack(transaction, meeting.id);
  await invite(transaction, pathway, meeting, await peopleOf(transaction, pathway, meeting.id));
}

/** Tells those who may have been told of a meeting that it is off, where it still lies ahead. */
export async function callOff(transaction: Transaction, pathway: Opened, meeting: InvitedTo, participantId?: string): Promise<void> {
  const told = (await takeBack(transaction, meeting.id, participantId)).filter(({ state }) => state === 'sent' || state === 'sending');
  if (meeting.startsAt <= pathway.now) return;
  const last = new Map(told.map((one) => [one.participant_id, one]));
  for (const one of last.values()) await plan(transaction, pathway, meeting, one.participant_id, 'CANCEL', openWork<string>(pathway.patient, one.patient_id, one.id, one.sealed)!);
}

/** Whether somebody has been invited at this address to the meeting as it is now, or will be. */
export async function isInvited(transaction: Transaction, pathway: Opened, meeting: InvitedTo, participantId: string, email: string): Promise<boolean> {
  const [last] = await transaction.query<Former & { readonly method: string; readonly sequence: number }>(
    'select id, participant_id, patient_id, method, sequence, state, sealed from meeting_invitation where participant_id = $1 order by line desc limit 1', [participantId]);
  if (last === undefined || last.method !== 'REQUEST' || last.sequence !== meeting.sequence || !['planned', 'sending', 'sent'].includes(last.state)) return false;
  return openWork<string>(pathway.patient, last.patient_id, last.id, last.sealed) === email;
}

/** What is not out yet is not sent any more. @returns the invitations that nobody has called off since, the latest last. */
async function takeBack(transaction: Transaction, meetingId: string, participantId: string | null = null): Promise<readonly Former[]> {
  const rows = await transaction.query<Former & { readonly method: string }>(
    `select id, participant_id, patient_id, method, state, sealed from meeting_invitation where meeting_id = $1 and ($2::uuid is null or participant_id = $2) order by line for update`, [meetingId, participantId]);
  await transaction.query(`update meeting_invitation set state = 'suppressed', code = 'superseded' where id = any($1)`, [rows.filter(({ state, method }) => state === 'planned' && method === 'REQUEST').map(({ id }) => id)]);
  return rows.filter(({ method, participant_id: one }, i) => method === 'REQUEST' && !rows.slice(i + 1).some((later) => later.participant_id === one && later.method === 'CANCEL'));
}

async function plan(transaction: Transaction, { head, patient, key, now }: Opened, meeting: InvitedTo, participantId: string, method: 'REQUEST' | 'CANCEL', email: string): Promise<void> {
  const id = randomUUID();
  await transaction.query(
    `insert into meeting_invitation (id, meeting_id, participant_id, pathway_id, patient_id, method, sequence, starts_at, ends_at, form, state, sealed, next_try_at, planned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'planned', $11, $12, $12)`,
    [id, meeting.id, participantId, head.id, patient.id, method, meeting.sequence, meeting.startsAt, meeting.endsAt, meeting.form, sealWork(key, patient.id, id, email), now]);
}

async function peopleOf(transaction: Transaction, { patient }: Opened, meetingId: string): Promise<readonly Addressed[]> {
  const rows = await transaction.query<{ id: string; patient_id: string; sealed: Buffer }>('select id, patient_id, sealed from meeting_participant where meeting_id = $1 order by id', [meetingId]);
  return rows.map((row) => ({ id: row.id, email: openWork<{ email: string | null }>(patient, row.patient_id, row.id, row.sealed)?.email ?? null }));
}

interface ShownRow extends Omit<MeetingInvitation, 'email' | 'plannedAt' | 'sentAt'> {
  readonly id: string;
  readonly meeting_id: string;
  readonly participant_id: string;
  readonly patient_id: string;
  readonly sealed: Buffer;
  readonly planned_at: Date;
  readonly sent_at: Date | null;
}

/** What was mailed about these meetings, by participant, the latest first. */
export async function invitationsOf(reader: Reader, keys: { readonly key: Buffer | null }, meetingIds: readonly string[]): Promise<ReadonlyMap<string, readonly MeetingInvitation[]>> {
  const shown = new Map<string, MeetingInvitation[]>();
  const rows = await reader.query<ShownRow>(
    'select id, meeting_id, participant_id, patient_id, method, sequence, state, code, sealed, planned_at, sent_at from meeting_invitation where meeting_id = any($1) order by line desc', [meetingIds]);
  for (const { id, participant_id: participant, patient_id: patientId, method, sequence, state, code, sealed, planned_at: planned, sent_at: sent } of rows) {
    const email = openWork<string>(keys, patientId, id, sealed);
    shown.set(participant, [...(shown.get(participant) ?? []), { method, sequence, state, code, email, plannedAt: planned.toISOString(), sentAt: sent?.toISOString() ?? null }]);
  }
  return shown;
}
