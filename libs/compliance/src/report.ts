import type { OsloDate } from '@forlop/calendar';
import type { Tree } from './tree.js';
import { detailOf, type Detail } from './detail.js';
import { funnel, type Funnel } from './statistics/funnel.js';
import { Sum, type Numbers } from './numbers.js';
import { proportion, type Proportion } from './statistics/proportion.js';
import type { ComplianceQuery, Split } from './query.js';
import { cellsOf, type Cell, type TallyRow } from './tally.js';

/** What the numbers were computed from, so that they can be computed again. */
export interface Stamp {
  readonly kernel: string;
  readonly calendars: readonly { readonly id: string; readonly version: string }[];
  /** State of the ledger: the last place that counts, the last signed root up to there, and a hash of what was recorded since. */
  readonly ledger: { readonly position: number; readonly root: { readonly day: OsloDate; readonly hash: string } | null; readonly since: string | null };
}

/** One organisation, with all below it, and one clock of one definition. */
export interface ReportLine {
  readonly organisation: string;
  readonly definition: string;
  readonly clock: string;
  readonly split: Readonly<Partial<Record<Split, string | null>>>;
  readonly asRegistered: Numbers;
  /** Without the records that distort it. */
  readonly qualityAssured: Numbers;
  /** What the quality-assured number leaves out, by defect. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** What compliance as registered would become without the records of one defect alone: what putting them right may be worth. */
  readonly wouldBe: Readonly<Record<string, Proportion | null>>;
  /** Charts and distributions of the quality as registered; null where they were not asked for. */
  readonly detail: Detail | null;
}

/** Units of one kind beside each other. */
export interface ReportFunnel extends Funnel {
  readonly definition: string;
  readonly clock: string;
  /** Kind of organisation. */
  readonly among: string;
}

export interface Report {
  readonly format: 'forlop-compliance-1';
  readonly query: ComplianceQuery;
  readonly stamp: Stamp;
  /** Definitions and versions whose rules gave the dates. */
  readonly definitions: readonly { readonly id: string; readonly versions: readonly string[] }[];
  /** `small-numbers`: counts below five are hidden, and others so that they cannot be computed. */
  readonly suppressed: 'none' | 'small-numbers';
  readonly lines: readonly ReportLine[];
  readonly funnels: readonly ReportFunnel[];
}

export interface ReportContext {
  readonly query: ComplianceQuery;
  readonly stamp: Stamp;
  readonly tree: Tree;
  /** Charts and distributions for each line. */
  readonly withDetail: boolean;
}

interface Line {
  readonly organisation: string;
  readonly definition: string;
  readonly clock: string;
  readonly split: Readonly<Partial<Record<Split, string | null>>>;
  readonly rows: TallyRow[];
}

/**
 * The report that tallies add up to. Every organisation has what lies below it: a department, its hospital, the region.
 * Pure, and in an order that depends on nothing but the tallies, so that the same question gives the same bytes.
 */
export function reportOf(tallies: readonly TallyRow[], { query, stamp, tree, withDetail }: ReportContext): Report {
  const lines = linesOf(tallies, query.splitBy, tree).map((line) => numbered(line, withDetail));
  return {
    format: 'forlop-compliance-1',
    query,
    stamp,
    definitions: definitionsIn(tallies),
    suppressed: 'none',
    lines,
    funnels: query.splitBy.length === 0 ? funnelsOf(lines, tree) : [],
  };
}

function linesOf(tallies: readonly TallyRow[], splitBy: readonly Split[], tree: Tree): Line[] {
  const lines = new Map<string, Line>();
  // Tallies of one cell come many together, and often as one object.
  const linesOfCell = new Map<Cell, readonly Line[]>();
  for (const row of tallies) {
    let own = linesOfCell.get(row.cell);
    if (own === undefined) linesOfCell.set(row.cell, (own = tree.upFrom(row.cell.organisation).map((organisation) => lineOf(lines, row.cell, organisation, splitBy))));
    for (const line of own) line.rows.push(row);
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** The line that a cell counts in at an organisation, made where there is none yet. */
function lineOf(lines: Map<string, Line>, cell: Cell, organisation: string, splitBy: readonly Split[]): Line {
  const { definition, clock } = cell;
  const key = [definition, clock, organisation, ...splitBy.map((by) => cell[by] ?? '')].join('\u0000');
  let line = lines.get(key);
  if (line === undefined) lines.set(key, (line = { organisation, definition, clock, split: Object.fromEntries(splitBy.map((by) => [by, cell[by]])), rows: [] }));
  return line;
}

function numbered({ rows, ...line }: Line, withDetail: boolean): ReportLine {
  const registered = new Sum();
  const assured = new Sum();
  const defective: Record<string, Sum> = {};
  for (const row of rows) {
    registered.add(row);
    if (row.defect === null) assured.add(row);
    else (defective[row.defect] ??= new Sum()).add(row);
  }
  const asRegistered = registered.numbers();
  const out = Object.entries(defective).map(([defect, sum]): [string, Numbers] => [defect, sum.numbers()]);
  return {
    ...line,
    asRegistered,
    qualityAssured: assured.numbers(),
    leftOut: Object.fromEntries(out.map(([defect, { started }]) => [defect, started])),
    wouldBe: Object.fromEntries(out.map(([defect, { met, judged }]) => [defect, proportion(asRegistered.met - met, asRegistered.judged - judged)])),
    detail: withDetail ? detailOf(rows) : null,
  };
}

function definitionsIn(tallies: readonly TallyRow[]): Report['definitions'] {
  const found = new Map<string, Set<string>>();
  for (const { definition, version } of cellsOf(tallies)) {
    const versions = found.get(definition);
    if (versions === undefined) found.set(definition, new Set([version]));
    else versions.add(version);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, versions]) => ({ id, versions: [...versions].sort() }));
}

/** Units of the same kind, for each clock that they have. */
export function funnelsOf(lines: readonly ReportLine[], tree: Tree): ReportFunnel[] {
  const groups = new Map<string, { definition: string; clock: string; among: string; lines: ReportLine[] }>();
  for (const line of lines) {
    const among = tree.kindOf(line.organisation);
    if (among === null) continue;
    const key = [line.definition, line.clock, among].join('\u0000');
    const found = groups.get(key);
    if (found === undefined) groups.set(key, { definition: line.definition, clock: line.clock, among, lines: [line] });
    else found.lines.push(line);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { lines: units, ...group }]) => {
    const found = funnel(units.map(({ organisation, asRegistered: { met, judged } }) => ({ unit: organisation, count: met, of: judged })));
    return found === null ? [] : [{ ...group, ...found }];
  });
}
