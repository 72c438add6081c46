import type { OsloDate, WorkCalendar } from '@forlop/calendar';
import type { CompiledDefinition } from '../compile/compiled.js';
import type { ClockTrack } from '../clocks/track.js';
import type { Finding } from '../types/evaluation.js';
import type { Scalar } from '../types/definition.js';
import type { Fact } from './facts.js';

/** Where the fold stands: everything the facts so far have made of the pathway. Lives for one evaluation only. */
export interface FoldState {
  readonly definition: CompiledDefinition;
  readonly calendar: WorkCalendar;
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly birthDate: OsloDate | null;
  /** The day being folded; after the fold, the day evaluated. */
  today: OsloDate;
  step: string;
  stepSince: OsloDate;
  /** Date of the first fact that the definition knows; null before it. */
  begunOn: OsloDate | null;
  /** Date of the first fact, or of the one that took a closed pathway up again. */
  activeSince: OsloDate;
  /** Grows each time a closed pathway is taken up again: clocks that start once may then start anew. */
  epoch: number;
  /** Death or the like: nothing after it counts. */
  everythingEndedOn: OsloDate | null;
  readonly attributes: Map<string, Scalar>;
  /** Facts that count, by type, in fold order. */
  readonly seen: Map<string, Fact[]>;
  /** Codes gathered for each requirement. */
  readonly gathered: Set<string>[];
  readonly tracks: ClockTrack[];
  /** Dates of the facts that close each duty, in fold order. */
  readonly closings: OsloDate[][];
  readonly findings: Finding[];
  readonly countables: Map<string, number>;
}
