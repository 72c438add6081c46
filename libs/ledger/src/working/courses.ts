import { randomUUID } from 'node:crypto';
import { osloTimeOf } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { isUuid } from '../core/event-id.js';
import { snapshot } from '../database/read.js';
import { asLine, inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { Course, CourseInput, CourseSession, SessionInput } from '../types/working.js';
import { moveUp, standing } from './line.js';
import { addEntry, observe } from './parts.js';

interface CourseRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly kind: string;
  readonly title: string;
  readonly audience: string | null;
  readonly place: string | null;
  readonly video_url: string | null;
  readonly places: number;
  readonly answer_days: number;
  readonly cancelled_at: Date | null;
  readonly cancelled_reason: string | null;
  readonly sessions: readonly { readonly id: string; readonly startsAt: string; readonly endsAt: string }[] | null;
}

const columns = `c.id, c.organisation_id, c.kind, c.title, c.audience, c.place, c.video_url, c.places, c.answer_days, c.cancelled_at, c.cancelled_reason,
  (select json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at) order by s.starts_at, s.id) from course_session s where s.course_id = c.id) as sessions`;

export const unknownCourse = (): LedgerError => new LedgerError('unknown-course', 'Det finnes ikke noe kurs med denne id-en.');

/** A course's row, locked: whoever gives or frees a place waits here. @throws LedgerError `unknown-course`. */
export async function lockCourse(transaction: Transaction, id: string, organisationIds: readonly string[] | null): Promise<CourseRow> {
  if (!isUuid(id)) throw unknownCourse();
  const [locked] = await transaction.query('select 1 from course where id = $1 and ($2::uuid[] is null or organisation_id = any($2)) for update', [id, organisationIds]);
  if (locked === undefined) throw unknownCourse();
  return (await transaction.query<CourseRow>(`select ${columns} from course c where c.id = $1`, [id]))[0]!;
}

/** Of these organisations, the next first. */
export async function courses(context: LedgerContext, { organisationIds, past = false }: { readonly organisationIds: readonly string[]; readonly past?: boolean }): Promise<readonly Course[]> {
  return snapshot(context.database, async (reader) => {
    const now = await ledgerNow(context, reader);
    const rows = await reader.query<CourseRow>(
      `select ${columns} from course c where c.organisation_id = any($1)
          and ($2 or (c.cancelled_at is null and exists (select from course_session s where s.course_id = c.id and s.ends_at > $3)))
        order by (select min(s.starts_at) from course_session s where s.course_id = c.id), c.id`, [organisationIds, past, now]);
    return shownAll(reader, rows);
  });
}

export async function course(context: LedgerContext, id: string, organisationIds: readonly string[]): Promise<Course> {
  return snapshot(context.database, async (reader) => {
    const rows = isUuid(id) ? await reader.query<CourseRow>(`select ${columns} from course c where c.id = $1 and c.organisation_id = any($2)`, [id, organisationIds]) : [];
    const [found] = await shownAll(reader, rows);
    if (found === undefined) throw unknownCourse();
    return found;
  });
}

async function shownAll(reader: Transaction, rows: readonly CourseRow[]): Promise<Course[]> {
  const counts = await asLine(reader, () => standing(reader, rows.map(({ id }) => id)));
  return rows.map((row) => {
    const { taken = 0, waiting = 0 } = counts.get(row.id) ?? {};
    return {
      id: row.id, organisationId: row.organisation_id, kind: row.kind, title: row.title, audience: row.audience, place: row.place, videoUrl: row.video_url,
      places: row.places, answerDays: row.answer_days, sessions: (row.sessions ?? []).map(sessionShown), taken, waiting, free: Math.max(0, row.places - taken),
      cancelledAt: row.cancelled_at?.toISOString() ?? null, cancelledReason: row.cancelled_reason,
    };
  });
}

const sessionShown = ({ id, startsAt, endsAt }: CourseSession): CourseSession => ({ id, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() });

