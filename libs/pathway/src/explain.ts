import { dateInWords, skippedDays, type OsloDate, type SkippedDay } from '@forlop/calendar';
import { clockStatus } from './clocks/status.js';
import { judge, type PathwayInput } from './evaluate.js';
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
  const owned = judge(input).rows.find(({ row }) => row.key === clockKey);
  if (owned === undefined) return null;
  const { row, run } = owned;
  const clock = run.definition.clocks.find((c) => c.spec.id === row.clock)!;
  const value = run.state.tracks[clock.index]!.occurrences.find((o) => o.startFact === row.facts.start)?.span ?? null;
  const { source } = run.definition;
  const skipped = value?.unit === 'virkedag' && row.dueOn !== null ? skippedDays(run.state.calendar, row.startOn, row.dueOn) : [];
  const shown = shownHistory(input, clockKey);
  const status = clockStatus(row, input.asOf);
  return {
    clockKey,
    rule: { id: clock.spec.id, title: clock.spec.title.nb, status: clock.spec.status, kind: clock.spec.kind },
    value,
    sources: clock.spec.sources.filter((c) => validOn(c, row.startOn)).map((c) => ({ ...c, title: source.sources[c.source]?.title ?? c.source })),
    versions: {
      definition: `${source.id} ${source.version}`,
      calendar: `${run.state.calendar.id} ${run.state.calendar.version}`,
      kernel: KERNEL_VERSION,
    },
    status,
    row,
    events: usedEvents(row, input.events),
    skipped,
    shown,
    sentences: sentences(row, clock.spec, value, skipped, status, shown),
  };
}

const validOn = (citation: Citation, on: OsloDate): boolean =>
  (citation.validFrom === undefined || citation.validFrom <= on) && (citation.validTo === undefined || citation.validTo >= on);

/** The facts behind the row, in the order in which they bear on it. */
function usedEvents(row: ClockRow, events: readonly LedgerEvent[]): UsedEvent[] {
  return (Object.entries(row.facts) as [UsedEvent['part'], string][]).map(([part, id]) => {
    const recorded = events.find((e) => e.id === id);
    return {
      part,
      id,
      type: recorded?.type ?? id,
      occurredOn: partDate(row, part) ?? recorded?.occurredOn ?? row.startOn,
      recordedAt: recorded?.recordedAt ?? null,
      correctedBy: correctionsOf(id, events),
    };
  });
}

function partDate(row: ClockRow, part: UsedEvent['part']): OsloDate | null {
  return part === 'start' ? row.startOn : part === 'met' ? row.metOn : part === 'ended' ? row.endedOn : null;
}

/** Ids of the corrections and retractions of an event, also those that name a correction. */
function correctionsOf(id: string, events: readonly LedgerEvent[]): string[] {
  const direct = events.filter((e) => e.kind !== 'observation' && (e.corrects === id || e.retracts === id)).map((e) => e.id);
  return direct.flatMap((c) => [c, ...correctionsOf(c, events)]);
}

const unitNames: Readonly<Record<Span['unit'], readonly [string, string]>> = {
  virkedag: ['virkedag', 'virkedager'],
  dag: ['dag', 'dager'],
  uke: ['uke', 'uker'],
  maned: ['måned', 'måneder'],
  ar: ['år', 'år'],
};

const ruleStatusNames: Readonly<Record<RuleStatus, string>> = {
  'in-force': 'gjeldende',
  draft: 'utkast',
  proposed: 'forslag',
  local: 'lokalt valgt',
};

const statusSentences: Readonly<Record<ClockStatus, string>> = {
  'not-started': 'Den har ikke begynt å løpe.',
  running: 'Den løper.',
  warned: 'Den nærmer seg.',
  'at-risk': 'Den står i fare for å bli brutt.',
  broken: 'Den er brutt.',
  met: 'Den ble holdt.',
  'met-late': 'Den ble brutt, og oppfylt for sent.',
  'passed-by-patient': 'Den er passert etter pasientens eget ønske eller fravær, og regnes ikke som brudd.',
  closed: 'Den ble avsluttet før den var ute.',
};

function sentences(
  row: ClockRow, spec: ClockSpec, value: Span | null, skipped: readonly SkippedDay[], status: ClockStatus, shown: readonly ShownInterval[],
): string[] {
  const lines = [`${spec.title.nb} (${spec.id}, ${ruleStatusNames[spec.status]} regel) begynte ${dateInWords(row.startOn)}.`];
  if (row.dueOn !== null) lines.push(dueSentence(row.dueOn, value));
  const holidays = skipped.flatMap((day) => day.reasons.filter((r) => r.kind === 'holiday').map((r) => `${r.name} ${dateInWords(day.date)}`));
  if (holidays.length > 0) lines.push(`Helligdager som ikke er talt med: ${holidays.join(', ')}.`);
  if (row.metOn !== null) lines.push(`Oppfylt ${dateInWords(row.metOn)}.`);
  if (row.endedOn !== null) lines.push(`Avsluttet ${dateInWords(row.endedOn)} (${row.endedAs}).`);
  lines.push(statusSentences[status]);
  for (const piece of shown) {
    if (piece.status === 'broken' && piece.to !== null && (status === 'met' || status === 'passed-by-patient')) {
      lines.push(`Den ble vist som brutt fra ${dateInWords(piece.from)} til ${dateInWords(piece.to)}, fordi det ble registrert sent.`);
    }
  }
  return lines;
}

function dueSentence(dueOn: OsloDate, value: Span | null): string {
  if (value === null) return `Siste dag er ${dateInWords(dueOn)}, satt av den som vurderte.`;
  const [one, many] = unitNames[value.unit];
  return `Siste dag er ${dateInWords(dueOn)}: ${value.value} ${value.value === 1 ? one : many} etter at den begynte.`;
}
