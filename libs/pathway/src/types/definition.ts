import type { OsloDate, Unit } from '@forlop/calendar';
import type { Citation, Json, RuleStatus, Text } from './text.js';

/** A length of time: `virkedag` counts working days of the calendar, the other units calendar time (CAL-1, CAL-2). */
export interface Span {
  readonly value: number;
  readonly unit: Unit;
}

/** A value that facts and attributes are compared with. */
export type Scalar = string | number | boolean;

/** A test on one field of a fact's data. All given parts must hold; a field that is missing passes only `absent`. */
export interface FieldTest {
  readonly is?: Scalar;
  readonly in?: readonly Scalar[];
  readonly not?: Scalar;
  readonly notIn?: readonly Scalar[];
  readonly atLeast?: number;
  readonly below?: number;
  readonly includes?: Scalar;
  readonly absent?: boolean;
}

/** Facts of one type whose data pass every test in `where`, folded while `when` holds. */
export interface EventMatch {
  readonly event: string;
  readonly where?: Readonly<Record<string, FieldTest>>;
  /** Looked at in the state just after this fact, facts being folded by (occurredOn, rank, id). */
  readonly when?: Condition;
}

/** A question about the state at one point of the fold. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The attribute's value passes the test (see `AttributeSpec`). */
  | { readonly attribute: string; readonly test: FieldTest }
  /** A parameter chosen when the pathway was created. */
  | { readonly parameter: string; readonly is: Scalar }
  /** Age in full years at an attribute's date (`at`), or today when `at` is absent. Unknown birth date: counts as adult. */
  | { readonly age: { readonly at?: string; readonly below?: number; readonly from?: number } }
  /** A fact of this kind has been folded. */
  | { readonly happened: string; readonly where?: Readonly<Record<string, FieldTest>> }
  | { readonly step: readonly string[] }
  /** The requirement lacks something (see `RequirementSpec`). */
  | { readonly missing: string }
  /** A group of the definition holds (see `GroupSpec`). */
  | { readonly group: string };

/** One field of an event's data. Free text is never data: it is sealed under the patient's key beside the event. */
export interface FieldSpec {
  readonly title: Text;
  readonly type: 'date' | 'code' | 'codes' | 'number' | 'boolean' | 'id';
  readonly required?: boolean;
  /** Allowed codes with their labels (`code`, `codes`). */
  readonly codes?: Readonly<Record<string, Text>>;
  readonly min?: number;
  readonly max?: number;
  /** A `date` may lie after the day it is recorded (a booked time, a frist). */
  readonly mayBeFuture?: boolean;
}

/** One kind of event that the pathway understands. */
export interface EventSpec {
  readonly title: Text;
  /** Order among facts of the same date: lower first (received before assessed before started). */
  readonly rank: number;
  readonly fields?: Readonly<Record<string, FieldSpec>>;
  /** The event carries a sealed free text (a reason, a note): `required` makes commands ask for it. */
  readonly text?: 'optional' | 'required';
  readonly sources?: readonly Citation[];
}

/** A derived day in the patient's life, folded like a fact on its date, past and future. */
export interface AgeMarkSpec {
  readonly title: Text;
  readonly age: number;
  /** This long before the birthday. */
  readonly before?: Span;
  readonly rank: number;
}

/** A named value that facts set; the last fact in fold order wins. */
export interface AttributeSpec {
  readonly title: Text;
  readonly setBy: readonly AttributeSetter[];
}
/** Sets the attribute when a fact matches; looked at before the fact's own transition. */
export interface AttributeSetter extends EventMatch {
  /** Take this field of the fact's data; where it is missing the attribute is left alone. */
  readonly field?: string;
  /** Take the fact's date. */
  readonly date?: true;
  /** Take this value. */
  readonly value?: Scalar;
  /** Only if no earlier fact set it (a first mottattdato is kept on forwarding, MOVE-3). */
  readonly keepFirst?: boolean;
}

/** A group of patients (child, adult, severe …) with its own measures. */
export interface GroupSpec {
  readonly id: string;
  readonly title: Text;
  readonly when: Condition;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
  /** Variants exclude each other, and a pathway's list shows one: the first that holds. Other groups may overlap. */
  readonly variant?: boolean;
}

/** A step of the pathway's state machine. */
export interface StepSpec {
  readonly id: string;
  readonly title: Text;
  /** The pathway is over: clocks that do not outlive it end here. */
  readonly terminal?: boolean;
  /** Who the patient waits for in this step. */
  readonly owner?: string;
  /** Contacts outside the hospital, by role, who take part in this step and see the pathway while it is here. */
  readonly seenBy?: readonly string[];
}

