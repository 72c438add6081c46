import { addDays } from '@forlop/calendar';
import type { Numbers } from './numbers.js';
import { funnelsOf, type Report, type ReportLine } from './report.js';
import type { ComplianceQuery } from './query.js';
import type { Tree } from './tree.js';

/** No count from 1 to 4 may be seen, nor worked out from what is seen (small numbers tell who somebody is). */
export const SMALLEST = 5;

/** A line whose numbers may be hidden. */
export interface PublicLine extends Omit<ReportLine, 'asRegistered' | 'qualityAssured' | 'leftOut' | 'wouldBe' | 'detail'> {
  /** Null: hidden, because it or what could be computed from it is small. */
  readonly numbers: Omit<Numbers, 'excludedBy' | 'delay'> | null;
}

export interface PublicReport extends Omit<Report, 'lines' | 'suppressed'> {
  readonly suppressed: 'small-numbers';
  readonly lines: readonly PublicLine[];
}

/**
 * The report for whoever may see no patient. A line is shown whole or not at all: were single cells hidden, the sums of
 * the line would give them away. And since an organisation's numbers are its own and those of all below it, a line is
 * hidden as well where the difference between it and the lines below that are shown would be small (complementary
 * suppression). Excluded reasons, causes, distributions and the quality-assured number are left out: they divide further.
 * A report that is split further or of a part, over another time than one whole year, by another date than the start, as known earlier,
 * or as of another day than the last of a month, could be held beside another and subtracted: that is refused with a RangeError.
 */
export function suppress(report: Report, tree: Tree): PublicReport {
  if (!isPublic(report.query)) throw new RangeError('Small numbers can be hidden in a report over one whole year, as of the end of a month, that is not split further.');
  const shown = shownLines(report.lines, tree);
  return {
    ...report,
    suppressed: 'small-numbers',
    lines: report.lines.map((line) => publicLine(line, shown.has(line))),
    funnels: funnelsOf(report.lines.filter((line) => shown.has(line)), tree),
  };
}

/** Whether the answer to a question can be given to whoever may see no patient. */
export function isPublic({ from, to, asOf, knownAt, cohort, splitBy, only }: ComplianceQuery): boolean {
  const year = from.slice(0, 4);
  return splitBy.length === 0 && only === undefined && cohort === 'started' && knownAt === null && from === `${year}-01-01` && to === `${year}-12-31` && addDays(asOf, 1).endsWith('-01');
}

function publicLine({ organisation, definition, clock, split, asRegistered }: ReportLine, shown: boolean): PublicLine {
  return { organisation, definition, clock, split, numbers: shown ? visible(asRegistered) : null };
}

const visible = ({ started, met, metLate, broken, running, atRisk, excluded, judged, compliance, waited, stillWaiting }: Numbers): PublicLine['numbers'] =>
  ({ started, met, metLate, broken, running, atRisk, excluded, judged, compliance, waited, stillWaiting });

/** All that a shown line lets one count. */
const vectorOf = ({ asRegistered: n }: ReportLine): number[] => [n.met, n.metLate, n.broken, n.running, n.atRisk, n.excluded, n.waited.n, n.stillWaiting.n, n.judged - n.met];

/** What is known of an area is safe when no count in it is from 1 to 4. */
const isSafe = (vector: readonly number[]): boolean => vector.every((count) => count === 0 || count >= SMALLEST);

interface Node {
  readonly line: ReportLine;
  readonly vector: readonly number[];
  readonly below: Node[];
  shown: boolean;
}

function shownLines(lines: readonly ReportLine[], tree: Tree): ReadonlySet<ReportLine> {
  const shown = new Set<ReportLine>();
  const groups = new Map<string, ReportLine[]>();
  for (const line of lines) {
    const key = `${line.definition}\u0000${line.clock}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  for (const group of groups.values()) {
    const nodes = nodesOf(group, tree);
    for (const node of nodes.tops) decide(node);
    for (const node of nodes.all) if (node.shown) shown.add(node.line);
  }
  return shown;
}

function nodesOf(lines: readonly ReportLine[], tree: Tree): { readonly all: readonly Node[]; readonly tops: readonly Node[] } {
  const byOrganisation = new Map(lines.map((line): [string, Node] => [line.organisation, { line, vector: vectorOf(line), below: [], shown: false }]));
  const tops: Node[] = [];
  for (const [organisation, node] of byOrganisation) {
    const above = tree.upFrom(organisation)[1];
    const parent = above === undefined ? undefined : byOrganisation.get(above);
    if (parent === undefined) tops.push(node);
    else parent.below.push(node);
  }
  return { all: [...byOrganisation.values()], tops };
}

/**
 * From below upwards: a line is shown when it is safe and what it adds to the shown lines below is safe too; otherwise
 * the smallest of those is hidden, so that its patients are among what it adds, and so on.
 */
function decide(node: Node): void {
  for (const child of node.below) decide(child);
  node.shown = isSafe(node.vector);
  if (!node.shown) return;
  for (let nearest = nearestShown(node); !isSafe(restOf(node, nearest)); nearest = nearestShown(node)) {
    nearest.sort((a, b) => a.line.asRegistered.started - b.line.asRegistered.started || (a.line.organisation < b.line.organisation ? -1 : 1))[0]!.shown = false;
  }
}

const nearestShown = (node: Node): Node[] => node.below.flatMap((child) => (child.shown ? [child] : nearestShown(child)));

const restOf = (node: Node, shown: readonly Node[]): number[] => node.vector.map((count, i) => shown.reduce((rest, one) => rest - one.vector[i]!, count));
