import { randomUUID } from 'node:crypto';
import type { OsloDate } from '@forlop/calendar';
import type { CourseSpec, Definition } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { unknownPathway } from '../core/open-pathway.js';
import { observations } from '../core/observation-types.js';
import { snapshot } from '../database/read.js';
import { asLine, inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { AttendanceState, CourseOffer, OfferState, OfferStep, WorkInput, Worked } from '../types/working.js';
import { lockCourse, mustStand } from './courses.js';
import { moveUp, standing } from './line.js';
import { addEntry, give, historiesOf, keysOf, nameOf, observe, openForWork, patientsOf, sealWork } from './parts.js';

const unknownOffer = (): LedgerError => new LedgerError('unknown-offer', 'Det finnes ikke noe kurstilbud med denne id-en.');
const notNow = (sentence: string): LedgerError => new LedgerError('not-now', sentence);

/** Offers a patient a place, or sets her last in the line. @throws CommandNotDone, LedgerError `unknown-course`, `not-now`. */
export function offerCourse(context: LedgerContext, courseId: string, pathwayId: string, input: WorkInput & { readonly answerBy: OsloDate }, organisationIds: readonly string[], actor: Actor, within?: Transaction): Promise<Worked & { readonly state: OfferState }> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const course = await lockCourse(transaction, courseId, organisationIds);
    mustStand(course);
    const pathway = await openForWork(context, transaction, pathwayId);
    const spec = specOf(pathway.definition, course.kind);
    const [already] = await transaction.query(`select 1 from course_offer where course_id = $1 and pathway_id = $2 and state in ('waiting', 'offered', 'accepted', 'completed')`, [courseId, pathwayId]);
    if (already !== undefined) throw notNow('Pasienten har alt fått tilbud om dette kurset, eller venter på plass.');
    const { on = pathway.today, answerBy } = input;
    if (answerBy < on) throw new LedgerError('bad-data', 'Svarfristen kan ikke være før tilbudet.');
    const { taken = 0, waiting = 0 } = (await asLine(transaction, () => standing(transaction, [courseId]))).get(courseId) ?? {};
    const state = taken < course.places && waiting === 0 ? 'offered' : 'waiting';
    const given = state === 'offered' ? await give(context, transaction, pathwayId, spec.offered, { ...input, on }, actor) : { warnings: [], recorded: null };
    if (state === 'waiting') await observe(context, transaction, pathwayId, observations.courseLine, { kurs: courseId }, actor);
    const id = randomUUID();
    await transaction.query(
      'insert into course_offer (id, course_id, pathway_id, patient_id, state, offered_on, answer_by, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, courseId, pathwayId, pathway.patient.id, state, state === 'offered' ? on : null, state === 'offered' ? answerBy : null, actorText(actor), pathway.now]);
    await addEntry(transaction, pathway, id, state, actor, state === 'offered' ? { on, answerBy } : {}, input.text);
    return { id, pathwayId, state, ...given };
  });
}

/** From which states an offer may take each step. */
const steps: Readonly<Record<OfferStep, readonly OfferState[]>> = {
  accepted: ['offered'],
  declined: ['waiting', 'offered'],
  'not-relevant': ['waiting', 'offered', 'accepted'],
  withdrawn: ['waiting', 'offered'],
  completed: ['accepted'],
  interrupted: ['accepted'],
};
/** A place is free after these, whoever had it. One that was completed or interrupted after the start is used. */
const frees = (step: OfferStep): boolean => step !== 'accepted' && step !== 'completed';

const commandOf: Readonly<Record<OfferStep, Exclude<keyof CourseSpec, 'id' | 'title' | 'contactType' | 'owner' | 'status' | 'sources' | 'offered' | 'movedUp'> | null>> = {
  accepted: 'accepted', declined: 'declined', 'not-relevant': 'notRelevant', withdrawn: null, completed: 'completed', interrupted: 'interrupted',
};

