import { dateInWords, type OsloDate, type SkippedDay } from '@forlop/calendar';
import type { ShownInterval } from './shown-history.js';
import type { ClockSpec, Definition, Span } from './types/definition.js';
import type { ClockRow, ClockStatus } from './types/evaluation.js';
import type { RuleStatus } from './types/text.js';

/** What the sentences about one clock are made of. */
export interface SentenceParts {
  readonly row: ClockRow;
  readonly clock: ClockSpec;
  readonly definition: Definition;
  readonly value: Span | null;
  readonly skipped: readonly SkippedDay[];
  readonly status: ClockStatus;
  readonly shown: readonly ShownInterval[];
  /** Type of the event that ended it. */
  readonly endedBy: string | null;
}

const unitNames: Readonly<Record<Span['unit'], readonly [string, string]>> = {
  virkedag: ['virkedag', 'virkedager'],
  dag: ['dag', 'dager'],
  uke: ['uke', 'uker'],
  maned: ['måned', 'måneder'],
  ar: ['år', 'år'],
};

const rules: Readonly<Record<RuleStatus, string>> = {
  'in-force': 'gjeldende regel',
  draft: 'utkast til regel',
  proposed: 'foreslått regel',
  local: 'lokalt valgt regel',
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

/** The whole explanation in plain bokmål, one sentence a line. */
export function sentencesFor(parts: SentenceParts): string[] {
  const { row, clock, skipped, status } = parts;
  const begins = status === 'not-started' ? 'begynner å løpe' : 'begynte';
  const lines = [`${clock.title.nb} (${clock.id}, ${rules[clock.status]}) ${begins} ${dateInWords(row.startOn)}.`];
  if (row.dueOn !== null) lines.push(dueSentence(row.dueOn, parts));
  const holidays = skipped.flatMap((day) => day.reasons.filter((r) => r.kind === 'holiday').map((r) => `${r.name} ${dateInWords(day.date)}`));
  if (holidays.length > 0) lines.push(`Helligdager som ikke er talt med: ${holidays.join(', ')}.`);
  if (row.metOn !== null) lines.push(`Oppfylt ${dateInWords(row.metOn)}.`);
  if (row.endedOn !== null) lines.push(`Avsluttet ${dateInWords(row.endedOn)}${endReason(parts)}.`);
  const lapsed = status === 'closed' && row.endedOn === null;
  lines.push(lapsed ? 'Retten ble ikke brukt innen siste dag.' : statusSentences[status]);
  return [...lines, ...disprovedBreaches(parts)];
}

function dueSentence(dueOn: OsloDate, { value, status }: SentenceParts): string {
  if (value === null) return `Siste dag er ${dateInWords(dueOn)}, satt av den som vurderte.`;
  const [one, many] = unitNames[value.unit];
  return `Siste dag er ${dateInWords(dueOn)}: ${value.value} ${value.value === 1 ? one : many} etter at den ${status === 'not-started' ? 'begynner' : 'begynte'}.`;
}

function endReason({ row, endedBy, definition }: SentenceParts): string {
  if (row.endedAs === 'moved') return ': pasienten ble flyttet til regler som ikke har den';
  const title = endedBy === null ? undefined : definition.events[endedBy]?.title.nb;
  return title === undefined ? '' : ` ved «${title}»`;
}

/** A breach that a later registration disproved stays on record (LATE-1). */
function disprovedBreaches({ shown, status }: SentenceParts): string[] {
  if (status === 'broken' || status === 'met-late') return [];
  return shown.flatMap(({ status: then, from, to }) =>
    then === 'broken' && to !== null ? [`Den ble vist som brutt fra ${dateInWords(from)} til ${dateInWords(to)}, fordi det ble registrert sent.`] : []);
}
