import type { OsloDate } from '@forlop/calendar';
import type { Json, Refusal } from '@forlop/pathway';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';
import type { ActingAs, Recorded } from './writing.js';

/** What was recorded on the pathway by a piece of work, and what the definition warned of. */
export interface Worked {
  readonly id: string;
  readonly pathwayId: string;
  readonly warnings: readonly Refusal[];
  readonly recorded: Recorded | null;
}

/** What comes with every step of work that ends in the pathway's commands. */
export interface WorkInput {
  /** The Oslo date on which it happened; today where it is left out. */
  readonly on?: OsloDate;
  /** Reason or note; sealed. */
  readonly text?: string;
  readonly actingAs?: ActingAs;
}

/** Something that happened with an offer, a meeting or a plan. */
export interface WorkEntry {
  readonly at: string;
  readonly what: string;
  readonly detail: Readonly<Record<string, Json>>;
  readonly text: string | null;
  readonly actor: string;
}

/** A day of a course, as people write it: Oslo date and times `HH:MM`. */
export interface SessionInput {
  readonly date: OsloDate;
  readonly from: string;
  readonly to: string;
}

export interface CourseInput {
  /** The definitions' id of the kind of course. */
  readonly kind: string;
  readonly title: string;
  readonly audience: string | null;
  readonly place: string | null;
  readonly videoUrl: string | null;
  readonly places: number;
  /** How many days somebody who moves up has to answer. */
  readonly answerDays: number;
  readonly sessions: readonly SessionInput[];
}

export interface CourseSession {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A course with its free places. */
export interface Course extends Omit<CourseInput, 'sessions'> {
  readonly id: string;
  readonly organisationId: string;
  readonly sessions: readonly CourseSession[];
  readonly taken: number;
  readonly free: number;
  readonly waiting: number;
  readonly cancelledAt: string | null;
  readonly cancelledReason: string | null;
}

export type OfferState = 'waiting' | 'offered' | 'accepted' | 'declined' | 'not-relevant' | 'withdrawn' | 'completed' | 'interrupted' | 'course-cancelled';
export type AttendanceState = 'present' | 'absent' | 'excused';
/** How an offer goes on: the patient's answer, its withdrawal, or how the course ended for her. */
export type OfferStep = 'accepted' | 'declined' | 'not-relevant' | 'withdrawn' | 'completed' | 'interrupted';

export interface CourseOffer {
  readonly id: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly pathwayId: string;
  readonly patient: { readonly id: string; readonly name: { readonly given: string; readonly family: string } | null };
  readonly state: OfferState;
  /** Place in the line, from 1, among those whom the asker sees; null for others. */
  readonly place: number | null;
  readonly offeredOn: OsloDate | null;
  readonly answerBy: OsloDate | null;
  readonly answeredOn: OsloDate | null;
  /** Moved up from the waiting list; somebody must tell the patient. */
  readonly movedUpAt: string | null;
  readonly attendance: readonly { readonly sessionId: string; readonly state: AttendanceState }[];
  readonly history: readonly WorkEntry[];
}

export type MeetingForm = 'fysisk' | 'video' | 'telefon';
export type MeetingState = 'planned' | 'held' | 'not-held' | 'cancelled';

export interface MeetingTime {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly form: MeetingForm;
  readonly place: string | null;
  readonly videoUrl: string | null;
}

export interface ParticipantInput {
  readonly code: string;
  readonly name: string | null;
  readonly email: string | null;
}

export interface MeetingInput extends WorkInput, MeetingTime {
  readonly kind: string;
  readonly participants: readonly ParticipantInput[];
}

export interface AgendaItem {
  readonly title: string;
  readonly done: boolean;
}

/** What a participant was mailed, or is to be. `state` as of reminders; `code` says why it waits, failed or was not sent. */
export interface MeetingInvitation {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sequence: number;
  readonly state: 'planned' | 'sending' | 'sent' | 'failed' | 'suppressed';
  readonly code: string | null;
  /** Null after erasure. */
  readonly email: string | null;
  readonly plannedAt: string;
  readonly sentAt: string | null;
}

/** An invitation for the courier to send; it never leaves the courier's memory but as the mail. */
export interface InvitationDue {
  /** The message's id as well: the same for each try. */
  readonly id: string;
  readonly meetingId: string;
  readonly pathwayId: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sequence: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly form: MeetingForm;
  /** When it was decided. */
  readonly saidAt: string;
  readonly required: boolean;
  readonly email: string;
  readonly organisation: { readonly name: string; readonly email: string | null };
}

/** How it went. `not-sent`: it may be tried again. */
export type InvitationOutcome = { readonly status: 'sent'; readonly template: string } | { readonly status: 'not-sent' | 'failed'; readonly code: string };

export interface MeetingParticipant extends ParticipantInput {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  readonly answer: 'accepted' | 'declined' | 'tentative' | null;
  readonly attended: boolean | null;
  /** The latest first. */
  readonly invitations: readonly MeetingInvitation[];
}

export interface Meeting extends MeetingTime {
  readonly id: string;
  readonly pathwayId: string;
  readonly kind: string;
  readonly title: string;
  readonly contactType: string | null;
  readonly state: MeetingState;
  readonly sequence: number;
  readonly participants: readonly MeetingParticipant[];
  readonly agenda: readonly AgendaItem[];
  readonly minutes: readonly { readonly version: number; readonly text: string | null; readonly writtenBy: string; readonly writtenAt: string }[];
  /** What the definition would say if the meeting were registered as held with those who have not declined. */
  readonly check: { readonly refusal: string | null; readonly warnings: readonly string[] };
  readonly history: readonly WorkEntry[];
}

export type PlanItemState = 'not-begun' | 'agreed' | 'done' | 'not-relevant';

export interface PlanItem {
  readonly item: string;
  readonly title: string;
  readonly level: 'skal' | 'bor' | 'kan';
  readonly owner: string;
  readonly ownerTitle: string;
  readonly person: string | null;
  readonly dueOn: OsloDate | null;
  readonly state: PlanItemState;
  readonly note: string | null;
  readonly reason: string | null;
}

/** A plan that the definition asks for, or that the patient has. `missing`: it is asked for and nobody has begun it. */
export interface CarePlan {
  readonly id: string | null;
  readonly pathwayId: string;
  readonly plan: string;
  readonly title: string;
  readonly status: string;
  readonly sources: readonly string[];
  readonly calledFor: boolean;
  readonly missing: boolean;
  readonly items: readonly PlanItem[];
  readonly history: readonly WorkEntry[];
}

export interface PlanItemInput extends WorkInput {
  readonly state: PlanItemState;
  readonly owner: string;
  readonly person: string | null;
  readonly dueOn: OsloDate | null;
  readonly note: string | null;
}

/** A line of somebody's plan that is not settled and has a date. */
export interface OpenPlanItem extends Pick<PlanItem, 'item' | 'title' | 'owner' | 'ownerTitle' | 'person' | 'state'> {
  readonly dueOn: OsloDate;
  readonly overdue: boolean;
  readonly planId: string;
  readonly plan: string;
  readonly pathwayId: string;
  readonly patient: CourseOffer['patient'];
}

/** The work around pathways. Each call that ends in a command does both or neither; throws `CommandNotDone` with why. */
export interface Working {
  /** Courses of these organisations, the next first. `past`: those that are over or cancelled as well. */
  courses(query: { readonly organisationIds: readonly string[]; readonly past?: boolean }): Promise<readonly Course[]>;
  course(id: string, organisationIds: readonly string[]): Promise<Course>;
  createCourse(input: CourseInput, organisationId: string, actor: Actor, within?: Transaction): Promise<Course>;
  /** Whoever waits moves up when there are more places. Throws `course-full` when more have a place than there would be. */
  changeCourse(id: string, input: CourseInput, organisationIds: readonly string[], actor: Actor, within?: Transaction): Promise<Course>;
  /** Everybody on it stands without a course again; their clocks run on. */
  cancelCourse(id: string, reason: string, organisationIds: readonly string[], actor: Actor, within?: Transaction): Promise<Course>;
  /** A place if there is one and nobody waits for it, else the end of the line. */
  offerCourse(id: string, pathwayId: string, input: WorkInput & { readonly answerBy: OsloDate }, organisationIds: readonly string[], actor: Actor, within?: Transaction): Promise<Worked & { readonly state: OfferState }>;
  stepOffer(id: string, step: OfferStep, input: WorkInput, actor: Actor, within?: Transaction): Promise<Worked>;
  recordAttendance(offerId: string, sessionId: string, state: AttendanceState, actor: Actor, within?: Transaction): Promise<CourseOffer>;
  courseOffers(query: { readonly courseId?: string; readonly pathwayId?: string; readonly offerId?: string; readonly states?: readonly OfferState[] }): Promise<readonly CourseOffer[]>;

