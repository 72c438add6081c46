import { calendarById, type OsloDate } from '@forlop/calendar';
import { nextOccurrence, type Cadence, type Cohort, type RelativePeriod, type ReportFormat, type ReportLanguage, type Split, type Timing } from '@forlop/compliance';
import { open, seal } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import type { Transaction } from '../database/transaction.js';
import { systemKey } from '../house/system-keys.js';
import { LedgerError } from '../types/errors.js';
import type { ReportSchedule, ReportScheduleState } from '../types/report-schedules.js';

/** A scheduled report as it is stored. */
export interface ScheduleRow {
  readonly id: string;
  readonly title: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly definition: string | null;
  readonly clocks: readonly string[] | null;
  readonly cohort: Cohort;
  readonly split_by: readonly Split[];
  readonly cadence: Cadence;
  readonly weekday: number | null;
  readonly period: RelativePeriod;
  readonly formats: readonly ReportFormat[];
  readonly language: ReportLanguage;
  readonly owner: string;
  readonly receivers: readonly string[];
  readonly sealed_emails: Buffer;
  readonly state: ReportScheduleState;
  readonly paused_why: string | null;
  readonly counts_after: Date;
  readonly content_revision: number;
  readonly revision: number;
  readonly synced_revision: number;
  readonly requested_at: Date | null;
  readonly created_at: Date;
  readonly changed_at: Date;
}

type Asks = Pick<Transaction, 'query'>;

export const unknownSchedule = (): LedgerError => new LedgerError('unknown-schedule', 'Den faste rapporten finnes ikke, eller du har ikke tilgang til den.');

/** Holidays as they are known today: it is the day of sending that is decided, and no patient's date. */
export const reportCalendar = () => calendarById('norge');

/** `lock`: until the transaction ends. @throws LedgerError `unknown-schedule`. */
export async function scheduleRow({ query }: Asks, id: string, { lock = false } = {}): Promise<ScheduleRow> {
  const [row] = isUuid(id) ? await query<ScheduleRow>(`select s.*, o.name as organisation from report_schedule s join organisation o on o.id = s.organisation_id where s.id = $1${lock ? ' for update of s' : ''}`, [id]) : [];
  if (row === undefined) throw unknownSchedule();
  return row;
}

export const timingOf = ({ cadence, weekday, period }: Timing): Timing => ({ cadence, weekday, period });

/** E-mail addresses by principal. */
export type Emails = Readonly<Record<string, string>>;

export const reportKey = (context: LedgerContext): Promise<Buffer> => systemKey(context, 'report-schedules');
const sealContext = (id: string) => ({ owner: 'report-schedule', purpose: id });
export const sealFor = (key: Buffer, id: string, value: Emails | string): Buffer => seal(key, value as never, sealContext(id));
export const openFor = <T extends Emails | string>(key: Buffer, id: string, sealed: Buffer): T => open(key, sealed, sealContext(id)) as unknown as T;

/** As it is shown. `now`: epoch milliseconds. */
export function shownSchedule(row: ScheduleRow, { key, names, now }: { readonly key: Buffer; readonly names: ReadonlyMap<string, string | null>; readonly now: number }): ReportSchedule {
  const emails = openFor<Emails>(key, row.id, row.sealed_emails);
  return {
    id: row.id, title: row.title, organisationId: row.organisation_id, organisation: row.organisation, definition: row.definition, clocks: row.clocks, cohort: row.cohort, splitBy: row.split_by,
    cadence: row.cadence, weekday: row.weekday, period: row.period, formats: row.formats, language: row.language,
    owner: { id: row.owner, name: names.get(row.owner) ?? null }, ownerEmail: emails[row.owner] ?? '',
    receivers: row.receivers.map((id) => ({ id, name: names.get(id) ?? null, email: emails[id] ?? '' })),
    state: row.state, pausedWhy: row.paused_why, requestedAt: row.requested_at?.toISOString() ?? null,
    next: row.state === 'active' ? nextOf(timingOf(row), now) : null,
    createdAt: row.created_at.toISOString(), changedAt: row.changed_at.toISOString(),
  };
}

/** The first time after an instant, epoch milliseconds. */
export function nextOf(timing: Timing, now: number): NonNullable<ReportSchedule['next']> {
  const { on, at, from, to } = nextOccurrence(timing, now, reportCalendar());
  return { on, at: new Date(at).toISOString(), from, to };
}

/** A period as it is stored, and as the question of a report has it. */
export interface PeriodRow {
  readonly period_from: OsloDate;
  readonly period_to: OsloDate;
}
