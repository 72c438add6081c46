import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { openPatient } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { effectsOn } from '../house/effects.js';
import type { InvitationDue, InvitationOutcome, MeetingForm } from '../types/working.js';
import { openWork } from './parts.js';

const minuteMs = 60_000;
/** One that was handed to the mail server without an answer is handed over once more, by the same message id. */
const silentMs = 5 * minuteMs;
/** So long a mail server that is away is tried, as for reminders. */
const givesUpAfterMs = 3 * 24 * 60 * minuteMs;
const longestPauseMs = 60 * minuteMs;

interface DueRow {
  readonly id: string;
  readonly meeting_id: string;
  readonly participant_id: string;
  readonly pathway_id: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sequence: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly form: MeetingForm;
  readonly state: 'planned' | 'sending';
  readonly sealed: Buffer;
  readonly planned_at: Date;
  readonly claimed_at: Date | null;
  readonly claims: number;
  readonly required: boolean;
  readonly mode: string;
  readonly ended_on: OsloDate | null;
  readonly meeting_state: string;
  readonly meeting_sequence: number;
  readonly organisation: string;
  readonly organisation_email: string | null;
}

/**
 * Invitations to send now, each claimed. What no longer holds is suppressed on the way: of an erased patient, of a pathway that is not live or has
 * ended, of a meeting that was moved, called off or has begun. None while effects are off.
 */
export function claimInvitations(context: LedgerContext, limit: number): Promise<readonly InvitationDue[]> {
  return inTransaction(context.database, async (transaction) => {
    if (!(await effectsOn(transaction))) return [];
    const now = await ledgerNow(context, transaction);
    const rows = await dueRows(transaction, now, limit);
    const due: InvitationDue[] = [];
    for (const row of rows) {
      const code = refusalOf(row, now);
      if (code === null) due.push(await claim(context, transaction, row, now));
      else await leaveOut(transaction, row, code, now);
    }
    return due;
  });
}

function dueRows(transaction: Transaction, now: Date, limit: number): Promise<DueRow[]> {
  return transaction.query<DueRow>(
    `select i.*, t.wrapped_key, q.required, p.mode, s.ended_on, m.state as meeting_state, m.sequence as meeting_sequence, o.name as organisation, o.email as organisation_email
       from meeting_invitation i join meeting m on m.id = i.meeting_id join meeting_participant q on q.id = i.participant_id
       join patient t on t.id = i.patient_id join pathway p on p.id = i.pathway_id join pathway_state s on s.pathway_id = p.id join organisation o on o.id = p.organisation_id
      where (i.state = 'planned' and i.next_try_at <= $1) or (i.state = 'sending' and i.claimed_at <= $2)
      order by i.line limit $3 for update of i skip locked`, [now, new Date(now.getTime() - silentMs), limit]);
}

/** Why it does not leave; null: it does. That a meeting is off is told of a pathway that has ended too: people would come. */
function refusalOf({ wrapped_key: key, mode, ended_on: endedOn, method, sequence, starts_at: startsAt, meeting_state: state, meeting_sequence: latest }: DueRow, now: Date): string | null {
  if (key === null) return 'erased';
  if (mode !== 'live') return 'not-live';
  if (startsAt <= now) return 'too-late';
  if (method === 'CANCEL') return null;
  if (endedOn !== null && endedOn <= osloDateOf(now.getTime())) return 'ended';
  return state === 'planned' && sequence === latest ? null : 'superseded';
}

async function claim(context: LedgerContext, transaction: Transaction, row: DueRow, now: Date): Promise<InvitationDue> {
  await transaction.query(`update meeting_invitation set state = 'sending', claims = claims + 1, claimed_at = $2 where id = $1`, [row.id, now]);
  const patient = await openPatient(context, row.patient_id, row.wrapped_key, null);
  return {
    id: row.id, meetingId: row.meeting_id, pathwayId: row.pathway_id, method: row.method, sequence: row.sequence, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), form: row.form,
    saidAt: row.planned_at.toISOString(), required: row.required, email: openWork<string>(patient, row.patient_id, row.id, row.sealed)!, organisation: { name: row.organisation, email: row.organisation_email },
  };
}

/** What was handed over without an answer may have arrived: it counts as sent. */
async function leaveOut(transaction: Transaction, row: DueRow, code: string, now: Date): Promise<void> {
  if (row.state === 'sending') {
    await transaction.query(`update meeting_invitation set state = 'sent', code = 'possibly-sent', sent_at = claimed_at where id = $1`, [row.id]);
    return tell(transaction, row, 'invitation-possibly-sent', { code }, now);
  }
  await transaction.query(`update meeting_invitation set state = 'suppressed', code = $2 where id = $1`, [row.id, code]);
  await tell(transaction, row, 'invitation-suppressed', { code }, now);
}

/** Records how a mail went. What is settled already stays as it is. */
export function settleInvitation(context: LedgerContext, id: string, outcome: InvitationOutcome): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const [row] = await transaction.query<DueRow>(`select * from meeting_invitation where id = $1 and state = 'sending' for update`, [id]);
    if (row === undefined) return;
    const now = await ledgerNow(context, transaction);
    if (outcome.status === 'sent') {
      await transaction.query(`update meeting_invitation set state = 'sent', code = null, sent_at = $2 where id = $1`, [id, now]);
      return tell(transaction, row, 'invitation-sent', { messageId: id, template: outcome.template }, now);
    }
    const givenUp = outcome.status === 'failed' || now.getTime() - row.planned_at.getTime() > givesUpAfterMs;
    const pause = Math.min(2 ** row.claims * minuteMs, longestPauseMs);
    await transaction.query('update meeting_invitation set state = $2, code = $3, next_try_at = $4 where id = $1', [id, givenUp ? 'failed' : 'planned', outcome.code, new Date(now.getTime() + pause)]);
    await tell(transaction, row, givenUp ? 'invitation-failed' : 'invitation-not-sent', { code: outcome.code }, now);
  });
}

/** A mail that was accepted and then came back. @returns false where it was no invitation. */
export function bounceInvitation(context: LedgerContext, messageId: string, code: string): Promise<boolean> {
  return inTransaction(context.database, async (transaction) => {
    const [row] = await transaction.query<DueRow>(`select * from meeting_invitation where id::text = $1 and state in ('sent', 'failed') for update`, [messageId]);
    if (row?.state === undefined) return false;
    const [failed] = await transaction.query(`update meeting_invitation set state = 'failed', code = $2 where id = $1 and state = 'sent' returning 1`, [row.id, code]);
    if (failed !== undefined) await tell(transaction, row, 'invitation-failed', { code }, await ledgerNow(context, transaction));
    return true;
  });
}

/** Adds to the meeting's history, which nobody changes: the proof. */
async function tell(transaction: Transaction, row: DueRow, what: string, detail: Readonly<Record<string, string>>, now: Date): Promise<void> {
  await transaction.query('insert into work_entry (pathway_id, patient_id, about, what, detail, actor, at) values ($1, $2, $3, $4, $5, $6, $7)', [
    row.pathway_id, row.patient_id, row.meeting_id, what, JSON.stringify({ deltaker: row.participant_id, method: row.method, sequence: row.sequence, ...detail }), 'system:courier', now,
  ]);
}
