import type { OsloDate } from '@forlop/calendar';
import type { Day } from '../days.js';
import type { Fact } from '../fold/facts.js';
import type { FoldState } from '../fold/state.js';
import type {
  AttributeSetter, ClockSpec, CommandSpec, Definition, DutySpec, GroupSpec, PlanSpec, RequirementSpec, Scalar, Span, TransitionSpec,
} from '../types/definition.js';

/** A condition made into a function of the state of the fold. */
export type Test = (state: FoldState) => boolean;
/** An event match made into a function; the event's type has been matched already. */
export type Match = (fact: Fact, state: FoldState) => boolean;

/** Whether any of them matches. */
export function matchesAny(matches: readonly Match[], fact: Fact, state: FoldState): boolean {
  for (const match of matches) if (match(fact, state)) return true;
  return false;
}

export interface CompiledRequirement {
  readonly spec: RequirementSpec;
  readonly index: number;
  readonly when: Test;
  readonly needs: readonly { readonly anyOf: readonly string[]; readonly when: Test; readonly unless: Test }[];
  readonly optional: readonly { readonly code: string; readonly when: Test }[];
}

/** Something that happened to the times offered for a clock. */
export type BookingRole = 'offered' | 'postponed' | 'missed' | 'cancelled' | 'foreseen' | 'risk-said' | 'risk-withdrawn';

/** What one type of event can do to one clock. Parts are tried in this order. */
export interface ClockAction {
  readonly clock: CompiledClock;
  readonly met: readonly Match[];
  readonly ended: readonly { readonly match: Match; readonly as: string }[];
  readonly bookings: readonly { readonly match: Match; readonly role: BookingRole; readonly dateField: string | null; readonly causeField: string | null }[];
  readonly communicated: readonly Match[];
  readonly starts: readonly { readonly match: Match; readonly dateFields: readonly string[] }[];
}

export interface CompiledClock {
  readonly spec: ClockSpec;
  readonly index: number;
  readonly onlyWhen: Test;
  readonly lengths: readonly { readonly when: Test; readonly span: Span }[];
  readonly dueField: string | null;
  /** Field that joins a start with its answer; null where every answer meets every start. */
  readonly key: string | null;
  readonly owners: readonly { readonly when: Test; readonly owner: string }[];
  /** The warning, counted from the due date (backwards) or from the start. */
  readonly warnFromDue: Span | null;
  readonly warnFromStart: Span | null;
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
  readonly index: number;
  readonly when: Test;
  /** The keys of its obligations, by occurrence, as far as they have been asked for. */
  readonly keys: string[];
}

/** `ID#n`, written once for each n. */
export const numberedKey = ({ spec, keys }: CompiledClock | CompiledDuty, n: number): string => (keys[n] ??= `${spec.id}#${n}`);

/** Everything that one type of event can do, so that a fact touches only what it concerns. */
export interface EventPlan {
  readonly type: string;
  readonly rank: number;
  readonly isAgeMark: boolean;
  /** Where facts of this type are remembered; null where no condition asks whether they happened. */
  readonly seenAs: number | null;
  readonly setters: readonly { readonly index: number; readonly setter: AttributeSetter; readonly match: Match }[];
  readonly gathers: readonly { readonly requirement: CompiledRequirement; readonly field: string }[];
  readonly gates: readonly { readonly requirement: CompiledRequirement; readonly concerns: Match }[];
  readonly transitions: readonly { readonly spec: TransitionSpec; readonly match: Match }[];
  readonly clocks: readonly ClockAction[];
  readonly closes: readonly { readonly duty: CompiledDuty; readonly match: Match }[];
  readonly countables: readonly { readonly index: number; readonly match: Match }[];
  readonly endsEverything: readonly Match[];
}

/** A birthday, or a day some time before it, that the definition acts on. */
export interface CompiledAgeMark {
  readonly type: string;
  readonly rank: number;
  dayFor(birthDate: OsloDate): Day;
}

/** A definition made ready to run. Compile once and keep: evaluation only reads it. */
export interface CompiledDefinition {
  readonly source: Definition;
  /** Every parameter's default. */
  readonly defaults: Readonly<Record<string, Scalar>>;
  readonly plans: ReadonlyMap<string, EventPlan>;
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
  readonly clocks: readonly CompiledClock[];
  readonly duties: readonly CompiledDuty[];
  readonly groups: readonly { readonly spec: GroupSpec; readonly holds: Test }[];
  readonly plansFor: readonly { readonly spec: PlanSpec; readonly holds: Test }[];
  readonly countables: readonly string[];
  readonly commands: readonly {
    readonly spec: CommandSpec;
    readonly requires: readonly Test[];
    readonly warns: readonly Test[];
  }[];
  readonly terminalSteps: ReadonlySet<string>;
}