export function createCourse(context: LedgerContext, input: CourseInput, organisationId: string, actor: Actor, within?: Transaction): Promise<Course> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const id = randomUUID();
    mustKnowKind(context, input.kind);
    await transaction.query(
      `insert into course (id, organisation_id, kind, title, audience, place, video_url, places, answer_days, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, organisationId, ...contents(input), actorText(actor), await ledgerNow(context, transaction)]);
    await addSessions(transaction, id, input.sessions);
    return shown(transaction, id);
  });
}

export function changeCourse(context: LedgerContext, id: string, input: CourseInput, organisationIds: readonly string[], _actor: Actor, within?: Transaction): Promise<Course> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const before = await lockCourse(transaction, id, organisationIds);
    mustStand(before);
    if (input.kind !== before.kind) throw new LedgerError('bad-data', 'Kursets type kan ikke endres.');
    const { taken = 0 } = (await asLine(transaction, () => standing(transaction, [id]))).get(id) ?? {};
    if (input.places < taken) throw new LedgerError('course-full', `${taken} har plass eller tilbud om plass. Det kan ikke være færre plasser enn det.`);
    await transaction.query('update course set kind = $2, title = $3, audience = $4, place = $5, video_url = $6, places = $7, answer_days = $8 where id = $1', [id, ...contents(input)]);
    await changeSessions(transaction, before, input.sessions);
    await moveUp(context, transaction, { ...before, places: input.places, answer_days: input.answerDays });
    return shown(transaction, id);
  });
}

/** The course is not held. Nothing is recorded as interrupted: the patients still wait, and their clocks run. */
export function cancelCourse(context: LedgerContext, id: string, reason: string, organisationIds: readonly string[], actor: Actor, within?: Transaction): Promise<Course> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const before = await lockCourse(transaction, id, organisationIds);
    mustStand(before);
    await transaction.query('update course set cancelled_at = $2, cancelled_reason = $3 where id = $1', [id, await ledgerNow(context, transaction), reason]);
    await asLine(transaction, async () => {
      const affected = await transaction.query<{ id: string; pathway_id: string }>(`select id, pathway_id from course_offer where course_id = $1 and state in ('waiting', 'offered', 'accepted') order by pathway_id`, [id]);
      for (const offer of affected) {
        const pathway = await openPathway(context, transaction, offer.pathway_id);
        await transaction.query(`update course_offer set state = 'course-cancelled', changed_by = $2, changed_at = $3 where id = $1`, [offer.id, actorText(actor), pathway.now]);
        await addEntry(transaction, pathway, offer.id, 'course-cancelled', actor);
        await observe(context, transaction, offer.pathway_id, observations.courseCancelled, { kurs: id }, actor);
      }
    });
    return shown(transaction, id);
  });
}

export function mustStand({ cancelled_at: cancelledAt }: Pick<CourseRow, 'cancelled_at'>): void {
  if (cancelledAt !== null) throw new LedgerError('not-now', 'Kurset er avlyst.');
}

function mustKnowKind(context: LedgerContext, kind: string): void {
  const kinds = new Set(context.rules.definitions().flatMap(({ courses: known = [] }) => known.map(({ id }) => id)));
  if (!kinds.has(kind)) throw new LedgerError('bad-data', `Ingen definisjon har kurstypen «${kind}». Kjente: ${[...kinds].join(', ')}.`);
}

async function shown(transaction: Transaction, id: string): Promise<Course> {
  return (await shownAll(transaction, await transaction.query<CourseRow>(`select ${columns} from course c where c.id = $1`, [id])))[0]!;
}

const contents = ({ kind, title, audience, place, videoUrl, places, answerDays }: CourseInput): unknown[] => [kind, title, audience, place, videoUrl, places, answerDays];

const instants = ({ date, from, to }: SessionInput): [Date, Date] => {
  const [startsAt, endsAt] = [osloTimeOf(date, from), osloTimeOf(date, to)];
  if (endsAt <= startsAt) throw new LedgerError('bad-data', `Samlingen ${date} må slutte etter at den begynner.`);
  return [new Date(startsAt), new Date(endsAt)];
};

async function addSessions(transaction: Transaction, courseId: string, sessions: readonly SessionInput[]): Promise<void> {
  for (const session of sessions) await transaction.query('insert into course_session (id, course_id, starts_at, ends_at) values ($1, $2, $3, $4)', [randomUUID(), courseId, ...instants(session)]);
}

/** Days that somebody's attendance stands on are not moved under her. */
async function changeSessions(transaction: Transaction, { id, sessions }: CourseRow, wanted: readonly SessionInput[]): Promise<void> {
  const had = (sessions ?? []).map(({ startsAt, endsAt }) => `${Date.parse(startsAt)}-${Date.parse(endsAt)}`).sort();
  if (had.join() === wanted.map((session) => instants(session).map(Number).join('-')).sort().join()) return;
  const [attended] = await asLine(transaction, () => transaction.query('select 1 from course_attendance a join course_session s on s.id = a.session_id where s.course_id = $1 limit 1', [id]));
  if (attended !== undefined) throw new LedgerError('not-now', 'Oppmøte er alt registrert, så samlingene kan ikke flyttes.');
  await transaction.query('delete from course_session where course_id = $1', [id]);
  await addSessions(transaction, id, wanted);
}
