import { randomUUID } from 'node:crypto';
import { evaluate, type Definition, type Json, type MeetingSpec, type WorkCommand } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { observations, type ObservationType } from '../core/observation-types.js';
import { kernelInputOf } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { AgendaItem, MeetingForm, MeetingInput, MeetingState, MeetingTime, ParticipantInput, WorkInput, Worked } from '../types/working.js';
import { callOff, expectedParticipant, invite, inviteAnew, isInvited } from './invitations.js';
import { addEntry, dayOfInstant, give, observe, openForWork, openWork, sealWork } from './parts.js';

type Opened = Awaited<ReturnType<typeof openForWork>>;

/** What is sealed of a meeting. */
export interface SealedMeeting {
  readonly place: string | null;
  readonly videoUrl: string | null;
  readonly agenda: readonly AgendaItem[];
}

export interface MeetingRow {
  readonly id: string;
  readonly patient_id: string;
  readonly kind: string;
  readonly state: MeetingState;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly form: MeetingForm;
  readonly sequence: number;
  readonly sealed: Buffer;
}

const notNow = (sentence: string): LedgerError => new LedgerError('not-now', sentence);

/** What the definition says of this kind of meeting. @throws LedgerError `bad-data`. */
export function meetingSpec({ meetings = [] }: Definition, kind: string): MeetingSpec {
  const spec = meetings.find(({ id }) => id === kind);
  if (spec === undefined) throw new LedgerError('bad-data', `Definisjonen har ikke møtetypen «${kind}». Kjente: ${meetings.map(({ id }) => id).join(', ') || 'ingen'}.`);
  return spec;
}

/** Arranges a meeting with those who are asked; those whom the definition says must take part are on the list, named or not. */
export function planMeeting(context: LedgerContext, pathwayId: string, input: MeetingInput, actor: Actor, within?: Transaction): Promise<Worked> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openForWork(context, transaction, pathwayId);
    const spec = meetingSpec(pathway.definition, input.kind);
    mustLast(input);
    const { groups } = evaluate(kernelInputOf(context, pathway));
    const wanted = spec.participants.filter(({ group }) => group === undefined || groups.includes(group));
    const unknown = input.participants.find(({ code }) => !spec.participants.some((one) => one.code === code));
    if (unknown !== undefined) throw new LedgerError('bad-data', `Møtet har ingen deltaker «${unknown.code}». Kjente: ${spec.participants.map(({ code }) => code).join(', ')}.`);
    const given = await booked(context, transaction, pathway, spec, input, actor);
    const id = randomUUID();
    const sealed: SealedMeeting = { place: input.place, videoUrl: input.videoUrl, agenda: spec.agenda.map(({ title }) => ({ title: title.nb, done: false })) };
    await transaction.query(
      `insert into meeting (id, pathway_id, patient_id, kind, state, starts_at, ends_at, form, sequence, sealed, created_by, created_at, changed_at) values ($1, $2, $3, $4, 'planned', $5, $6, $7, 0, $8, $9, $10, $10)`,
      [id, pathwayId, pathway.patient.id, spec.id, input.startsAt, input.endsAt, input.form, sealWork(pathway.key, pathway.patient.id, id, sealed as unknown as Json), actorText(actor), pathway.now]);
    const expected: ParticipantInput[] = [];
    for (const { code, level } of wanted) if (level !== 'kan' && !input.participants.some((one) => one.code === code)) expected.push(await expectedParticipant(transaction, pathway, code));
    const invited: { readonly id: string; readonly email: string | null }[] = [];
    for (const participant of [...input.participants, ...expected]) invited.push({ id: await addParticipant(transaction, pathway, id, participant, wanted.some(({ code, level }) => code === participant.code && level === 'skal')), email: participant.email });
    await invite(transaction, pathway, { id, sequence: 0, ...instantsOf(input), form: input.form }, invited);
    await addEntry(transaction, pathway, id, 'planned', actor, timeOf(input), input.text);
    return { id, pathwayId, ...given };
  });
}

