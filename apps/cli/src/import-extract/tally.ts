import type { Finding, FindingCode } from '@forlop/extract';

/** What an import came to, in numbers. */
export interface Tally {
  /** Lines read, without the header and empty ones. */
  lines: number;
  /** Lines that say nothing that an earlier one has not said. */
  duplicates: number;
  refusedLines: number;
  referrals: number;
  created: number;
  extended: number;
  same: number;
  refused: number;
  /** Events recorded. */
  events: number;
  corrections: number;
}

export const noTally = (): Tally => ({ lines: 0, duplicates: 0, refusedLines: 0, referrals: 0, created: 0, extended: 0, same: 0, refused: 0, events: 0, corrections: 0 });

/** Adds what a part came to. */
export function add(to: Tally, more: Tally): void {
  for (const name of Object.keys(to) as (keyof Tally)[]) to[name] += more[name];
}

/** What one part of an extract came to. */
export interface PartResult {
  readonly tally: Tally;
  readonly findings: readonly Finding[];
  /** Of the referrals that the ledger was given. */
  readonly organisationIds: readonly string[];
}

/** So many of a kind are shown; all are counted, and all are in the report. */
const shown = 20;

/** Counts what was refused, and keeps a few of each kind for showing: an extract may have millions of the same fault. */
export class Findings {
  private readonly kinds = new Map<FindingCode, { count: number; readonly first: Finding[] }>();

  take(finding: Finding): void {
    const kind = this.kinds.get(finding.code) ?? { count: 0, first: [] };
    this.kinds.set(finding.code, kind);
    kind.count += 1;
    if (kind.first.length < shown) kind.first.push(finding);
  }

  get any(): boolean {
    return this.kinds.size > 0;
  }

  /** How many there are of each kind. */
  counts(): Readonly<Partial<Record<FindingCode, number>>> {
    return Object.fromEntries([...this.kinds].map(([code, { count }]) => [code, count]));
  }

  /** Kinds with their first lines, in the order of the file. */
  examples(): { readonly code: FindingCode; readonly count: number; readonly first: readonly Finding[] }[] {
    return [...this.kinds].map(([code, { count, first }]) => ({ code, count, first: [...first].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }));
  }
}