/**
 * Takes an offer on, and records what that is on the pathway in the same transaction. Whoever waits takes a place that becomes free.
 * @throws CommandNotDone, LedgerError `unknown-offer`, `not-now`.
 */
export function stepOffer(context: LedgerContext, id: string, step: OfferStep, input: WorkInput, actor: Actor, within?: Transaction): Promise<Worked> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const { course_id: courseId, pathway_id: pathwayId } = await offerRow(transaction, id);
    const course = await lockCourse(transaction, courseId, null);
    const pathway = await openForWork(context, transaction, pathwayId);
    const { state } = await offerRow(transaction, id);
    if (!steps[step].includes(state)) throw notNow(`Tilbudet er «${stateTitles[state]}», så det kan ikke bli «${stateTitles[step]}» nå.`);
    if (step === 'not-relevant' && (input.text ?? '').trim() === '') throw new LedgerError('bad-data', 'Skriv hvorfor kurset ikke er relevant.');
    const { on = pathway.today } = input;
    const work = commandOf[step];
    const given = await give(context, transaction, pathwayId, work === null ? undefined : specOf(pathway.definition, course.kind)[work], { ...input, on }, actor);
    const sealed = input.text === undefined ? null : sealWork(pathway.key, pathway.patient.id, id, input.text);
    await transaction.query(
      'update course_offer set state = $2, answered_on = coalesce(answered_on, $3), sealed = coalesce($4, sealed), changed_by = $5, changed_at = $6 where id = $1',
      [id, step, step === 'withdrawn' ? null : on, sealed, actorText(actor), pathway.now]);
    await addEntry(transaction, pathway, id, step, actor, { on }, input.text);
    if (frees(step) && course.cancelled_at === null && !hasBegun(course, pathway.now)) await moveUp(context, transaction, course);
    return { id, pathwayId, ...given };
  });
}

/** Once it has begun, a coordinator decides whether somebody may join: nobody moves up by herself. */
const hasBegun = ({ sessions }: { readonly sessions: readonly { readonly startsAt: string }[] | null }, now: Date): boolean => (sessions ?? []).some(({ startsAt }) => Date.parse(startsAt) <= now.getTime());

const stateTitles: Readonly<Record<OfferState, string>> = {
  waiting: 'venter på plass', offered: 'tilbudt', accepted: 'takket ja', declined: 'takket nei', 'not-relevant': 'ikke relevant', withdrawn: 'trukket tilbake',
  completed: 'gjennomført', interrupted: 'avbrutt', 'course-cancelled': 'kurset er avlyst',
};

function specOf({ courses = [] }: Definition, kind: string): CourseSpec {
  const spec = courses.find(({ id }) => id === kind);
  if (spec === undefined) throw notNow('Forløpets definisjon har ikke denne typen kurs.');
  return spec;
}

interface OfferRow {
  readonly id: string;
  readonly course_id: string;
  readonly title: string;
  readonly pathway_id: string;
  readonly patient_id: string;
  readonly state: OfferState;
  readonly place: number | null;
  readonly offered_on: OsloDate | null;
  readonly answer_by: OsloDate | null;
  readonly answered_on: OsloDate | null;
  readonly moved_up_at: Date | null;
  readonly attendance: readonly { readonly sessionId: string; readonly state: AttendanceState }[] | null;
}

async function offerRow(transaction: Transaction, id: string): Promise<Pick<OfferRow, 'course_id' | 'pathway_id' | 'state'>> {
  const [row] = isUuid(id) ? await transaction.query<OfferRow>('select course_id, pathway_id, state from course_offer where id = $1', [id]) : [];
  if (row === undefined) throw unknownOffer();
  return row;
}

