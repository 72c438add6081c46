import { outcomes, type OutcomeKind } from '@forlop/compliance';

/** Occurrences of a clock by how they count; those that the other rules do not have are in none. */
export type Counts = Readonly<Record<OutcomeKind, number>>;

/** What became of an occurrence: from one outcome to another; `absent` where the rules have none. */
export type Change = `${OutcomeKind | 'absent'} > ${OutcomeKind | 'absent'}`;

/** One clock in one organisation and pathway, under both sets of rules. */
export interface Cell {
  readonly organisationId: string;
  readonly definition: string;
  readonly clock: string;
  readonly before: Counts;
  readonly after: Counts;
  /** How many went from one outcome to another. */
  readonly changes: Readonly<Partial<Record<Change, number>>>;
  /** How many have another due date, whatever the outcome. */
  readonly moved: number;
}

/** A cell while it is counted. */
export interface OpenCell extends Cell {
  readonly before: Record<OutcomeKind, number>;
  readonly after: Record<OutcomeKind, number>;
  readonly changes: Partial<Record<Change, number>>;
  moved: number;
}

const none = (): Record<OutcomeKind, number> => ({ met: 0, 'met-late': 0, broken: 0, running: 0, 'at-risk': 0, excluded: 0 });

/** Cells by organisation, pathway and clock. */
export class Cells {
  private readonly byKey = new Map<string, OpenCell>();

  at(organisationId: string, definition: string, clock: string): OpenCell {
    const key = `${organisationId} ${definition} ${clock}`;
    let cell = this.byKey.get(key);
    if (cell === undefined) this.byKey.set(key, (cell = { organisationId, definition, clock, before: none(), after: none(), changes: {}, moved: 0 }));
    return cell;
  }

  /** Adds what another has counted. */
  add(cells: readonly Cell[]): void {
    for (const cell of cells) {
      const mine = this.at(cell.organisationId, cell.definition, cell.clock);
      for (const kind of outcomes) {
        mine.before[kind] += cell.before[kind];
        mine.after[kind] += cell.after[kind];
      }
      for (const [change, n] of Object.entries(cell.changes) as [Change, number][]) mine.changes[change] = (mine.changes[change] ?? 0) + n;
      mine.moved += cell.moved;
    }
  }

  /** In an order that does not depend on how they were counted. */
  sorted(): Cell[] {
    return [...this.byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  }
}
