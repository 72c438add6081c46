import type { WorkCalendar } from '@forlop/calendar';
import type { ClockTrack } from '../clocks/occurrence.js';
import type { CompiledDefinition } from '../compile/compiled.js';
import type { Day } from '../days.js';
import type { Scalar } from '../types/definition.js';
import type { Finding } from '../types/evaluation.js';
import type { Fact } from './facts.js';

/**
 * Where the fold stands: everything the facts so far have made of the pathway. Lives for one evaluation only. The lists
 * are numbered as in the compiled definition; what no fact has touched is undefined.
 */
export interface FoldState {
  readonly definition: CompiledDefinition;
  readonly calendar: WorkCalendar;
  readonly parameters: Readonly<Record<string, Scalar>>;
  /** The patient's birthdays at the definition's ages; null when the birth date is not known. */
  readonly birthdays: readonly Day[] | null;
  /** The day being folded; after the fold, the day evaluated. */
  today: Day;
  step: string;
  stepSince: Day;
  /** The step is a terminal one. */
  closed: boolean;
  /** True from the first fact that the definition knows. */
  begun: boolean;
  /** Day of the first fact, or of the one that took a closed pathway up again. */
  activeSince: Day;
  /** Grows each time a closed pathway is taken up again: clocks that start once may then start anew. */
  epoch: number;
  /** Death or the like: nothing after it counts. */
  everythingEndedOn: Day;
  readonly attributes: (Scalar | undefined)[];
  /** The days of the attributes at whose date conditions ask for the age. */
  readonly attributeDays: (Day | undefined)[];
  /** Facts that count, of the types that conditions ask about, in fold order. */
  readonly seen: (Fact[] | undefined)[];
  /** The lists of codes that requirements gather, each code once, sorted. */
  readonly gathered: (string[] | undefined)[];
  readonly tracks: (ClockTrack | undefined)[];
  /** Days of the facts that close each duty, in fold order. */
  readonly closings: (Day[] | undefined)[];
  readonly countables: (number | undefined)[];
  readonly findings: Finding[];
  /** Of each duty that depends on a condition: whether it does not apply on the day evaluated. */
  readonly dutiesOff: (boolean | undefined)[];
}
