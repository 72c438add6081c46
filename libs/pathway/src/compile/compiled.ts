import type { OsloDate } from '@forlop/calendar';
import type { Day } from '../days.js';
import type { FoldState } from '../fold/state.js';
import type { ClockSpec, CommandSpec, Definition, DutyKind, DutySpec, RequirementSpec, Scalar, Span } from '../types/definition.js';
import type { Json } from '../types/text.js';

/** A condition made into a function of the state of the fold. */
export type Test = (state: FoldState) => boolean;

/** A condition that may be missing: null always holds, and costs no call. */
export type When = Test | null;

export const holds = (when: When, state: FoldState): boolean => when === null || when(state);

export function anyHolds(whens: readonly When[], state: FoldState): boolean {
  for (let i = 0; i < whens.length; i += 1) if (holds(whens[i]!, state)) return true;
  return false;
}

/** What a fact carries. */
export type Data = Readonly<Record<string, Json>>;
/** A test of a fact's own data. */
export type DataTest = (data: Data) => boolean;

export interface CompiledRequirement {
  readonly spec: RequirementSpec;
  readonly id: string;
  readonly when: When;
  /** Place of the list of codes that it gathers into; requirements that gather the same share one. */
  readonly gathered: number;
  readonly needs: readonly { readonly anyOf: readonly string[]; readonly when: When; readonly unless: When }[];
  readonly optional: readonly { readonly code: string; readonly when: When }[];
  /** What it lacks while nothing is gathered; null where that depends on conditions. */
  readonly allMissing: readonly (readonly string[])[] | null;
  readonly allOptionalMissing: readonly string[] | null;
  /** The gated fact stays away until it has what it needs. */
  readonly blocks: boolean;
  /** The gate looks at the codes of all the pathway, not only at the fact's own. */
  readonly gathersPathway: boolean;
}

/** Something that happened to the times offered for a clock. */
export type BookingRole = 'offered' | 'postponed' | 'missed' | 'cancelled' | 'foreseen' | 'risk-said' | 'risk-withdrawn';

/** What one kind of event can do to one clock. Parts are tried in this order. */
export interface ClockAction {
  readonly clock: CompiledClock;
  readonly index: number;
  /** Nothing in it concerns a clock that is not running. */
  readonly onlyOpen: boolean;
  readonly met: readonly When[];
  readonly ended: readonly { readonly when: When; readonly as: string }[];
  readonly bookings: readonly { readonly when: When; readonly role: BookingRole; readonly dateField: string | null; readonly causeField: string | null }[];
  readonly communicated: readonly When[];
  readonly starts: readonly { readonly when: When; readonly dateFields: readonly string[] }[];
}

export interface CompiledClock {
  readonly spec: ClockSpec;
  readonly id: string;
  readonly index: number;
  readonly kind: ClockSpec['kind'];
  readonly ruleStatus: ClockSpec['status'];
  readonly mode: ClockSpec['mode'];
  readonly lapses: boolean;
  readonly outlivesClosing: boolean;
  readonly owner: string;
  readonly onlyWhen: When;
  readonly lengths: readonly { readonly when: When; readonly span: Span }[];
  readonly dueField: string | null;
  /** Field that joins a start with its answer; null where every answer meets every start. */
  readonly key: string | null;
  readonly owners: readonly { readonly when: When; readonly owner: string }[];
  /** The warning, counted from the due date (backwards) or from the start. */
  readonly warnFromDue: Span | null;
  readonly warnFromStart: Span | null;
  /** Calendar days before the due date; null where it is never at risk for want of a booked time. */
  readonly atRiskDays: number | null;
  readonly patientCauses: readonly string[];
  /** One frist at a time: the bookings since the last one closed are its own. */
  readonly oneFrist: boolean;
  readonly duties: readonly CompiledDuty[];
  /** Doing it before it was asked for is a finding (legal and guiding clocks that do not come again). */
  readonly expectsStartFirst: boolean;
  /** The keys of its occurrences, by number, as far as they have been asked for. */
  readonly keys: string[];
}

export interface CompiledDuty {
  readonly spec: DutySpec;
  readonly id: string;
  readonly index: number;
  readonly kind: DutyKind;
  readonly when: When;
  readonly to: string;
  readonly opensAt: DutySpec['opens']['at'];
  readonly opensAfter: Span | null;
  /** From the day it opens to each time it is asked again. */
  readonly repeats: readonly Span[];
  readonly escalateAfter: Span | null;
  readonly escalateTo: string | null;
  readonly needsConfirmation: boolean;
  readonly template: string | null;
  /** The keys of its obligations, by occurrence, as far as they have been asked for. */
  readonly keys: string[];
}

