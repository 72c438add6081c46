import { addDays, osloDateOf, type OsloDate } from '@forlop/calendar';
import type { Signer } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { ChainEnd, DailyRoot, RootsMade } from '../types/roots.js';
import { newEnds, readChainEnds, rootOf, type ChainEnds } from './chain-ends.js';
import { lineHash, signedLine, type LineContent } from './signed-lines.js';

/** One makes roots at a time. */
const rootLock = 7_026_004;

/**
 * Makes today's root, signed, unless it is made; and one for each day since the last that nobody made. All at one moment, so
 * those of earlier days have nothing new and say when they were made. Made twice, or by two at once, it is made once.
 */
export function makeDailyRoots(context: LedgerContext, signer: Signer): Promise<RootsMade> {
  return inTransaction(context.database, async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [rootLock]);
    const now = await instantNow(context, transaction);
    const today = osloDateOf(now.getTime());
    const last = await lastRoot(transaction);
    const days = daysToMake(last?.day ?? null, today);
    if (days.length === 0) return { made: [], lost: [] };
    const [before, ends] = [await exportedEnds(transaction), await readChainEnds(transaction)];
    const fresh = newEnds(before, ends.ends);
    let previous = last?.hash ?? null;
    for (const [index, day] of days.entries()) {
      const content = rootContent(day, now, ends, previous, index === 0 ? fresh : []);
      previous = lineHash(content);
      await transaction.query('insert into daily_root (day, made_at, line) values ($1, $2, $3)', [day, now, await signedLine(signer, content)]);
    }
    await keepEnds(transaction, fresh);
    return { made: days, lost: fresh.filter((end) => end[1] < (before.get(end[0])?.[1] ?? 0)).map(([chain]) => chain) };
  });
}

async function instantNow(context: LedgerContext, transaction: Transaction): Promise<Date> {
  const [row] = await transaction.query<{ now: Date }>('select clock_timestamp() as now');
  return context.clock.now(row!.now);
}

/** The days without a root up to today; a clock that was set back makes none. */
function daysToMake(last: OsloDate | null, today: OsloDate): OsloDate[] {
  if (last === null) return [today];
  const days: OsloDate[] = [];
  for (let day = addDays(last, 1); day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The last root, and its hash as the next one names it. */
async function lastRoot(transaction: Transaction): Promise<{ readonly day: OsloDate; readonly hash: string } | null> {
  const [row] = await transaction.query<{ day: OsloDate; line: string }>('select day, line from daily_root order by day desc limit 1');
  if (row === undefined) return null;
  const { signature: _, keyId: __, ...content } = JSON.parse(row.line) as Record<string, never>;
  return { day: row.day, hash: lineHash(content) };
}

async function exportedEnds(transaction: Transaction): Promise<Map<string, ChainEnd>> {
  const rows = await transaction.query<{ chain: string; seq: number; hash: string }>(`select chain, seq, encode(hash, 'hex') as hash from daily_root_head`);
  return new Map(rows.map(({ chain, seq, hash }): [string, ChainEnd] => [chain, [chain, seq, hash]]));
}

function rootContent(day: OsloDate, now: Date, { ends, ...sizes }: ChainEnds, previous: string | null, fresh: readonly ChainEnd[]): LineContent {
  const content: DailyRoot = { kind: 'root', day, madeAt: now.toISOString(), ...sizes, root: rootOf(ends), previous, ends: fresh };
  return content as unknown as LineContent;
}

async function keepEnds(transaction: Transaction, fresh: readonly ChainEnd[]): Promise<void> {
  const gone = fresh.filter(([, , hash]) => hash === null).map(([chain]) => chain);
  await transaction.query('delete from daily_root_head where chain = any($1)', [gone]);
  await transaction.query(
    `insert into daily_root_head (chain, seq, hash) select x->>0, (x->>1)::int, decode(x->>2, 'hex') from jsonb_array_elements($1::jsonb) x where x->>2 is not null
     on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash`,
    [JSON.stringify(fresh)],
  );
}

/** The signed lines of the days after one, in order, as they are to be exported. */
export async function rootLines(context: LedgerContext, after: OsloDate | null): Promise<readonly { readonly day: OsloDate; readonly line: string }[]> {
  return read<{ day: OsloDate; line: string }>(context.database, 'select day, line from daily_root where $1::date is null or day > $1 order by day', [after]);
}
