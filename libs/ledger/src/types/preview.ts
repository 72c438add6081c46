import type { OsloDate } from '@forlop/calendar';
import type { ClockStatus, Finding, NextStep, Obligation, Refusal } from '@forlop/pathway';
import type { CommandResult } from './writing.js';

/** What a clock says on the day that is asked about. */
export interface ClockSays {
  readonly dueOn: OsloDate | null;
  readonly status: ClockStatus;
  /** The booked or planned day that holds. */
  readonly bookedOn: OsloDate | null;
  readonly metOn: OsloDate | null;
  /** 8446 code of the last postponement. */
  readonly delayCause: string | null;
  /** Whose breach it becomes if the booked day holds and lies after the frist; null: it is kept. */
  readonly breachBy: 'hospital' | 'patient' | null;
}

/** A clock that a command would begin, change or end. */
export interface ClockChange {
  readonly key: string;
  readonly clock: string;
  readonly title: string;
  readonly kind: string;
  /** Null: there is none yet. */
  readonly before: ClockSays | null;
  /** Null: it is there no more. */
  readonly after: ClockSays | null;
}

export interface ObligationNamed extends Pick<Obligation, 'key' | 'kind' | 'duty' | 'to' | 'opensOn' | 'needsConfirmation'> {
  readonly title: string;
}

/** What a command would change, before anything is recorded. */
export interface CommandPreview {
  readonly pathwayId: string;
  readonly asOf: OsloDate;
  readonly position: number;
  /** What the command would warn about; giving it then asks for a reason. */
  readonly warnings: readonly Refusal[];
  readonly step: { readonly before: StepNamed; readonly after: StepNamed };
  /** Those that differ only. */
  readonly clocks: readonly ClockChange[];
  /** Duties that the command opens (or plans for a later day), and those that it closes. */
  readonly opens: readonly ObligationNamed[];
  readonly closes: readonly ObligationNamed[];
  /** The next steps after it, with who owns each. */
  readonly nextSteps: readonly NextStep[];
  /** The patient would have no next step. */
  readonly noNextStep: boolean;
  /** What would not fit, and does fit now. */
  readonly findings: readonly Finding[];
}

export interface StepNamed {
  readonly id: string;
  readonly title: string;
}

/** How asking went: as the command itself would, but for `done`. */
export type PreviewResult = { readonly outcome: 'possible'; readonly preview: CommandPreview } | Exclude<CommandResult, { outcome: 'done' }>;