/** Moves the pathway between steps. The first transition that matches a fact is taken. */
export interface TransitionSpec {
  readonly on: EventMatch;
  readonly from: readonly string[] | '*';
  readonly to: string;
  /**
   * A milestone that shows where the patient is whatever was recorded before: from a step not in `from` it still moves
   * the pathway and leaves a finding. Without it the fact is kept, leaves a finding, and moves nothing.
   */
  readonly milestone?: boolean;
  /** A new referral of a patient in follow-up is a new assessment by law: clocks that start once may start anew. */
  readonly newEpisode?: true;
}

/** What a step or a fact needs to be whole: participants, tests, roles in a team (REF-3, the multidisciplinary team, the school). */
export interface RequirementSpec {
  readonly id: string;
  readonly title: Text;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
  /** Gathered from these facts' fields (`codes` or `code`), over all of the pathway or of the gated fact only. */
  readonly gather: readonly { readonly event: string; readonly field: string }[];
  /** Each entry is met by any one of its codes. */
  readonly needs: readonly { readonly anyOf: readonly string[]; readonly title: Text; readonly when?: Condition; readonly unless?: Condition }[];
  /** Sought, never asked for. */
  readonly optional?: readonly { readonly code: string; readonly title: Text; readonly when?: Condition }[];
  readonly when?: Condition;
  /**
   * The fact that should not stand without it. `gate: 'blocks'` (skal): the fact is kept but does not count as done
   * and leaves a finding; `gate: 'warns'` (bør, kan): it counts and leaves a finding (REF-6).
   */
  readonly gates?: { readonly event: string; readonly where?: Readonly<Record<string, FieldTest>>; readonly gate: 'blocks' | 'warns'; readonly gathered: 'fact' | 'pathway' };
  /** Judged at its gate and nowhere else: what it lacks before that says nothing of the patient, and is not shown. */
  readonly onlyAtGate?: true;
}

/** A clock: what starts it, what meets it, how long it is, and what may be done about it. */
export interface ClockSpec {
  /** Permanent id, e.g. `FRIST-START-VOKSEN-12U`: the rule, its source, test, text and action are found by it. */
  readonly id: string;
  readonly title: Text;
  readonly status: RuleStatus;
  /** `legal`: a right in law. `pathway`: a pathway time without any right. `guiding`: advice. `statistic`: counted, no limit. */
  readonly kind: 'legal' | 'pathway' | 'guiding' | 'statistic';
  readonly sources: readonly Citation[];
  /** Only with these parameters, e.g. the network's set of frister or the national draft's. */
  readonly onlyWhen?: Condition;
  readonly start: readonly ClockStart[];
  /**
   * `once`: the first start counts. `each`: every start opens its own occurrence, matched to its answer by `key`.
   * `recurring`: what meets one occurrence starts the next. `supersede`: a later start gives the open occurrence a new
   * due date, unless the old date has already passed (a frist is never moved by delay, MOVE-1). `again`: like `once`,
   * but a start while none is open opens a new occurrence (what to do after each no-show).
   */
  readonly mode: 'once' | 'each' | 'recurring' | 'supersede' | 'again';
  /** Field that joins a start with its answer (`each`). */
  readonly key?: string;
  /** Length from the start; the first whose condition holds at the start. Or the date in a field of the starting fact. None: no limit. */
  readonly due?: { readonly after: readonly { readonly when?: Condition; readonly span: Span }[] } | { readonly field: string };
  readonly metBy: readonly EventMatch[];
  /** Ends without being met: not applicable, transferred, rejected … */
  readonly endedBy?: readonly (EventMatch & { readonly as: string })[];
  /** A right that need not be used (a complaint): past its date unmet it is closed, never broken. */
  readonly lapses?: true;
  /** Runs on when the pathway closes (telling the patient, a complaint); death ends it all the same. */
  readonly outlivesClosing?: boolean;
  /** Who must act. */
  readonly owner: string;
  /** The owner while a condition holds, before `owner`. */
  readonly ownerWhen?: readonly { readonly when: Condition; readonly owner: string }[];
  /** Warned from this long before the due date, or this long after the start. */
  readonly warn?: { readonly before: Span } | { readonly after: Span };
  /** At risk without a booked time on or before the due date from this many calendar days before it. */
  readonly atRisk?: { readonly horizonDays: number };
  readonly bookings?: BookingSpec;
  /** A person says that it is at risk, or takes that back. */
  readonly riskSaidBy?: readonly EventMatch[];
  readonly riskWithdrawnBy?: readonly EventMatch[];
  /** The hospital foresees that the date will not hold (BREACH-1). */
  readonly breachForeseenBy?: readonly EventMatch[];
  /** The date has been told to the patient: a move to another version leaves it alone (DESIGN, decision 2). */
  readonly communicatedBy?: readonly EventMatch[];
  /** This clock guides another: a later date given on that one is warned about and needs a reason, never refused. */
  readonly guidesClock?: string;
}