/** Gives the meeting another time or place. Whoever had answered must answer anew, and the former time stays in its history. */
export function moveMeeting(context: LedgerContext, pathwayId: string, meetingId: string, input: WorkInput & MeetingTime, actor: Actor, within?: Transaction): Promise<Worked> {
  return change(context, pathwayId, meetingId, within, async (transaction, pathway, row) => {
    mustBe(row, 'planned');
    mustLast(input);
    const sameDay = dayOfInstant(row.starts_at) === dayOfInstant(input.startsAt);
    const given = sameDay ? nothing : await booked(context, transaction, pathway, meetingSpec(pathway.definition, row.kind), input, actor);
    const former = openWork<SealedMeeting>(pathway.patient, row.patient_id, row.id, row.sealed)!;
    await transaction.query('update meeting set starts_at = $2, ends_at = $3, form = $4, sequence = sequence + 1, sealed = $5, changed_at = $6 where id = $1', [
      row.id, input.startsAt, input.endsAt, input.form, sealWork(pathway.key, row.patient_id, row.id, { ...former, place: input.place, videoUrl: input.videoUrl } as unknown as Json), pathway.now,
    ]);
    await transaction.query('update meeting_participant set answer = null where meeting_id = $1', [row.id]);
    await inviteAnew(transaction, pathway, { id: row.id, sequence: row.sequence + 1, ...instantsOf(input), form: input.form });
    await addEntry(transaction, pathway, row.id, 'moved', actor, { ...timeOf(input), was: { startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() } }, input.text);
    return given;
  });
}

export function cancelMeeting(context: LedgerContext, pathwayId: string, meetingId: string, input: WorkInput & { readonly text: string }, actor: Actor, within?: Transaction): Promise<Worked> {
  return calledOff(context, pathwayId, meetingId, 'cancelled', input, actor, within);
}

/** The day came and nobody met. */
export function notHeldMeeting(context: LedgerContext, pathwayId: string, meetingId: string, input: WorkInput & { readonly text: string }, actor: Actor, within?: Transaction): Promise<Worked> {
  return calledOff(context, pathwayId, meetingId, 'not-held', input, actor, within);
}

function calledOff(context: LedgerContext, pathwayId: string, meetingId: string, state: 'cancelled' | 'not-held', input: WorkInput & { readonly text: string }, actor: Actor, within?: Transaction): Promise<Worked> {
  return change(context, pathwayId, meetingId, within, async (transaction, pathway, row) => {
    mustBe(row, 'planned');
    if (state === 'not-held' && row.starts_at > pathway.now) throw notNow('Møtet har ikke begynt. Avlys det, eller flytt det.');
    const { cancelled } = meetingSpec(pathway.definition, row.kind);
    const given = await giveOr(context, transaction, pathway, cancelled, observations.meetingCancelled, row.kind, input, {}, actor);
    await transaction.query('update meeting set state = $2, sequence = sequence + 1, changed_at = $3 where id = $1', [row.id, state, pathway.now]);
    await callOff(transaction, pathway, { ...invitedTo(row), sequence: row.sequence + 1 });
    await addEntry(transaction, pathway, row.id, state, actor, {}, input.text);
    return given;
  });
}

/** Registers the meeting as held, with those who came; the fact is dated the day of the meeting. @throws CommandNotDone, LedgerError `not-now`. */
export function holdMeeting(context: LedgerContext, pathwayId: string, meetingId: string, input: WorkInput & { readonly attended: readonly string[]; readonly contents?: readonly string[] }, actor: Actor, within?: Transaction): Promise<Worked> {
  return change(context, pathwayId, meetingId, within, async (transaction, pathway, row) => {
    mustBe(row, 'planned');
    if (row.starts_at > pathway.now) throw notNow('Møtet har ikke begynt.');
    const people = await transaction.query<{ id: string; code: string }>('select id, code from meeting_participant where meeting_id = $1', [row.id]);
    const stranger = input.attended.find((id) => !people.some((one) => one.id === id));
    if (stranger !== undefined) throw new LedgerError('bad-data', 'Noen av dem som møtte, står ikke på listen over deltakere.');
    const { held } = meetingSpec(pathway.definition, row.kind);
    const codes = [...new Set(people.filter(({ id }) => input.attended.includes(id)).map(({ code }) => code))];
    const data = heldData(held, codes, row.form, input.contents);
    const given = await giveOr(context, transaction, pathway, held && workOf(held), observations.meetingHeld, row.kind, { ...input, on: dayOfInstant(row.starts_at) }, data, actor);
    await transaction.query('update meeting_participant set attended = (id = any($2)) where meeting_id = $1', [row.id, input.attended]);
    await transaction.query(`update meeting set state = 'held', changed_at = $2 where id = $1`, [row.id, pathway.now]);
    await addEntry(transaction, pathway, row.id, 'held', actor, { deltakere: codes }, input.text);
    return given;
  });
}

