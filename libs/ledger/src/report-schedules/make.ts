import { randomUUID } from 'node:crypto';
import { osloDateOf } from '@forlop/calendar';
import { occurrencesBetween, periodAsOf } from '@forlop/compliance';
import { canonicalJson } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { read } from '../database/read.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { SealedReport } from '../types/compliance.js';
import type { Ledger } from '../types/ledger.js';
import type { PlannedReport, ReportMade, ReportScheduleToFollow } from '../types/report-schedules.js';
import { hasRight } from './readers.js';
import { openFor, reportCalendar, reportKey, scheduleRow, sealFor, timingOf, type Emails, type ScheduleRow } from './row.js';

type Asks = Pick<Transaction, 'query'>;

const asksOf = (context: LedgerContext): Asks => ({ query: (sql, parameters) => read(context.database, sql, parameters) });

/** What Temporal is to follow, with whether something waits to be made. */
export async function reportSchedulesToFollow(context: LedgerContext, { changed }: { readonly changed: boolean }): Promise<readonly ReportScheduleToFollow[]> {
  const rows = await read<ScheduleRow>(context.database, `select * from report_schedule where ${changed ? 'revision <> synced_revision' : "state <> 'deleted' or revision <> synced_revision"} order by id`);
  return Promise.all(rows.map(async (row) => ({
    id: row.id, state: row.state, timing: timingOf(row), revision: row.revision, due: row.state !== 'deleted' && (await missing(context, asksOf(context), row)).length > 0,
  })));
}

/** A change that came meanwhile is followed in its turn. */
export async function reportScheduleFollowed(context: LedgerContext, id: string, revision: number): Promise<void> {
  await read(context.database, 'update report_schedule set synced_revision = $2 where id = $1 and synced_revision < $2', [id, revision]);
}

/** What there is to make. Where nothing is, what fell due until now need not be looked through again. */
export function planReports(context: LedgerContext, scheduleId: string): Promise<readonly PlannedReport[]> {
  return inTransaction(context.database, async (transaction) => {
    const row = await scheduleRow(transaction, scheduleId, { lock: true });
    const now = await ledgerNow(context, transaction);
    const planned = await missing(context, transaction, row);
    if (planned.length === 0 && row.state === 'active') await transaction.query('update report_schedule set counts_after = $2 where id = $1 and counts_after < $2', [row.id, now]);
    // What was asked for had just fallen due by itself, and is made.
    if (row.requested_at !== null && planned.every(({ occurrenceOn }) => occurrenceOn !== null)) await transaction.query(forgetRequest, [row.id]);
    return planned;
  });
}

const forgetRequest = 'update report_schedule set requested_by = null, requested_at = null where id = $1';

async function missing(context: LedgerContext, asks: Asks, row: ScheduleRow): Promise<readonly PlannedReport[]> {
  if (row.state === 'deleted') return [];
  const now = (await ledgerNow(context, asks)).getTime();
  const due = row.state === 'active' ? occurrencesBetween(timingOf(row), { after: row.counts_after.getTime(), until: now }, reportCalendar()) : [];
  const wanted = [
    ...due.map(({ on, from, to }) => ({ occurrenceOn: on, from, to })),
    ...(row.requested_at === null ? [] : [{ occurrenceOn: null, ...periodAsOf(timingOf(row), osloDateOf(row.requested_at.getTime())) }]),
  ];
  if (wanted.length === 0) return [];
  const made = await asks.query<{ day: string | null; key: string }>(
    `select occurrence_on::text as day, content_revision || ' ' || period_from || ' ' || period_to as key from report_run where schedule_id = $1`, [row.id]);
  const [days, keys] = [new Set(made.map(({ day }) => day)), new Set(made.map(({ key }) => key))];
  return wanted
    .filter(({ occurrenceOn, from, to }) => !keys.has(`${row.content_revision} ${from} ${to}`) && (occurrenceOn === null || !days.has(occurrenceOn)))
    .map((one) => ({ scheduleId: row.id, contentRevision: row.content_revision, ...one }));
}

/**
 * Makes a report as of the last day of its period, with its owner's eyes: row-level security counts what they may count. It is stored with the mails that
 * tell of it in one transaction, so that neither is without the other, whatever is ended in between.
 */
