import type { ReportFormat } from '@forlop/compliance';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { read } from '../database/read.js';
import type { ReportMailState, ReportRun, StoredReport } from '../types/report-schedules.js';
import { namesOf } from './readers.js';
import { scheduleRow, unknownSchedule, type PeriodRow } from './row.js';

const most = 200;

interface RunRow extends PeriodRow {
  readonly id: string;
  readonly title: string;
  readonly occurrence_on: ReportRun['occurrenceOn'];
  readonly outcome: ReportRun['outcome'];
  readonly code: string | null;
  readonly formats: readonly ReportFormat[];
  readonly sha256: string | null;
  readonly made_at: Date;
}

interface MailRow {
  readonly run_id: string;
  readonly principal: string;
  readonly kind: ReportMailState['kind'];
  readonly state: ReportMailState['state'];
  readonly code: string | null;
  readonly sent_at: Date | null;
}

/** What a scheduled report has come to, with who was told. */
export async function reportRuns(context: LedgerContext, scheduleId: string): Promise<readonly ReportRun[]> {
  const asks = { query: <Row>(sql: string, parameters?: readonly unknown[]) => read<Row>(context.database, sql, parameters) };
  await scheduleRow(asks, scheduleId);
  const rows = await asks.query<RunRow>(
    `select id, title, occurrence_on, period_from, period_to, outcome, code, formats, sha256, made_at from report_run where schedule_id = $1 order by made_at desc, id limit ${most}`, [scheduleId]);
  const mails = await asks.query<MailRow>('select run_id, principal, kind, state, code, sent_at from report_mail where run_id = any($1) order by planned_at, id', [rows.map(({ id }) => id)]);
  const names = await namesOf(context, asks, mails.map(({ principal }) => principal));
  return rows.map(({ id, title, occurrence_on: occurrenceOn, period_from: from, period_to: to, outcome, code, formats, sha256, made_at: madeAt }) => ({
    id, scheduleId, title, occurrenceOn, from, to, outcome, code, formats, sha256, madeAt: madeAt.toISOString(),
    mails: mails.filter(({ run_id: of }) => of === id).map(({ principal, kind, state, code: why, sent_at: sentAt }) => ({ receiver: { id: principal, name: names.get(principal) ?? null }, kind, state, code: why, sentAt: sentAt?.toISOString() ?? null })),
  }));
}

interface StoredRow extends PeriodRow {
  readonly title: string;
  readonly formats: readonly ReportFormat[];
  readonly report: string;
  readonly sha256: string;
  readonly names: Readonly<Record<string, string>>;
}

/** A report as it was made. */
export async function storedReport(context: LedgerContext, scheduleId: string, runId: string): Promise<StoredReport> {
  const [row] = isUuid(scheduleId) && isUuid(runId) ? await read<StoredRow>(
    context.database, `select title, formats, period_from, period_to, report, sha256, names from report_run where id = $1 and schedule_id = $2 and outcome = 'made'`, [runId, scheduleId]) : [];
  if (row === undefined) throw unknownSchedule();
  return { title: row.title, from: row.period_from, to: row.period_to, formats: row.formats, canonical: row.report, sha256: row.sha256, names: row.names };
}