/** Whether somebody with a place was there; may be put right later. @throws LedgerError `unknown-offer`, `not-now`. */
export function recordAttendance(context: LedgerContext, offerId: string, sessionId: string, state: AttendanceState, actor: Actor, within?: Transaction): Promise<CourseOffer> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const offer = await offerRow(transaction, offerId);
    await lockCourse(transaction, offer.course_id, null);
    const pathway = await openForWork(context, transaction, offer.pathway_id);
    if (!['accepted', 'completed', 'interrupted'].includes((await offerRow(transaction, offerId)).state)) throw notNow('Pasienten har ikke takket ja til kurset.');
    const [session] = isUuid(sessionId) ? await transaction.query<{ starts_at: Date }>('select starts_at from course_session where id = $1 and course_id = $2', [sessionId, offer.course_id]) : [];
    if (session === undefined) throw new LedgerError('unknown-course', 'Kurset har ingen samling med denne id-en.');
    if (session.starts_at > pathway.now) throw notNow('Samlingen har ikke begynt.');
    await transaction.query(
      `insert into course_attendance (offer_id, session_id, pathway_id, state, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (offer_id, session_id) do update set state = excluded.state, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [offerId, sessionId, offer.pathway_id, state, actorText(actor), pathway.now]);
    await addEntry(transaction, pathway, offerId, 'attendance', actor, { session: sessionId, state });
    return (await shownOffers(context, transaction, { offerId }))[0]!;
  });
}

export interface OffersQuery {
  readonly courseId?: string;
  readonly pathwayId?: string;
  readonly offerId?: string;
  readonly states?: readonly OfferState[];
}

/** Offers that the asker sees, by course and in the order of the line. */
export const courseOffers = (context: LedgerContext, query: OffersQuery): Promise<readonly CourseOffer[]> => snapshot(context.database, (reader) => shownOffers(context, reader, query));

async function mustSee(reader: Pick<Transaction, 'query'>, pathwayId: string): Promise<void> {
  const [seen] = await reader.query('select 1 from pathway where id = $1', [pathwayId]);
  if (seen === undefined) throw unknownPathway();
}

async function shownOffers(context: LedgerContext, reader: Pick<Transaction, 'query'>, { courseId = null, pathwayId = null, offerId = null, states = null }: { readonly [K in keyof OffersQuery]: OffersQuery[K] | null }): Promise<CourseOffer[]> {
  if ([courseId, pathwayId, offerId].some((id) => id !== null && !isUuid(id))) return [];
  if (pathwayId !== null) await mustSee(reader, pathwayId);
  const rows = await reader.query<OfferRow>(
    `select o.id, o.course_id, c.title, o.pathway_id, o.patient_id, o.state, o.offered_on, o.answer_by, o.answered_on, o.moved_up_at,
            case when o.state = 'waiting' then (select count(*)::int from course_offer w where w.course_id = o.course_id and w.state = 'waiting' and w.line <= o.line) end as place,
            (select json_agg(json_build_object('sessionId', a.session_id, 'state', a.state) order by s.starts_at) from course_attendance a join course_session s on s.id = a.session_id where a.offer_id = o.id) as attendance
       from course_offer o join course c on c.id = o.course_id
      where ($1::uuid is null or o.course_id = $1) and ($2::uuid is null or o.pathway_id = $2) and ($3::uuid is null or o.id = $3) and ($4::text[] is null or o.state = any($4))
      order by o.course_id, o.line limit 1000`, [courseId, pathwayId, offerId, states]);
  const patients = await patientsOf(context, reader, rows.map((row) => row.patient_id));
  const histories = await historiesOf(reader, keysOf(patients), rows.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id, courseId: row.course_id, courseTitle: row.title, pathwayId: row.pathway_id, patient: nameOf(row.patient_id, patients), state: row.state, place: row.place,
    offeredOn: row.offered_on, answerBy: row.answer_by, answeredOn: row.answered_on, movedUpAt: row.moved_up_at?.toISOString() ?? null,
    attendance: row.attendance ?? [], history: histories.get(row.id) ?? [],
  }));
}
