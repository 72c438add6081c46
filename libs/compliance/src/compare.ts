import { canonicalJson } from '@forlop/pathway';
import type { Report, ReportLine } from './report.js';

/** One thing in which a report computed again differs from the one that was given. */
export interface ReportDifference {
  /**
   * `kernel`, `calendars`, `definitions`: other rules or other machinery. `ledger`: the ledger up to that place is not what it was (erased,
   * restored or tampered with). `line`: a number.
   */
  readonly part: 'kernel' | 'calendars' | 'definitions' | 'ledger' | 'line';
  /** Of a number: organisation, clock, split and field. */
  readonly at: string;
  /** Canonical JSON; null: it was not, or is not, there. */
  readonly was: string | null;
  readonly is: string | null;
}

/** How a report computed again from the same question differs, causes first; empty when it is the same. */
export function compareReports(was: Report, is: Report): ReportDifference[] {
  return [
    ...different('kernel', '', was.stamp.kernel, is.stamp.kernel),
    ...different('calendars', '', was.stamp.calendars, is.stamp.calendars),
    ...different('definitions', '', was.definitions, is.definitions),
    ...different('ledger', '', was.stamp.ledger, is.stamp.ledger),
    ...differentLines(was.lines, is.lines),
  ];
}

function different(part: ReportDifference['part'], at: string, was: unknown, is: unknown): ReportDifference[] {
  const [before, now] = [textOf(was), textOf(is)];
  return before === now ? [] : [{ part, at, was: before, is: now }];
}

const textOf = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));

function differentLines(was: readonly ReportLine[], is: readonly ReportLine[]): ReportDifference[] {
  const [before, now] = [byName(was), byName(is)];
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((name) => fieldsOf(name, before.get(name), now.get(name)));
}

const nameOf = ({ organisation, definition, clock, split }: ReportLine): string => [organisation, definition, clock, ...Object.values(split).map(String)].join(' ');
const byName = (lines: readonly ReportLine[]): ReadonlyMap<string, ReportLine> => new Map(lines.map((line) => [nameOf(line), line]));

/** Each number that differs; a line that is new or gone as a whole. */
function fieldsOf(name: string, was: ReportLine | undefined, is: ReportLine | undefined): ReportDifference[] {
  if (was === undefined || is === undefined) return different('line', name, was?.asRegistered, is?.asRegistered);
  const parts = ['asRegistered', 'qualityAssured'] as const;
  return [
    ...parts.flatMap((part) => Object.keys(is[part]).flatMap((field) => different('line', `${name} ${part}.${field}`, was[part][field as keyof ReportLine['asRegistered']], is[part][field as keyof ReportLine['asRegistered']]))),
    ...different('line', `${name} leftOut`, was.leftOut, is.leftOut),
    ...different('line', `${name} wouldBe`, was.wouldBe, is.wouldBe),
    ...different('line', `${name} detail`, was.detail, is.detail),
  ];
}
