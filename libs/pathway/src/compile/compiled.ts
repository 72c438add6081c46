import type { OsloDate } from '@forlop/calendar';
import type {
  AttributeSetter, BookingSpec, ClockSpec, CommandSpec, CountableSpec, Definition, DutySpec, GroupSpec, PlanSpec, RequirementSpec, Scalar, Span, TransitionSpec,
} from '../types/definition.js';
import type { Fact } from '../fold/facts.js';
import type { FoldState } from '../fold/state.js';

/** A condition made into a function of the state of the fold. */
export type Test = (state: FoldState) => boolean;
/** An event match made into a function; the event's type has been matched already. */
export type Match = (fact: Fact, state: FoldState) => boolean;

export interface CompiledRequirement {
  readonly spec: RequirementSpec;
  readonly index: number;
  readonly when: Test;
  readonly needs: readonly { readonly anyOf: readonly string[]; readonly asked: Test }[];
  readonly optional: readonly { readonly code: string; readonly when: Test }[];
}

/** Something that happened to the times offered for a clock. */
export type BookingRole = 'offered' | 'postponed' | 'missed' | 'cancelled' | 'foreseen' | 'risk-said' | 'risk-withdrawn';

/** What one type of event can do to one clock. Parts are tried in this order. */
export interface ClockAction {
  readonly clock: CompiledClock;
  readonly met: readonly Match[];
  readonly ended: readonly { readonly match: Match; readonly as: string }[];
  readonly bookings: readonly { readonly match: Match; readonly role: BookingRole; readonly dateField?: string; readonly causeField?: string }[];
  readonly communicated: readonly Match[];
  readonly starts: readonly { readonly match: Match; readonly dateFields: readonly string[] }[];
}

export interface CompiledClock {
  readonly spec: ClockSpec;
  readonly index: number;
  readonly onlyWhen: Test;
  readonly lengths: readonly { readonly when: Test; readonly span: Span }[];
  readonly dueField: string | null;
  readonly owners: readonly { readonly when: Test; readonly owner: string }[];
  readonly patientCauses: ReadonlySet<string>;
  readonly bookings: BookingSpec | null;
  readonly duties: readonly CompiledDuty[];
  /** Doing it before it was asked for is a finding (legal and guiding clocks that do not come again). */
  readonly expectsStartFirst: boolean;
}

export interface CompiledDuty {
  readonly spec: DutySpec;
  readonly index: number;
  readonly when: Test;
}

/** Everything that one type of event can do, so that a fact touches only what it concerns. */
export interface EventPlan {
  readonly type: string;
  readonly rank: number;
  readonly setters: readonly { readonly attribute: string; readonly setter: AttributeSetter; readonly match: Match }[];
  readonly gathers: readonly { readonly requirement: CompiledRequirement; readonly field: string }[];
  readonly gates: readonly { readonly requirement: CompiledRequirement; readonly concerns: (fact: Fact) => boolean }[];
  readonly transitions: readonly { readonly spec: TransitionSpec; readonly match: Match }[];
  readonly clocks: readonly ClockAction[];
  readonly closes: readonly { readonly duty: CompiledDuty; readonly match: Match }[];
  readonly countables: readonly { readonly spec: CountableSpec; readonly match: Match }[];
  readonly endsEverything: readonly Match[];
}

/** A birthday, or a day some time before it, that the definition acts on. */
export interface CompiledAgeMark {
  readonly type: string;
  readonly rank: number;
  dateFor(birthDate: OsloDate): OsloDate;
}

/** A definition made ready to run. Compile once and keep: evaluation only reads it. */
export interface CompiledDefinition {
  readonly source: Definition;
  /** Every parameter's default. */
  readonly defaults: Readonly<Record<string, Scalar>>;
  readonly plans: ReadonlyMap<string, EventPlan>;
  readonly ageMarks: readonly CompiledAgeMark[];
  readonly requirements: readonly CompiledRequirement[];
  readonly clocks: readonly CompiledClock[];
  readonly duties: readonly CompiledDuty[];
  readonly groups: readonly { readonly spec: GroupSpec; readonly holds: Test }[];
  readonly plansFor: readonly { readonly spec: PlanSpec; readonly holds: Test }[];
  readonly commands: readonly {
    readonly spec: CommandSpec;
    readonly requires: readonly Test[];
    readonly warns: readonly Test[];
  }[];
  readonly terminalSteps: ReadonlySet<string>;
  /** Ages at which a condition about today's age turns. */
  readonly turningAges: readonly number[];
}
