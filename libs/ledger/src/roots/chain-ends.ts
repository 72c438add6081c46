import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import type { ChainEnd } from '../types/roots.js';

/** The ends of all hash chains, as the ledger's own rows have them. */
const chainEnds = `
  select 'pathway:' || p.id as chain, p.event_count as seq, p.head_hash as hash from pathway p where p.event_count > 0
  union all
  select 'access:' || h.chain, h.seq, h.hash from access_log_head h where h.seq > 0`;

/** The ends now, all at one moment, and what they come to. */
export interface ChainEnds {
  readonly ends: ReadonlyMap<string, ChainEnd>;
  readonly pathways: number;
  readonly events: number;
  readonly accessChains: number;
  readonly accessEntries: number;
}

/** Reads the ends of all chains. */
export async function readChainEnds(transaction: Pick<Transaction, 'query'>): Promise<ChainEnds> {
  const rows = await transaction.query<{ chain: string; seq: number; hash: string }>(`select chain, seq, encode(hash, 'hex') as hash from (${chainEnds}) e`);
  const ends = new Map(rows.map(({ chain, seq, hash }): [string, ChainEnd] => [chain, [chain, seq, hash]]));
  return { ends, ...sizesOf(ends) };
}

/** Chains and entries, by kind. */
export function sizesOf(ends: ReadonlyMap<string, ChainEnd>): Omit<ChainEnds, 'ends'> {
  const sizes = { pathways: 0, events: 0, accessChains: 0, accessEntries: 0 };
  for (const [chain, seq] of ends.values()) {
    const isPathway = chain.startsWith('pathway:');
    sizes[isPathway ? 'pathways' : 'accessChains'] += 1;
    sizes[isPathway ? 'events' : 'accessEntries'] += seq;
  }
  return sizes;
}

/** SHA-256 over all ends in the order of their chains' names, hex. */
export function rootOf(ends: ReadonlyMap<string, ChainEnd>): string {
  const hash = createHash('sha256');
  for (const chain of [...ends.keys()].sort()) hash.update(`${ends.get(chain)!.join(' ')}\n`, 'utf8');
  return hash.digest('hex');
}

/** What of `now` differs from `before`; a chain that is gone has seq 0. In the order of the chains' names. */
export function newEnds(before: ReadonlyMap<string, ChainEnd>, now: ReadonlyMap<string, ChainEnd>): ChainEnd[] {
  const changed = [...now.values()].filter((end) => !sameEnd(before.get(end[0]), end));
  const gone = [...before.keys()].filter((chain) => !now.has(chain)).map((chain): ChainEnd => [chain, 0, null]);
  return [...changed, ...gone].sort(([a], [b]) => (a < b ? -1 : 1));
}

const sameEnd = (a: ChainEnd | undefined, b: ChainEnd): boolean => a !== undefined && a[1] === b[1] && a[2] === b[2];

/** Applies what a root tells as new. */
export function applyEnds(ends: Map<string, ChainEnd>, fresh: readonly ChainEnd[]): void {
  for (const end of fresh) {
    if (end[2] === null) ends.delete(end[0]);
    else ends.set(end[0], end);
  }
}
