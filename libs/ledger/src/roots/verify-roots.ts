import { addDays, isOsloDate, type OsloDate } from '@forlop/calendar';
import type { SignatureChecker } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { snapshot } from '../database/read.js';
import { ledgerToday } from '../core/today.js';
import type { Transaction } from '../database/transaction.js';
import type { ChainEnd, DailyRoot, RootDifference, RootsReport } from '../types/roots.js';
import { applyEnds, rootOf } from './chain-ends.js';
import { readSignedLine, type LineContent } from './signed-lines.js';

interface Told {
  readonly ends: Map<string, ChainEnd>;
  readonly days: OsloDate[];
  readonly differences: RootDifference[];
}

/**
 * Holds exported roots against the ledger: every chain must still have, at the place where the lines saw its end, the very
 * entry that they saw. With `verify`, which recomputes the chains, that proves all before it. Changes nothing.
 */
export async function verifyRoots(context: LedgerContext, lines: AsyncIterable<string> | Iterable<string>, checker: SignatureChecker): Promise<RootsReport> {
  const told = await readRoots(lines, checker);
  const { ends, days, differences } = told;
  await snapshot(context.database, async (reader) => {
    differences.push(...(await lostChains(reader, ends)), ...lateExport(days.at(-1), await ledgerToday(context, reader)));
  });
  return { days: days.length, from: days[0] ?? null, to: days.at(-1) ?? null, chains: ends.size, differences };
}

function isRoot(content: LineContent): boolean {
  return content['kind'] === 'root' && isOsloDate(content['day']) && typeof content['root'] === 'string' && Array.isArray(content['ends']);
}

/** Reads the lines in order; each is signed, names the one before, is of the next day, and its root follows from the ends told so far. */
async function readRoots(lines: AsyncIterable<string> | Iterable<string>, checker: SignatureChecker): Promise<Told> {
  const told: Told = { ends: new Map(), days: [], differences: [] };
  const differ = (what: RootDifference['what'], at: string, sentence: string): void => void told.differences.push({ what, at, sentence });
  let previous: string | null = null;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const found = readSignedLine<DailyRoot>(line, checker, isRoot);
    if (!found.ok) {
      differ('line', String(number), found.sentence);
      continue;
    }
    const { day, root, ends, previous: named } = found.content;
    const expected = told.days.length === 0 ? day : addDays(told.days.at(-1)!, 1);
    for (let missing = expected; missing < day; missing = addDays(missing, 1)) differ('missing-day', missing, `Det er ingen rot for ${missing}.`);
    if (day < expected) differ('line', String(number), `Roten for ${day} står på feil plass.`);
    else if (named !== previous) differ('line', String(number), 'Roten følger ikke etter den foregående: noe mangler eller er byttet om.');
    for (const end of ends) differIfShorter(told, end, day);
    applyEnds(told.ends, ends);
    if (rootOf(told.ends) !== root) differ('root', day, `Roten for ${day} stemmer ikke med kjedene som linjene forteller om.`);
    previous = found.hash;
    told.days.push(day);
  }
  return told;
}

/** A chain only grows. One that a later root has as shorter had lost its end by then. */
function differIfShorter({ ends, differences }: Told, [chain, seq, hash]: ChainEnd, day: OsloDate): void {
  const before = ends.get(chain);
  if (before === undefined || seq > before[1] || (seq === before[1] && hash === before[2])) return;
  const sentence = seq === 0 ? `Kjeden var borte da roten for ${day} ble laget.`
    : seq < before[1] ? `Kjeden var kuttet fra ${before[1]} til ${seq} da roten for ${day} ble laget.` : `Kjeden var skrevet om da roten for ${day} ble laget.`;
  differences.push({ what: seq === 0 ? 'gone' : seq < before[1] ? 'cut-off' : 'rewritten', at: chain, sentence });
}

interface FoundRow {
  readonly chain: string;
  readonly seq: number;
  readonly length: number;
  readonly hash: string | null;
}

/** What the ledger has where the roots saw each chain's end. */
const foundQuery = `
  with told as (select x->>0 as chain, (x->>1)::int as seq from jsonb_array_elements($1::jsonb) x)
  select t.chain, t.seq, coalesce(n.length, 0) as length, encode(e.hash, 'hex') as hash
    from told t
    left join lateral (select max(v.seq) as length from event v where v.pathway_id = substr(t.chain, 9)::uuid) n on true
    left join event e on e.pathway_id = substr(t.chain, 9)::uuid and e.seq = t.seq
   where t.chain like 'pathway:%'
  union all
  select t.chain, t.seq, coalesce(n.length, 0), encode(l.hash, 'hex')
    from told t
    left join lateral (select max(v.seq) as length from access_log v where v.chain = substr(t.chain, 8)) n on true
    left join access_log l on l.chain = substr(t.chain, 8) and l.seq = t.seq
   where t.chain like 'access:%'`;

const batch = 5_000;

async function lostChains(reader: Pick<Transaction, 'query'>, ends: ReadonlyMap<string, ChainEnd>): Promise<RootDifference[]> {
  const differences: RootDifference[] = [];
  const all = [...ends.values()];
  for (let from = 0; from < all.length; from += batch) {
    const rows = await reader.query<FoundRow>(foundQuery, [JSON.stringify(all.slice(from, from + batch))]);
    for (const row of rows) differences.push(...lost(row, ends.get(row.chain)!));
  }
  return differences.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function lost({ chain, seq, length, hash }: FoundRow, end: ChainEnd): RootDifference[] {
  if (length === 0) return [{ what: 'gone', at: chain, sentence: `Kjeden hadde ${seq} innførsler og er borte.` }];
  if (length < seq) return [{ what: 'cut-off', at: chain, sentence: `Kjeden hadde ${seq} innførsler og har nå ${length}.` }];
  return hash === end[2] ? [] : [{ what: 'rewritten', at: chain, sentence: `Innførsel ${seq} er en annen enn den var: kjeden er skrevet om.` }];
}

/** Yesterday's root may be the last early in the morning; an older one means that nobody makes them. */
function lateExport(last: OsloDate | undefined, today: OsloDate): RootDifference[] {
  if (last === undefined) return [{ what: 'late', at: today, sentence: 'Filen har ingen røtter.' }];
  return last >= addDays(today, -1) ? [] : [{ what: 'late', at: last, sentence: `Den siste roten er fra ${last}: ingen er eksportert siden.` }];
}