/** What starts a clock: a fact, from its own date or from the first present date field. */
export interface ClockStart extends EventMatch {
  /** Data fields tried in this order before the fact's own date (an ansiennitetsdato before the mottattdato). */
  readonly dateFields?: readonly string[];
}

/** Times offered, postponed and missed, for "at risk" and for whose breach it is (MOVE-1, MOVE-2). */
export interface BookingSpec {
  /** `dateField` holds the offered day. */
  readonly offeredBy: readonly (EventMatch & { readonly dateField: string })[];
  /** `causeField` holds an 8446 code, `dateField` the new planned day if there is one. */
  readonly postponedBy: readonly (EventMatch & { readonly causeField: string; readonly dateField: string })[];
  readonly missedBy: readonly EventMatch[];
  readonly cancelledBy: readonly EventMatch[];
  /** 8446 codes by which the patient caused the delay: after an offer in time the breach is not the hospital's. */
  readonly patientCauses: readonly string[];
}

/** What the system does about a clock: which obligation opens, when, towards whom. */
export interface DutySpec {
  readonly id: string;
  readonly title: Text;
  readonly kind: DutyKind;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
  readonly clock: string;
  /** The day that opens it, counted from the clock's own dates. */
  readonly opens: { readonly at: 'start' | 'warn' | 'at-risk' | 'due' | 'broken' | 'foreseen-or-broken'; readonly after?: Span };
  readonly when?: Condition;
  /** Facts that close it before the clock itself closes. */
  readonly closedBy?: readonly EventMatch[];
  /** Role that is asked. */
  readonly to: string;
  /** What whoever is asked may answer, and what each answer means; others are in words. */
  readonly answers?: DutyAnswers;
  /** Asked again at this interval, at most this often, while it is open. */
  readonly repeat?: { readonly every: Span; readonly most: number };
  /** The coordinator is told when it has been open this long. */
  readonly escalate?: { readonly after: Span; readonly to: string };
  readonly template?: string;
  /** Nothing is sent before a named person confirms (Helfo, BREACH-3). */
  readonly needsConfirmation?: boolean;
}
/** What an answer to a reminder means: a command, with what is given with it. */
export interface AnswerSpec {
  readonly command: string;
  readonly data?: Readonly<Record<string, Scalar>>;
  /** Field of its event that takes the reminder's id, where the same reminder must not say the same twice. */
  readonly reminderIn?: string;
}

/** `done`: what was asked has been done, on a day. `takes-over`: whoever answers will see to it. `guidance`: they ask how. */
export interface DutyAnswers {
  readonly done?: AnswerSpec;
  readonly 'takes-over'?: AnswerSpec;
  readonly guidance?: AnswerSpec;
}

export type DutyKind = 'remind' | 'notify-helfo' | 'arrange-meeting' | 'offer-lms-course' | 'collect-prom' | 're-evaluate-diagnosis';

/**
 * How long the record of a pathway must be kept. When every rule of its definition has passed, erasure may be asked for;
 * nothing is erased without a person.
 */
export interface RetentionSpec {
  readonly id: string;
  readonly title: Text;
  /** From the day on which the pathway ended, or on which somebody last entered something. */
  readonly after: 'end' | 'last-entry';
  readonly keep: Span;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
  /** What the sources leave open, for whoever owns the definition. */
  readonly open?: Text;
}

/** What a person may do: records an event as a decision, where the state allows it. */
export interface CommandSpec {
  readonly id: string;
  readonly title: Text;
  readonly records: string;
  /** Steps in which it is allowed; elsewhere refused with `step-does-not-allow`. */
  readonly from: readonly string[] | '*';
  /** Conditions that must hold; the first that fails gives the refusal. */
  readonly requires?: readonly { readonly that: Condition; readonly code: string; readonly sentence: Text }[];
  /** Conditions that warn and ask for a reason, never refuse (REF-6: bør and kan). */
  readonly warns?: readonly { readonly if: Condition; readonly code: string; readonly sentence: Text }[];
  /** Data that the command sets by itself. */
  readonly sets?: Readonly<Record<string, Scalar>>;
  readonly roles?: readonly string[];
}