export async function makeReport(context: LedgerContext, planned: PlannedReport, eyes: Pick<Ledger, 'as'>): Promise<ReportMade> {
  const asks = asksOf(context);
  const row = await scheduleRow(asks, planned.scheduleId);
  if (!(await isWanted(context, asks, row, planned))) return row.state === 'active' && row.content_revision === planned.contentRevision ? 'exists' : 'gone';
  if (!(await ownerHasRight(context, asks, row))) return store(context, planned, null);
  const owner = eyes.as({ kind: 'actor', actor: `person:${row.owner}`, organisationIds: await andBelow(asks, row.organisation_id), personHashes: [] });
  const report = await owner.complianceReport({
    from: planned.from, to: planned.to, asOf: planned.to, knownAt: null, cohort: row.cohort, organisation: row.organisation_id, definition: row.definition, clocks: row.clocks, splitBy: row.split_by,
  });
  const names = Object.fromEntries((await owner.organisations()).map(({ id, name }) => [id, name]));
  return store(context, planned, { ...report, names });
}

async function isWanted(context: LedgerContext, asks: Asks, row: ScheduleRow, { occurrenceOn, from, to, contentRevision }: PlannedReport): Promise<boolean> {
  return row.content_revision === contentRevision && (await missing(context, asks, row)).some((one) => one.occurrenceOn === occurrenceOn && one.from === from && one.to === to);
}

const ownerHasRight = (context: LedgerContext, asks: Asks, row: ScheduleRow): Promise<boolean> =>
  hasRight(context, asks, { principal: row.owner, organisationId: row.organisation_id, action: 'compliance.schedule' });

async function andBelow({ query }: Asks, organisationId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'with recursive below as (select id from organisation where id = $1 union select o.id from organisation o join below on o.parent_id = below.id) select id from below order by id', [organisationId]);
  return rows.map(({ id }) => id);
}

/** `report` null: the owner has lost the right. Nobody goes on making it until somebody who has one takes it over. */
async function store(context: LedgerContext, planned: PlannedReport, report: (SealedReport & { readonly names: Readonly<Record<string, string>> }) | null): Promise<ReportMade> {
  const key = await reportKey(context);
  return inTransaction(context.database, async (transaction) => {
    const row = await scheduleRow(transaction, planned.scheduleId, { lock: true });
    if (!(await isWanted(context, transaction, row, planned))) return row.state === 'active' && row.content_revision === planned.contentRevision ? 'exists' : 'gone';
    const now = await ledgerNow(context, transaction);
    const [run] = await transaction.query<{ id: string }>(
      `insert into report_run (id, schedule_id, organisation_id, content_revision, occurrence_on, period_from, period_to, outcome, code, title, formats, owner, report, sha256, names, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing returning id`,
      [randomUUID(), row.id, row.organisation_id, row.content_revision, planned.occurrenceOn, planned.from, planned.to, report === null ? 'refused' : 'made', report === null ? 'owner-without-right' : null,
        row.title, row.formats, row.owner, report === null ? null : canonicalJson(report.report), report?.sha256 ?? null, report === null ? null : JSON.stringify(report.names), now]);
    if (run === undefined) return 'exists';
    const emails = openFor<Emails>(key, row.id, row.sealed_emails);
    if (report === null) {
      await planMail(transaction, key, { row, runId: run.id, principal: row.owner, kind: 'owner-without-right', email: emails[row.owner]!, now });
      await transaction.query(`update report_schedule set state = 'paused', paused_why = 'owner-without-right', revision = revision + 1 where id = $1`, [row.id]);
    } else for (const principal of row.receivers) await planMail(transaction, key, { row, runId: run.id, principal, kind: 'ready', email: emails[principal]!, now });
    if (planned.occurrenceOn === null || report === null) await transaction.query(forgetRequest, [row.id]);
    return report === null ? 'refused' : 'made';
  });
}

interface MailToPlan {
  readonly row: Pick<ScheduleRow, 'organisation_id' | 'language'>;
  readonly runId: string;
  readonly principal: string;
  readonly kind: 'ready' | 'owner-without-right' | 'receiver-without-right';
  readonly about?: string;
  readonly email: string;
  readonly now: Date;
}

/** Plans a mail; the same one is planned once. */
export async function planMail({ query }: Asks, key: Buffer, { row, runId, principal, kind, about = '', email, now }: MailToPlan): Promise<void> {
  const id = randomUUID();
  await query(
    `insert into report_mail (id, run_id, organisation_id, principal, kind, about, language, sealed_email, state, next_try_at, planned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', $9, $9) on conflict (run_id, principal, kind, about) do nothing`,
    [id, runId, row.organisation_id, principal, kind, about, row.language, sealFor(key, id, email), now]);
}