/** `ID#n`, written once for each n. */
export const numberedKey = ({ id, keys }: CompiledClock | CompiledDuty, n: number): string => (keys[n] ??= `${id}#${n}`);

/** Sets an attribute: to the fact's date, to what its field holds, or to a value of the definition's. */
export interface CompiledSetter {
  readonly attribute: number;
  readonly from: 'date' | 'field' | 'value';
  readonly field: string;
  readonly value: Scalar | undefined;
  readonly keepFirst: boolean;
  /** Conditions ask for the age at this attribute's date. */
  readonly isDay: boolean;
  readonly when: When;
}

export interface CompiledTransition {
  /** Null: from any step. */
  readonly from: readonly string[] | null;
  readonly to: string;
  readonly milestone: boolean;
  readonly newEpisode: boolean;
  readonly when: When;
}

/** Adds what a field holds to the codes gathered at a place. */
export interface Gathering {
  readonly gathered: number;
  readonly field: string;
}

/** Everything that a fact of one type and with such data can do, so that it touches only what it concerns. */
export interface EventPlan {
  readonly setters: readonly CompiledSetter[];
  readonly gathers: readonly Gathering[];
  readonly gates: readonly CompiledRequirement[];
  readonly transitions: readonly CompiledTransition[];
  readonly clocks: readonly ClockAction[];
  readonly closes: readonly { readonly duty: CompiledDuty; readonly when: When }[];
  readonly countables: readonly { readonly index: number; readonly when: When }[];
  readonly endsEverything: readonly When[];
}

/** One type of event, and its plans by what its data say. */
export interface EventType {
  readonly type: string;
  readonly rank: number;
  readonly isAgeMark: boolean;
  /** Where facts of this type are remembered; null where no condition asks whether they happened. */
  readonly seenAs: number | null;
  /** All that the definition asks of the data of this type. */
  readonly questions: readonly DataTest[];
  readonly answers: Answers;
  /** Makes the plan for data that answer the questions as these do. */
  planFor(data: Data): EventPlan;
}

/** A place in the tree of answers to an event type's questions; grows with the answers met. */
export interface Answers {
  yes: Answers | null;
  no: Answers | null;
  /** At the end of the questions. */
  plan: EventPlan | null;
}

/** A birthday, or a day some time before it, that the definition acts on. */
export interface CompiledAgeMark {
  readonly type: string;
  readonly rank: number;
  dayFor(birthDate: OsloDate): Day;
}

/** Something with a name that holds or does not. */
export interface Conditional {
  readonly id: string;
  readonly when: When;
}

/** A definition made ready to run. Compile once and keep: evaluation only reads it, and fills in plans and keys met first. */
export interface CompiledDefinition {
  readonly source: Definition;
  /** Every parameter's default. */
  readonly defaults: Readonly<Record<string, Scalar>>;
  readonly events: ReadonlyMap<string, EventType>;
  readonly ageMarks: readonly CompiledAgeMark[];
  /** Names of the attributes, sorted. */
  readonly attributes: readonly string[];
  /** How many types of events conditions ask about. */
  readonly seenTypes: number;
  /** Ages that conditions speak of, ascending. */
  readonly ages: readonly number[];
  /** Those of them, as indexes into `ages`, at which a condition about today's age turns. */
  readonly turningAges: readonly number[];
  readonly requirements: readonly CompiledRequirement[];
  /** Those that have a standing between facts. */
  readonly standingRequirements: readonly CompiledRequirement[];
  /** How many lists of codes requirements gather. */
  readonly gatheredLists: number;
  readonly clocks: readonly CompiledClock[];
  readonly duties: readonly CompiledDuty[];
  /** Those that depend on a condition. */
  readonly conditionalDuties: readonly CompiledDuty[];
  readonly groups: readonly Conditional[];
  /** The groups of which a list shows the first that holds. */
  readonly variants: readonly Conditional[];
  readonly plansFor: readonly Conditional[];
  readonly countables: readonly string[];
  readonly commands: readonly {
    readonly spec: CommandSpec;
    readonly requires: readonly When[];
    readonly warns: readonly When[];
  }[];
  readonly terminalSteps: ReadonlySet<string>;
}
