import { skippedDays, type OsloDate, type SkippedDay } from '@forlop/calendar';
import { rowOf } from './clocks/rows.js';
import { clockStatus } from './clocks/status.js';
import { numberedKey } from './compile/compiled.js';
import { judge, type PathwayInput } from './evaluate.js';
import { sentencesFor } from './explain-sentences.js';
import { dateOf, type Fact } from './fold/facts.js';
import { shownHistory, type ShownInterval } from './shown-history.js';
import type { ClockSpec, Span } from './types/definition.js';
import type { ClockRow, ClockStatus } from './types/evaluation.js';
import type { LedgerEvent } from './types/event.js';
import type { Citation, RuleStatus } from './types/text.js';
import { KERNEL_VERSION } from './version.js';

/** An event that a deadline rests on, with the corrections that made it what it is. */
export interface UsedEvent {
  readonly part: keyof ClockRow['facts'];
  readonly id: string;
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly recordedAt: string | null;
  readonly correctedBy: readonly string[];
}

/** Why a deadline is what it is (WHY-1): rule, value, source, versions and events. */
export interface Explanation {
  readonly clockKey: string;
  readonly rule: { readonly id: string; readonly title: string; readonly status: RuleStatus; readonly kind: ClockSpec['kind'] };
  /** The length counted, or null where a person gave the date or there is no limit. */
  readonly value: Span | null;
  /** Citations that were valid on the day the clock started. */
  readonly sources: readonly (Citation & { readonly title: string })[];
  readonly versions: { readonly definition: string; readonly calendar: string; readonly kernel: string };
  readonly status: ClockStatus;
  readonly row: ClockRow;
  readonly events: readonly UsedEvent[];
  /** Days that were not counted, with why (working-day clocks). */
  readonly skipped: readonly SkippedDay[];
  readonly shown: readonly ShownInterval[];
  /** The whole in plain bokmål, one sentence a line. */
  readonly sentences: readonly string[];
}

/** Explains one clock occurrence; null when the pathway has no such clock. */
export function explain(input: PathwayInput, clockKey: string): Explanation | null {
  const { occurrences, facts } = judge(input);
  const occurrence = occurrences.find((o) => numberedKey(o.track.clock, o.number) === clockKey);
  if (occurrence === undefined) return null;
  const { clock, state } = occurrence.track;
  const { span: value } = occurrence;
  const { source } = state.definition;
  const row = rowOf(occurrence);
  const skipped = value?.unit === 'virkedag' && row.dueOn !== null ? skippedDays(state.calendar, row.startOn, row.dueOn) : [];
  const shown = shownHistory(input, clockKey);
  const status = clockStatus(row, input.asOf);
  return {
    clockKey,
    rule: { id: clock.spec.id, title: clock.spec.title.nb, status: clock.spec.status, kind: clock.spec.kind },
    value,
    sources: clock.spec.sources.filter((c) => validOn(c, row.startOn)).map((c) => ({ ...c, title: source.sources[c.source]?.title ?? c.source })),
    versions: {
      definition: `${source.id} ${source.version}`,
      calendar: `${state.calendar.id} ${state.calendar.version}`,
      kernel: KERNEL_VERSION,
    },
    status,
    row,
    events: usedEvents(row, facts, input),
    skipped,
    shown,
    sentences: sentencesFor({ row, value, skipped, status, shown, clock: clock.spec, definition: source, endedBy: facts.find((f) => f.id === row.facts.ended)?.type ?? null }),
  };
}

const validOn = (citation: Citation, on: OsloDate): boolean =>
  (citation.validFrom === undefined || citation.validFrom <= on) && (citation.validTo === undefined || citation.validTo >= on);

/** The facts behind the row, as they stand, in the order in which they bear on it. */
function usedEvents(row: ClockRow, facts: readonly Fact[], { events, knownAt }: PathwayInput): UsedEvent[] {
  const known = events.filter((e) => e.kind !== 'observation' && e.position <= knownAt);
  return (Object.entries(row.facts) as [UsedEvent['part'], string][]).map(([part, id]) => {
    const stands = facts.find((f) => f.id === id);
    return {
      part,
      id,
      type: stands?.type ?? id,
      occurredOn: stands === undefined ? markDate(row, part) : dateOf(stands),
      recordedAt: known.find((e) => e.id === id)?.recordedAt ?? null,
      correctedBy: correctionsOf(id, known),
    };
  });
}

/** A birthday and the like is no recorded fact: its day is the one it gave the row. */
function markDate(row: ClockRow, part: UsedEvent['part']): OsloDate {
  return (part === 'met' ? row.metOn : part === 'ended' ? row.endedOn : null) ?? row.startOn;
}

/** Ids of the corrections and retractions of an event, also those that name a correction. */
function correctionsOf(id: string, known: readonly LedgerEvent[]): string[] {
  const direct = known.filter((e) => e.corrects === id || e.retracts === id).map((e) => e.id);
  return direct.flatMap((c) => [c, ...correctionsOf(c, known)]);
}