  meetings(pathwayId: string): Promise<readonly Meeting[]>;
  planMeeting(pathwayId: string, input: MeetingInput, actor: Actor, within?: Transaction): Promise<Worked>;
  moveMeeting(pathwayId: string, meetingId: string, input: WorkInput & MeetingTime, actor: Actor, within?: Transaction): Promise<Worked>;
  cancelMeeting(pathwayId: string, meetingId: string, input: WorkInput & { readonly text: string }, actor: Actor, within?: Transaction): Promise<Worked>;
  notHeldMeeting(pathwayId: string, meetingId: string, input: WorkInput & { readonly text: string }, actor: Actor, within?: Transaction): Promise<Worked>;
  holdMeeting(pathwayId: string, meetingId: string, input: WorkInput & { readonly attended: readonly string[]; readonly contents?: readonly string[] }, actor: Actor, within?: Transaction): Promise<Worked>;
  answerMeeting(pathwayId: string, meetingId: string, participantId: string, answer: 'accepted' | 'declined' | 'tentative', actor: Actor, within?: Transaction): Promise<Worked>;
  /** Who comes as this, and where they are invited; another address gets the invitation, and the former is told that it is off there. */
  setParticipant(pathwayId: string, meetingId: string, participantId: string, who: Omit<ParticipantInput, 'code'>, actor: Actor, within?: Transaction): Promise<Worked>;
  claimInvitations(limit: number): Promise<readonly InvitationDue[]>;
  settleInvitation(id: string, outcome: InvitationOutcome): Promise<void>;
  bounceInvitation(messageId: string, code: string): Promise<boolean>;
  setAgenda(pathwayId: string, meetingId: string, agenda: readonly AgendaItem[], actor: Actor, within?: Transaction): Promise<Worked>;
  addMinutes(pathwayId: string, meetingId: string, text: string, actor: Actor, within?: Transaction): Promise<Worked>;

  carePlans(pathwayId: string): Promise<readonly CarePlan[]>;
  /** Begins a plan that the definition asks for. Lines that are recorded as settled already are done. */
  beginCarePlan(pathwayId: string, plan: string, actor: Actor, within?: Transaction): Promise<Worked>;
  setPlanItem(pathwayId: string, plan: string, item: string, input: PlanItemInput, actor: Actor, within?: Transaction): Promise<Worked>;
  /** Lines with a date that are not settled, the nearest first; at most `limit`. */
  openPlanItems(query: { readonly until?: OsloDate; readonly owner?: string; readonly limit: number }): Promise<readonly OpenPlanItem[]>;
}