/** The data of the event that a meeting held is. */
export function heldData(held: MeetingSpec['held'], codes: readonly string[], form: MeetingForm, contents: readonly string[] | undefined): Record<string, Json> {
  return {
    ...(held?.participantsField !== undefined && { [held.participantsField]: codes }),
    ...(held?.formField !== undefined && { [held.formField]: form }),
    ...(held?.contentsField !== undefined && contents !== undefined && contents.length > 0 && { [held.contentsField]: contents }),
  };
}

const workOf = ({ command, data }: WorkCommand): WorkCommand => ({ command, ...(data !== undefined && { data }) });

/** Notes by hand what somebody answered. */
export function answerMeeting(context: LedgerContext, pathwayId: string, meetingId: string, participantId: string, answer: 'accepted' | 'declined' | 'tentative', actor: Actor, within?: Transaction): Promise<Worked> {
  return change(context, pathwayId, meetingId, within, async (transaction, pathway, row) => {
    mustBe(row, 'planned');
    const [found] = isUuid(participantId) ? await transaction.query('update meeting_participant set answer = $3 where meeting_id = $1 and id = $2 returning 1', [row.id, participantId, answer]) : [];
    if (found === undefined) throw unknownParticipant();
    await addEntry(transaction, pathway, row.id, 'answered', actor, { deltaker: participantId, answer });
    return nothing;
  });
}

/** Who comes as this, and where they are invited. Whoever was invited at another address is told that it is off there, for it may have been somebody else's. */
export function setParticipant(context: LedgerContext, pathwayId: string, meetingId: string, participantId: string, { name, email }: Omit<ParticipantInput, 'code'>, actor: Actor, within?: Transaction): Promise<Worked> {
  return change(context, pathwayId, meetingId, within, async (transaction, pathway, row) => {
    mustBe(row, 'planned');
    const sealed = sealWork(pathway.key, row.patient_id, participantId, { name, email });
    const [found] = isUuid(participantId) ? await transaction.query('update meeting_participant set sealed = $3 where meeting_id = $1 and id = $2 returning 1', [row.id, participantId, sealed]) : [];
    if (found === undefined) throw unknownParticipant();
    const meeting = invitedTo(row);
    if (email === null || !(await isInvited(transaction, pathway, meeting, participantId, email))) {
      await callOff(transaction, pathway, meeting, participantId);
      await invite(transaction, pathway, meeting, [{ id: participantId, email }]);
    }
    await addEntry(transaction, pathway, row.id, 'participant', actor, { deltaker: participantId });
    return nothing;
  });
}

export function setAgenda(context: LedgerContext, pathwayId: string, meetingId: string, agenda: readonly AgendaItem[], actor: Actor, within?: Transaction): Promise<Worked> {
  return change(context, pathwayId, meetingId, within, async (transaction, pathway, row) => {
    if (row.state === 'cancelled') throw notNow('Møtet er avlyst.');
    const former = openWork<SealedMeeting>(pathway.patient, row.patient_id, row.id, row.sealed)!;
    await transaction.query('update meeting set sealed = $2, changed_at = $3 where id = $1', [row.id, sealWork(pathway.key, row.patient_id, row.id, { ...former, agenda } as unknown as Json), pathway.now]);
    await addEntry(transaction, pathway, row.id, 'agenda', actor, { points: agenda.length });
    return nothing;
  });
}

/** Adds a version of the minutes; what was written before stays. */
export function addMinutes(context: LedgerContext, pathwayId: string, meetingId: string, text: string, actor: Actor, within?: Transaction): Promise<Worked> {
  return change(context, pathwayId, meetingId, within, async (transaction, pathway, row) => {
    if (row.state !== 'held') throw notNow('Referat skrives når møtet er registrert som holdt.');
    const [last] = await transaction.query<{ version: number }>('select coalesce(max(version), 0)::int as version from meeting_minutes where meeting_id = $1', [row.id]);
    const version = last!.version + 1;
    await transaction.query('insert into meeting_minutes (meeting_id, version, pathway_id, patient_id, sealed, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7)', [
      row.id, version, pathwayId, pathway.patient.id, sealWork(pathway.key, pathway.patient.id, `minutes/${row.id}/${version}`, text), actorText(actor), pathway.now,
    ]);
    await addEntry(transaction, pathway, row.id, 'minutes', actor, { version });
    return nothing;
  });
}

