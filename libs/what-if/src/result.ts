import { createHash } from 'node:crypto';
import type { OsloDate } from '@forlop/calendar';
import { outcomes } from '@forlop/compliance';
import { KERNEL_VERSION, canonicalJson, type Json, type Regime } from '@forlop/pathway';
import type { Cell, Change, Counts } from './count/counts.js';
import type { Flip } from './count/count-batch.js';
import type { RulesChange } from './rules/changed-rules.js';
import { changedClocks } from './rules/what-counts.js';

/** The share that was kept in time: met ÷ (met + met late + broken), to four decimals; null when nothing has been decided. */
export function complianceOf(counts: Counts): number | null {
  const decided = counts.met + counts['met-late'] + counts.broken;
  return decided === 0 ? null : Math.round((counts.met / decided) * 10_000) / 10_000;
}

/** Both sets of rules side by side, for one clock. */
export interface Compared {
  readonly clock: string;
  readonly before: Counts & { readonly compliance: number | null };
  readonly after: Counts & { readonly compliance: number | null };
  readonly changes: Readonly<Partial<Record<Change, number>>>;
  readonly moved: number;
}

/** The same in one organisation and pathway. */
export interface ComparedCell extends Compared {
  readonly organisationId: string;
  readonly definition: string;
}

/** Which pathways were asked about. */
export interface Cohort {
  /** Received on or after, on or before; null: whenever. */
  readonly receivedFrom: OsloDate | null;
  readonly receivedTo: OsloDate | null;
  /** Sorted; null: all that whoever asks may see. */
  readonly organisationIds: readonly string[] | null;
}

/** What another rule would have meant. The same question on the same ledger gives the same bytes. */
export interface WhatIfResult {
  readonly kernel: string;
  readonly asOf: OsloDate;
  readonly knownAt: number;
  readonly cohort: Cohort;
  readonly change: {
    readonly title: string | null;
    /** What ran instead of what: by the name that pathways use, the SHA-256 of the definition that ran. */
    readonly definitions: Readonly<Record<string, { readonly ran: string; readonly sha256: string }>>;
    readonly calendar: Regime['calendar'] | null;
    readonly parameters: Regime['parameters'];
    /** Clocks whose own rule is another. */
    readonly clocks: readonly string[];
  };
  /** `read`: seen; `followed`: on a changed definition; `changed`: with an outcome that is another; `unreadable`: left out. */
  readonly pathways: { readonly read: number; readonly followed: number; readonly changed: number; readonly unreadable: number };
  /** Clocks whose rule is another or of which something changed, over all organisations. */
  readonly clocks: readonly Compared[];
  /** The same by organisation and pathway. */
  readonly cells: readonly ComparedCell[];
  /** Occurrences with another outcome, by pathway; at most {@link mostListed} are listed. */
  readonly flips: { readonly total: number; readonly listed: readonly Flip[] };
  /** SHA-256 over the canonical JSON of all the rest. */
  readonly sha256: string;
}

/** So many occurrences with another outcome are listed; the counts are of all. */
export const mostListed = 10_000;

/** Everything but what follows from it. */
export type WhatIfCounts = Omit<WhatIfResult, 'kernel' | 'clocks' | 'cells' | 'sha256'> & { readonly counted: readonly Cell[] };

/** The result, with what did not change left out, and its hash. */
export function resultOf({ counted, ...rest }: WhatIfCounts): WhatIfResult {
  const named = new Set(rest.change.clocks);
  const shown = new Set(counted.filter((cell) => named.has(cell.clock) || cell.moved > 0 || Object.keys(cell.changes).length > 0).map(({ clock }) => clock));
  const cells = counted.filter(({ clock }) => shown.has(clock));
  const result = { kernel: KERNEL_VERSION, ...rest, clocks: [...shown].sort().map((clock) => sumOf(clock, cells.filter((cell) => cell.clock === clock))), cells: cells.map((cell) => ({ ...compared(cell), organisationId: cell.organisationId, definition: cell.definition })) };
  return { ...result, sha256: sha256(result as unknown as Json) };
}

/** Whether a result is as it was made. */
export const isWhole = ({ sha256: told, ...rest }: WhatIfResult): boolean => sha256(rest as unknown as Json) === told;

/** What the changed rules are, for the result. */
export function changeTold(change: RulesChange, title: string | null): WhatIfResult['change'] {
  const { instead, calendar, parameters } = change;
  const definitions = Object.fromEntries(Object.entries(instead).map(([name, definition]) => [name, { ran: `${definition.id}@${definition.version}`, sha256: sha256(definition as unknown as Json) }]));
  return { title, definitions, calendar, parameters, clocks: changedClocks(change) };
}

function compared({ clock, before, after, changes, moved }: Cell): Compared {
  return { clock, before: { ...before, compliance: complianceOf(before) }, after: { ...after, compliance: complianceOf(after) }, changes, moved };
}

function sumOf(clock: string, cells: readonly Cell[]): Compared {
  const sum = (side: 'before' | 'after'): Counts => Object.fromEntries(outcomes.map((kind) => [kind, cells.reduce((n, cell) => n + cell[side][kind], 0)])) as Counts;
  const changes: Partial<Record<Change, number>> = {};
  for (const cell of cells) for (const [change, n] of Object.entries(cell.changes) as [Change, number][]) changes[change] = (changes[change] ?? 0) + n;
  return compared({ clock, organisationId: '', definition: '', before: sum('before'), after: sum('after'), changes, moved: cells.reduce((n, cell) => n + cell.moved, 0) });
}

const sha256 = (value: Json): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