/** A checklist with owners and dates that a group of patients gets (severe cases, young adults). */
export interface PlanSpec {
  readonly id: string;
  readonly title: Text;
  readonly when: Condition;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
  /** The command that records an item as settled (done, or found not relevant): `field` of its event takes the ids of items. */
  readonly settledBy?: { readonly command: string; readonly field: string };
  readonly items: readonly PlanItemSpec[];
}

/** One line of a plan. */
export interface PlanItemSpec {
  readonly id: string;
  readonly title: Text;
  readonly owner: string;
  readonly level: 'skal' | 'bor' | 'kan';
  /** What is recorded beside `settledBy` when it is done. */
  readonly done?: WorkCommand;
  /** What is recorded beside `settledBy` when it is found not relevant. */
  readonly notRelevant?: WorkCommand;
}

/** A command that the work around a pathway ends in, with what its event then says. */
export interface WorkCommand {
  readonly command: string;
  readonly data?: Readonly<Record<string, Scalar | readonly string[]>>;
}

/** A kind of course (S1: learning and coping), and the commands by which its offers become facts. The kernel never reads it. */
export interface CourseSpec {
  readonly id: string;
  readonly title: Text;
  /** 8432. */
  readonly contactType: string;
  readonly owner: string;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
  readonly offered: WorkCommand;
  /** A place that was freed is offered to the next in line. */
  readonly movedUp: WorkCommand;
  readonly accepted: WorkCommand;
  readonly declined: WorkCommand;
  readonly notRelevant: WorkCommand;
  readonly completed: WorkCommand;
  readonly interrupted: WorkCommand;
}

/** A kind of meeting: who takes part, what it goes through, and the commands by which it becomes a fact. The kernel never reads it. */
export interface MeetingSpec {
  readonly id: string;
  readonly title: Text;
  /** 8432, where the meeting is a contact. */
  readonly contactType?: string;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
  /** `dateField` of the event takes the day of the meeting. */
  readonly booked?: { readonly command: string; readonly dateField: string };
  readonly cancelled?: { readonly command: string };
  /** Fields of the event that take the participants' codes, the form, and what was gone through. */
  readonly held?: WorkCommand & { readonly participantsField?: string; readonly formField?: string; readonly contentsField?: string };
  readonly participants: readonly MeetingParticipantSpec[];
  readonly agenda: readonly { readonly id: string; readonly title: Text }[];
}

/** Somebody who is to be asked to a meeting; `group`: only for patients of it. */
export interface MeetingParticipantSpec {
  readonly code: string;
  readonly title: Text;
  readonly level: 'skal' | 'bor' | 'kan';
  readonly group?: string;
}

/** A service that is counted for its fee (takst), e.g. guidance with or without the patient (REF-5). */
export interface CountableSpec {
  readonly id: string;
  readonly title: Text;
  readonly countedBy: EventMatch;
  readonly status: RuleStatus;
  readonly sources: readonly Citation[];
}

/** A pathway as data. Everything the engine knows of a disease stands in one of these. */
export interface Definition {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly description?: Text;
  readonly status: RuleStatus;
  readonly validFrom: OsloDate;
  readonly validTo?: OsloDate;
  readonly sources: Readonly<Record<string, { readonly title: string; readonly publisher?: string; readonly published?: string; readonly verified?: string }>>;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly parameters: Readonly<Record<string, { readonly title: Text; readonly values: readonly Scalar[]; readonly default: Scalar }>>;
  /** What people and organisations are called in texts: role id → title. */
  readonly roles: Readonly<Record<string, Text>>;
  readonly events: Readonly<Record<string, EventSpec>>;
  readonly ageMarks: Readonly<Record<string, AgeMarkSpec>>;
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  readonly groups: readonly GroupSpec[];
  readonly steps: readonly StepSpec[];
  readonly initialStep: string;
  readonly transitions: readonly TransitionSpec[];
  /** Facts that end everything at once, sendings included (END-1: death). */
  readonly endsEverything: readonly EventMatch[];
  readonly requirements: readonly RequirementSpec[];
  readonly clocks: readonly ClockSpec[];
  readonly duties: readonly DutySpec[];
  readonly commands: readonly CommandSpec[];
  readonly plans: readonly PlanSpec[];
  readonly countables: readonly CountableSpec[];
  /** The work around the pathway, that ends in its commands. */
  readonly courses?: readonly CourseSpec[];
  readonly meetings?: readonly MeetingSpec[];
  /** Absent or empty: nobody has said how long, and the record is kept. */
  readonly retention?: readonly RetentionSpec[];
  /** Referral reason codes that lead here: code system → codes (a code ending in * matches its subtree). */
  readonly intake: Readonly<Record<string, readonly string[]>>;
  readonly notes?: Readonly<Record<string, Json>>;
}