const nothing = { warnings: [], recorded: null } as const;
const unknownParticipant = (): LedgerError => new LedgerError('unknown-meeting', 'Møtet har ingen deltaker med denne id-en.');
const instantsOf = ({ startsAt, endsAt }: MeetingTime) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
const invitedTo = ({ id, sequence, starts_at: startsAt, ends_at: endsAt, form }: MeetingRow) => ({ id, sequence, startsAt, endsAt, form });

/** Works on one meeting of a locked pathway. @throws LedgerError `unknown-meeting`. */
function change(context: LedgerContext, pathwayId: string, meetingId: string, within: Transaction | undefined, work: (transaction: Transaction, pathway: Opened, row: MeetingRow) => Promise<Pick<Worked, 'warnings' | 'recorded'>>): Promise<Worked> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openForWork(context, transaction, pathwayId);
    const [row] = isUuid(meetingId) ? await transaction.query<MeetingRow>('select id, patient_id, kind, state, starts_at, ends_at, form, sequence, sealed from meeting where id = $1 and pathway_id = $2', [meetingId, pathwayId]) : [];
    if (row === undefined) throw new LedgerError('unknown-meeting', 'Det finnes ikke noe møte med denne id-en i forløpet.');
    return { id: meetingId, pathwayId, ...(await work(transaction, pathway, row)) };
  });
}

function mustBe({ state }: MeetingRow, wanted: MeetingState): void {
  if (state !== wanted) throw notNow({ planned: 'Møtet er planlagt.', held: 'Møtet er alt registrert som holdt.', 'not-held': 'Møtet ble ikke holdt. Avtal et nytt.', cancelled: 'Møtet er avlyst. Avtal et nytt.' }[state]);
}

function mustLast({ startsAt, endsAt }: MeetingTime): void {
  if (Date.parse(endsAt) <= Date.parse(startsAt)) throw new LedgerError('bad-data', 'Møtet må slutte etter at det begynner.');
}

/** The day that is agreed stands on the pathway, where the definition has an event for it. */
function booked(context: LedgerContext, transaction: Transaction, pathway: Opened, spec: MeetingSpec, input: WorkInput & MeetingTime, actor: Actor): Promise<Pick<Worked, 'warnings' | 'recorded'>> {
  const data = spec.booked === undefined ? {} : { [spec.booked.dateField]: dayOfInstant(input.startsAt) };
  return giveOr(context, transaction, pathway, spec.booked && { command: spec.booked.command }, observations.meetingPlanned, spec.id, input, data, actor);
}

/** The definition's command, or where it has none, a line on the timeline. */
async function giveOr(context: LedgerContext, transaction: Transaction, pathway: Opened, work: WorkCommand | undefined, type: ObservationType, kind: string, input: WorkInput, data: Readonly<Record<string, Json>>, actor: Actor): Promise<Pick<Worked, 'warnings' | 'recorded'>> {
  const { text, actingAs, on = pathway.today } = input;
  if (work === undefined) {
    await observe(context, transaction, pathway.head.id, type, { mote: kind }, actor);
    return nothing;
  }
  return give(context, transaction, pathway.head.id, work, { on, data, ...(text !== undefined && { text }), ...(actingAs !== undefined && { actingAs }) }, actor);
}

async function addParticipant(transaction: Transaction, pathway: Opened, meetingId: string, { code, name, email }: ParticipantInput, required: boolean): Promise<string> {
  const id = randomUUID();
  const { id: patientId } = pathway.patient;
  await transaction.query('insert into meeting_participant (id, meeting_id, pathway_id, patient_id, code, required, sealed) values ($1, $2, $3, $4, $5, $6, $7)', [
    id, meetingId, pathway.head.id, patientId, code, required, sealWork(pathway.key, patientId, id, { name, email }),
  ]);
  return id;
}

const timeOf = ({ startsAt, endsAt, form }: MeetingTime): Record<string, Json> => ({ startsAt, endsAt, form });
