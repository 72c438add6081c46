import { randomUUID } from 'node:crypto';
import { periodAsOf, periodsOf, type Timing } from '@forlop/compliance';
import { osloDateOf } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { ReportSchedule, ReportScheduleInput, ReportScheduleState } from '../types/report-schedules.js';
import { checkReach, hasRight, namesOf } from './readers.js';
import { nextOf, reportKey, scheduleRow, sealFor, shownSchedule, timingOf, unknownSchedule, type Emails, type ScheduleRow } from './row.js';

type Asks = Pick<Transaction, 'query'>;

const bad = (sentence: string): LedgerError => new LedgerError('bad-data', sentence);
const notNow = (sentence: string): LedgerError => new LedgerError('not-now', sentence);

/** Those that stand first, then those that were deleted; each by its title. */
export async function reportSchedules(context: LedgerContext): Promise<readonly ReportSchedule[]> {
  const asks: Asks = { query: (sql, parameters) => read(context.database, sql, parameters) };
  const rows = await asks.query<ScheduleRow>(`select s.*, o.name as organisation from report_schedule s join organisation o on o.id = s.organisation_id order by s.state = 'deleted', s.title, s.id`);
  return shown(context, asks, rows);
}

export async function reportSchedule(context: LedgerContext, id: string, within?: Transaction): Promise<ReportSchedule> {
  const asks: Asks = within ?? { query: (sql, parameters) => read(context.database, sql, parameters) };
  return (await shown(context, asks, [await scheduleRow(asks, id)]))[0]!;
}

export async function nextReport(context: LedgerContext, timing: Timing): Promise<NonNullable<ReportSchedule['next']>> {
  checkTiming(timing);
  return nextOf(timing, (await ledgerNow(context, { query: (sql, parameters) => read(context.database, sql, parameters) })).getTime());
}

async function shown(context: LedgerContext, asks: Asks, rows: readonly ScheduleRow[]): Promise<readonly ReportSchedule[]> {
  const key = await reportKey(context);
  const names = await namesOf(context, asks, rows.flatMap(({ owner, receivers }) => [owner, ...receivers]));
  const now = (await ledgerNow(context, asks)).getTime();
  return rows.map((row) => shownSchedule(row, { key, names, now }));
}

/** Whoever saves it owns it: what they ask for is made with their rights, and nobody sets up with another's. */
export async function saveReportSchedule(context: LedgerContext, id: string | null, input: ReportScheduleInput, actor: Actor, within?: Transaction): Promise<ReportSchedule> {
  checkTiming(input);
  const key = await reportKey(context);
  return inTransactionOf(context.database, within, async (transaction) => {
    checkReach(context, input.organisationId);
    const before = id === null ? null : await scheduleRow(transaction, id, { lock: true });
    if (before?.state === 'deleted') throw notNow('Den faste rapporten er slettet. Lag en ny.');
    await rememberOwner(transaction, actor.id);
    await checkReceivers(context, transaction, input, actor.id);
    const now = await ledgerNow(context, transaction);
    const saved = before?.id ?? randomUUID();
    const emails: Emails = { ...Object.fromEntries(input.receivers.map(({ id: one, email }) => [one, email])), [actor.id]: input.ownerEmail };
    const values = [
      saved, input.title, input.organisationId, input.definition, input.clocks, input.cohort, input.splitBy, input.cadence, input.weekday, input.period, input.formats, input.language,
      actor.id, input.receivers.map(({ id: one }) => one), sealFor(key, saved, emails), now,
    ];
    if (before === null) await transaction.query(insertion, [...values, actorText(actor)]);
    else await transaction.query(change, [...values, sameTiming(before, input)]);
    return reportSchedule(context, saved, transaction);
  });
}

const insertion = `insert into report_schedule (id, title, organisation_id, definition, clocks, cohort, split_by, cadence, weekday, period, formats, language, owner, receivers, sealed_emails, state, counts_after, created_at, changed_at, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'active', $16, $16, $16, $17)`;

/** With other days it counts anew: what would have fallen due by the new ones before today was never asked for. One that was paused because its owner lost the right goes on. */
const change = `update report_schedule set title = $2, organisation_id = $3, definition = $4, clocks = $5, cohort = $6, split_by = $7, cadence = $8, weekday = $9, period = $10, formats = $11, language = $12,
    owner = $13, receivers = $14, sealed_emails = $15, changed_at = $16, content_revision = content_revision + 1, revision = revision + 1,
    counts_after = case when $17 and paused_why is null then counts_after else $16 end,
    state = case when paused_why is null then state else 'active' end, paused_why = null
  where id = $1`;

