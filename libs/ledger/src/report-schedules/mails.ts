import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { effectsOn } from '../house/effects.js';
import type { ReportMailDue, ReportMailKind, ReportMailOutcome } from '../types/report-schedules.js';
import { planMail } from './make.js';
import { hasRight } from './readers.js';
import { openFor, reportKey, scheduleRow, type Emails, type ScheduleRow } from './row.js';

const minuteMs = 60_000;
/** One that was handed to the mail server without an answer is handed over once more, by the same message id. */
const silentMs = 5 * minuteMs;
const givesUpAfterMs = 3 * 24 * 60 * minuteMs;
const longestPauseMs = 60 * minuteMs;

interface MailRow {
  readonly id: string;
  readonly run_id: string;
  readonly schedule_id: string;
  readonly principal: string;
  readonly kind: ReportMailKind;
  readonly language: ScheduleRow['language'];
  readonly sealed_email: Buffer;
  readonly claims: number;
  readonly planned_at: Date;
}

/** The right is asked for again at the very moment of sending: it may have been lost since the report was made, and since the receiver was chosen. */
export async function claimReportMails(context: LedgerContext, limit: number): Promise<readonly ReportMailDue[]> {
  const key = await reportKey(context);
  return inTransaction(context.database, async (transaction) => {
    if (!(await effectsOn(transaction))) return [];
    const now = await ledgerNow(context, transaction);
    const rows = await transaction.query<MailRow>(
      `select m.*, r.schedule_id from report_mail m join report_run r on r.id = m.run_id
        where (m.state = 'planned' and m.next_try_at <= $1) or (m.state = 'sending' and m.claimed_at <= $2)
        order by m.planned_at, m.id limit $3 for update of m skip locked`, [now, new Date(now.getTime() - silentMs), limit]);
    const due: ReportMailDue[] = [];
    for (const row of rows) if (await mayBeTold(context, transaction, row, key, now)) due.push(await claim(transaction, row, key, now));
    return due;
  });
}

/** What tells an owner that a right is lost holds nothing that it takes a right to know. */
async function mayBeTold(context: LedgerContext, transaction: Transaction, row: MailRow, key: Buffer, now: Date): Promise<boolean> {
  if (row.kind !== 'ready') return true;
  const schedule = await scheduleRow(transaction, row.schedule_id);
  if (await hasRight(context, transaction, { principal: row.principal, organisationId: schedule.organisation_id, action: 'compliance.open' })) return true;
  await transaction.query(`update report_mail set state = 'suppressed', code = 'without-right' where id = $1`, [row.id]);
  const email = openFor<Emails>(key, schedule.id, schedule.sealed_emails)[schedule.owner]!;
  await planMail(transaction, key, { row: schedule, runId: row.run_id, principal: schedule.owner, kind: 'receiver-without-right', about: row.principal, email, now });
  return false;
}

async function claim({ query }: Transaction, { id, schedule_id: scheduleId, run_id: runId, kind, language, sealed_email: sealed }: MailRow, key: Buffer, now: Date): Promise<ReportMailDue> {
  await query(`update report_mail set state = 'sending', claims = claims + 1, claimed_at = $2 where id = $1`, [id, now]);
  return { id, scheduleId, runId, kind, language, email: openFor<string>(key, id, sealed) };
}

/** Records how a mail went. What is settled already stays as it is. */
export function settleReportMail(context: LedgerContext, id: string, outcome: ReportMailOutcome): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const [row] = await transaction.query<MailRow>(`select * from report_mail where id = $1 and state = 'sending' for update`, [id]);
    if (row === undefined) return;
    const now = await ledgerNow(context, transaction);
    if (outcome.status === 'sent') {
      await transaction.query(`update report_mail set state = 'sent', code = null, template = $3, sent_at = $2 where id = $1`, [id, now, outcome.template]);
      return;
    }
    const givenUp = outcome.status === 'failed' || now.getTime() - row.planned_at.getTime() > givesUpAfterMs;
    const pause = Math.min(2 ** row.claims * minuteMs, longestPauseMs);
    await transaction.query('update report_mail set state = $2, code = $3, next_try_at = $4 where id = $1', [id, givenUp ? 'failed' : 'planned', outcome.code, new Date(now.getTime() + pause)]);
  });
}

export function bounceReportMail(context: LedgerContext, messageId: string, code: string): Promise<boolean> {
  return inTransaction(context.database, async ({ query }) =>
    (await query(`update report_mail set state = 'failed', code = $2 where id::text = $1 and state in ('sent', 'failed') returning 1`, [messageId, code])).length > 0);
}
