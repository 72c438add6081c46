import { createHash } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';

/** How a key is stored: it was made of 256 random bits, or names nobody by itself. */
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * Whether this is the first use, in any process. The index decides, so of two at once one alone is first.
 * @param seconds that the thing could be shown again.
 * @throws LedgerError `unavailable`, `overloaded`: then nobody may go on as if it were the first.
 */
export async function useOnce({ database }: LedgerContext, key: string, seconds: number): Promise<boolean> {
  const rows = await read(database, 'insert into used_once (key, until) values ($1, clock_timestamp() + make_interval(secs => $2)) on conflict do nothing returning key', [hashOf(key), seconds]);
  return rows.length === 1;
}

/** Ends the sessions of a key that began until then, in every process. @param seconds that a session may last. */
export async function endSessions({ database }: LedgerContext, key: string, endedAt: Date, seconds: number): Promise<void> {
  await read(
    database,
    `insert into ended_session (key, ended_at, until) values ($1, $2::timestamptz, $2::timestamptz + make_interval(secs => $3))
     on conflict (key) do update set ended_at = greatest(ended_session.ended_at, excluded.ended_at), until = greatest(ended_session.until, excluded.until)`,
    [hashOf(key), endedAt, seconds],
  );
}

/** Whether a session that began then was ended by any of its keys. */
export async function isEnded({ database }: LedgerContext, keys: readonly string[], began: Date): Promise<boolean> {
  const rows = await read(database, 'select 1 from ended_session where key = any($1) and ended_at >= $2 limit 1', [keys.map(hashOf), began]);
  return rows.length > 0;
}