const sameTiming = (before: ScheduleRow, input: ReportScheduleInput): boolean => JSON.stringify(timingOf(before)) === JSON.stringify(timingOf(input));

function checkTiming({ cadence, weekday, period }: Timing): void {
  if ((cadence === 'weekly') !== (weekday !== null)) throw bad(cadence === 'weekly' ? 'Velg hvilken ukedag rapporten skal lages.' : 'Ukedag gjelder bare ukentlige rapporter. De andre lages den første virkedagen.');
  if (!periodsOf[cadence].includes(period)) throw bad('Perioden passer ikke til hvor ofte rapporten lages: den samme rapporten ville bli laget flere ganger, eller dager ville mangle.');
}

/** Somebody whose program asks has never logged in by a browser: their roles must be found again when the report is made. */
async function rememberOwner({ query }: Asks, principal: string): Promise<void> {
  await query('insert into known_person (principal, person) select $1, g.person from role_grant g where g.person = any(app_persons()) and g.withdrawn_at is null limit 1 on conflict (principal) do nothing', [principal]);
}

async function checkReceivers(context: LedgerContext, transaction: Transaction, { receivers, organisationId }: ReportScheduleInput, owner: string): Promise<void> {
  if (new Set(receivers.map(({ id }) => id)).size !== receivers.length) throw bad('Hver mottaker kan stå én gang.');
  if (!(await hasRight(context, transaction, { principal: owner, organisationId, action: 'compliance.schedule' }))) throw bad('Du har ingen rolle ved virksomheten eller over den som gir rett til faste rapporter. Velg en virksomhet der du har det.');
  for (const { id } of receivers) {
    if (!(await hasRight(context, transaction, { principal: id, organisationId, action: 'compliance.open' }))) throw bad('En av mottakerne har ikke rett til å lese rapporten for denne virksomheten. Ta bort mottakeren, eller velg en annen.');
  }
}

/** Resuming counts anew: what fell due while it was paused is not made. */
export function setReportScheduleState(context: LedgerContext, id: string, state: ReportScheduleState, within?: Transaction): Promise<ReportSchedule> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const row = await scheduleRow(transaction, id, { lock: true });
    if (row.state === 'deleted') throw state === 'deleted' ? unknownSchedule() : notNow('Den faste rapporten er slettet. Lag en ny.');
    if (state === 'active' && row.paused_why !== null) throw notNow('Den som eier rapporten, har ikke lenger rett til den. Åpne den, se over og lagre: da blir den din, og går videre.');
    if (row.state !== state) {
      await transaction.query(
        `update report_schedule set state = $2, revision = revision + 1, changed_at = $3, counts_after = case when $2 = 'active' then $3 else counts_after end,
                requested_by = case when $2 = 'deleted' then null else requested_by end, requested_at = case when $2 = 'deleted' then null else requested_at end where id = $1`,
        [id, state, await ledgerNow(context, transaction)]);
    }
    return reportSchedule(context, id, transaction);
  });
}

/** One and the same period is made once: whoever wants it with what was recorded since asks under «Tall». */
export function requestReport(context: LedgerContext, id: string, actor: Actor, within?: Transaction): Promise<ReportSchedule> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const row = await scheduleRow(transaction, id, { lock: true });
    if (row.state === 'deleted') throw notNow('Den faste rapporten er slettet.');
    if (row.paused_why !== null) throw notNow('Den som eier rapporten, har ikke lenger rett til den. Åpne den, se over og lagre: da blir den din.');
    const now = await ledgerNow(context, transaction);
    const { from, to } = periodAsOf(timingOf(row), osloDateOf(now.getTime()));
    const made = await transaction.query('select from report_run where schedule_id = $1 and content_revision = $2 and period_from = $3 and period_to = $4', [id, row.content_revision, from, to]);
    if (made.length > 0) throw notNow(`Rapporten for ${from} til ${to} er alt laget, og ligger blant de tidligere. Vil du ha med det som er registrert siden, hent den under «Tall».`);
    await transaction.query('update report_schedule set requested_by = $2, requested_at = coalesce(requested_at, $3), revision = revision + 1 where id = $1', [id, actorText(actor), now]);
    return reportSchedule(context, id, transaction);
  });
}

