import type { OsloDate } from '@forlop/calendar';
import { eventsIn, outcomeOf, type OutcomeKind } from '@forlop/compliance';
import { countedPathway, type ClockRow, type CountedPathway, type Rules } from '@forlop/pathway';
import { bothRules, type BothRules, type RulesChange } from '../rules/changed-rules.js';
import { whatCounts } from '../rules/what-counts.js';
import { Cells, type Cell, type OpenCell } from './counts.js';
import type { PathwayFacts } from './facts.js';

/** What a count is told before its first batch; plain data, for it goes to threads. */
export interface CountSetup {
  readonly change: RulesChange;
  /** The Oslo date that is asked about. */
  readonly asOf: OsloDate;
  /** Events recorded after this position do not count. */
  readonly knownAt: number;
}

/** An occurrence under one set of rules. */
export interface Side {
  readonly outcome: OutcomeKind;
  readonly startOn: OsloDate;
  readonly dueOn: OsloDate | null;
  readonly metOn: OsloDate | null;
  readonly endedOn: OsloDate | null;
}

/** An occurrence whose outcome is another under the changed rules; null where those rules have no such occurrence. */
export interface Flip {
  readonly pathwayId: string;
  readonly organisationId: string;
  readonly clock: string;
  /** `CLOCK#occurrence`. */
  readonly key: string;
  readonly before: Side | null;
  readonly after: Side | null;
}

/** What a batch of pathways came to. */
export interface BatchCount {
  readonly pathways: number;
  /** Pathways that follow a changed definition. */
  readonly followed: number;
  readonly cells: readonly Cell[];
  readonly flips: readonly Flip[];
  /** Pathways whose events the kernel cannot read: told, and left out of all numbers. */
  readonly unreadable: readonly { readonly pathwayId: string; readonly sentence: string }[];
}

/** Makes what counts batches, with both sets of rules compiled once. */
export function batchCounter({ change, asOf, knownAt }: CountSetup): (batch: readonly PathwayFacts[]) => BatchCount {
  const rules = bothRules(whatCounts(change));
  return (batch) => {
    const cells = new Cells();
    const count = { followed: 0, flips: [] as Flip[], unreadable: [] as { pathwayId: string; sentence: string }[] };
    for (const facts of batch) {
      try {
        const sides = judgedTwice(facts, rules, asOf, knownAt);
        if (sides === null) continue;
        count.followed += 1;
        compare(facts, sides, asOf, cells, count.flips);
      } catch (error) {
        count.unreadable.push({ pathwayId: facts.id, sentence: (error as Error).message });
      }
    }
    return { pathways: batch.length, ...count, cells: cells.sorted() };
  };
}

interface Sides {
  readonly before: CountedPathway;
  readonly after: CountedPathway;
}

/** Null for a pathway that no changed rule concerns, or that did not exist yet at that position. */
function judgedTwice({ birthDate, events: text }: PathwayFacts, rules: BothRules, asOf: OsloDate, knownAt: number): Sides | null {
  const events = eventsIn(text);
  if (!rules.touches(events)) return null;
  const judged = (by: Rules, read: typeof events | ReturnType<BothRules['rewritten']>): CountedPathway => countedPathway({ rules: by, birthDate, events: read, asOf, knownAt });
  return { before: judged(rules.present, events), after: judged(rules.changed, rules.rewritten(events)) };
}

function compare({ id, organisationId }: PathwayFacts, { before, after }: Sides, asOf: OsloDate, cells: Cells, flips: Flip[]): void {
  const { id: definition } = before.regime.definition;
  const changed = new Map(after.clocks.map((row) => [row.key, row]));
  const pair = (clock: string, key: string, was: ClockRow | undefined, is: ClockRow | undefined): void => {
    const [one, other] = [sideOf(was, asOf), sideOf(is, asOf)];
    if (one === null && other === null) return;
    if (counted(cells.at(organisationId, definition, clock), one, other)) flips.push({ pathwayId: id, organisationId, clock, key, before: one, after: other });
  };
  for (const row of before.clocks) {
    pair(row.clock, row.key, row, changed.get(row.key));
    changed.delete(row.key);
  }
  for (const row of changed.values()) pair(row.clock, row.key, undefined, row);
}

/** Null: the rules have no such occurrence, or it has not begun on that day. */
function sideOf(row: ClockRow | undefined, asOf: OsloDate): Side | null {
  const counts = row === undefined ? null : outcomeOf(row, asOf);
  if (row === undefined || counts === null) return null;
  const { startOn, dueOn, metOn, endedOn } = row;
  return { outcome: counts.outcome, startOn, dueOn, metOn, endedOn };
}

/** Counts an occurrence; true when its outcome is another. */
function counted(cell: OpenCell, before: Side | null, after: Side | null): boolean {
  if (before !== null) cell.before[before.outcome] += 1;
  if (after !== null) cell.after[after.outcome] += 1;
  if (before !== null && after !== null && before.dueOn !== after.dueOn) cell.moved += 1;
  const [from, to] = [before?.outcome ?? 'absent', after?.outcome ?? 'absent'] as const;
  if (from === to) return false;
  cell.changes[`${from} > ${to}`] = (cell.changes[`${from} > ${to}`] ?? 0) + 1;
  return true;
}
