import type { OsloDate } from '@forlop/calendar';
import type { CommandSpec, DutyKind, ClockSpec } from './definition.js';
import type { Regime } from './event.js';

/**
 * Status of a clock on a day. `warned`: lead days have passed. `at-risk`: no booked time in time within the horizon, or a
 * person says so. `broken`: nothing dated on or before the due date met it, as of the day after. `met-late`: met after
 * it broke. `passed-by-patient`: offered in time, the patient did not come or asked to wait (MOVE-2). `closed`: ended
 * before its date without being met. `not-started`: starts on a later day that is already certain.
 */
export type ClockStatus = 'not-started' | 'running' | 'warned' | 'at-risk' | 'broken' | 'met' | 'met-late' | 'passed-by-patient' | 'closed';

/** One occurrence of a clock as dates only, so that any day's status follows by comparing (`clockStatus`). */
export interface ClockRow {
  readonly clock: string;
  /** 1, 2, 3 … in order of start. */
  readonly occurrence: number;
  /** `CLOCK#occurrence`, unique in the pathway. */
  readonly key: string;
  readonly kind: ClockSpec['kind'];
  readonly ruleStatus: ClockSpec['status'];
  readonly owner: string;
  readonly startOn: OsloDate;
  readonly warnOn: OsloDate | null;
  readonly atRiskFrom: OsloDate | null;
  /** The last day in time. Null: no limit. */
  readonly dueOn: OsloDate | null;
  readonly metOn: OsloDate | null;
  readonly endedOn: OsloDate | null;
  /** Why it ended without being met. */
  readonly endedAs: string | null;
  /** If the due date passes (or passed) unmet, the patient caused it after an offer in time. */
  readonly passedByPatient: boolean;
  /** A right that lapses unused: past its date it is closed, never broken. */
  readonly lapses: boolean;
  /** The booked or planned day that holds now. */
  readonly bookedOn: OsloDate | null;
  /** From this day the hospital knew that the date would not hold. */
  readonly foreseenOn: OsloDate | null;
  /** 8446 code of the last postponement. */
  readonly delayCause: string | null;
  /** Definition version whose rule gave these dates (a moved patient may have several). */
  readonly version: string;
  /** Ids of the facts used, by part. */
  readonly facts: { readonly start: string; readonly due?: string; readonly met?: string; readonly ended?: string; readonly booking?: string; readonly postponement?: string };
}

/** Something the system must see to about a clock, from a day on, until closed. */
export interface Obligation {
  /** `DUTY#occurrence`: with the pathway's id it names the child workflow. */
  readonly key: string;
  readonly duty: string;
  readonly kind: DutyKind;
  readonly clock: string;
  readonly clockKey: string;
  readonly occurrence: number;
  readonly to: string;
  readonly opensOn: OsloDate;
  /** Set when a fact or the clock's own end closed it; open from `opensOn` until this day. */
  readonly closesOn: OsloDate | null;
  readonly dueOn: OsloDate | null;
  /** Days on which the role is asked: `opensOn`, then the repeats. */
  readonly askOn: readonly OsloDate[];
  readonly escalateOn: OsloDate | null;
  readonly escalateTo: string | null;
  readonly needsConfirmation: boolean;
  readonly template: string | null;
}

/** Who does what by when, so that nobody falls into a void. */
export interface NextStep {
  readonly rule: string;
  readonly clockKey: string;
  readonly owner: string;
  readonly dueOn: OsloDate;
  readonly status: ClockStatus;
}

/** A fact that does not fit, kept and put on a work list. */
export interface Finding {
  /** Stable code, e.g. `unexpected-in-step`, `requirement-not-met`, `met-before-start`, `new-date-after-breach`. */
  readonly code: string;
  readonly fact: string;
  readonly occurredOn: OsloDate;
  readonly rule: string | null;
  readonly detail: Readonly<Record<string, string | readonly string[]>>;
}

/** Something is wrong with the pathway itself. `no-next-step` is the void (DOMAIN §4.7). */
export interface Alarm {
  readonly code: 'no-next-step';
  readonly from: OsloDate;
}

/** What a requirement has, lacks and seeks. */
export interface RequirementState {
  readonly id: string;
  readonly has: readonly string[];
  /** Each entry lists the codes of which one would do. */
  readonly missing: readonly (readonly string[])[];
  readonly optionalMissing: readonly string[];
}

/** Whether a command may be given now; a refusal says why in a code and a sentence. */
export interface CommandState {
  readonly command: CommandSpec['id'];
  readonly allowed: boolean;
  readonly refusal: Refusal | null;
  readonly warnings: readonly Refusal[];
}
export interface Refusal {
  readonly code: string;
  readonly sentence: { readonly nb: string; readonly en?: string };
}

/** Everything the kernel says of one patient on one day. */
export interface Evaluation {
  readonly kernel: string;
  readonly regime: Regime;
  readonly asOf: OsloDate;
  readonly knownAt: number;
  readonly step: string;
  readonly stepSince: OsloDate;
  /** False before the first fact and after a terminal step or death. */
  readonly active: boolean;
  readonly endedOn: OsloDate | null;
  readonly variant: string | null;
  /** The variant from a later birthday on, when nothing else happens. */
  readonly variantNext: { readonly variant: string | null; readonly from: OsloDate } | null;
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly clocks: readonly ClockRow[];
  readonly obligations: readonly Obligation[];
  readonly nextSteps: readonly NextStep[];
  readonly alarms: readonly Alarm[];
  /** First day without a next step if nothing happens, in the past while the alarm is on; null: never. */
  readonly noNextStepFrom: OsloDate | null;
  readonly findings: readonly Finding[];
  /** Those that are asked for now, save what is judged at its gate only. */
  readonly requirements: readonly RequirementState[];
  readonly plans: readonly string[];
  readonly countables: Readonly<Record<string, number>>;
  /** The next day after `asOf` on which anything above changes by time alone; null: never. */
  readonly nextChangeOn: OsloDate | null;
}
