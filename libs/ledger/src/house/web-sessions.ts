import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { personHashes, personNumberHash } from '../tenancy/holder.js';
import type { BegunSession, OpenSession, SessionsToEnd } from '../types/web-sessions.js';
import { hashOf } from './log-in-memory.js';
import { principalId } from './principals.js';

/** Ended by any of its keys since it began: here, by an administrator, or by the provider. */
const holds = `w.until > clock_timestamp() and not exists (select 1 from ended_session e where e.key = any(w.keys) and e.ended_at >= w.began)`;

/** Remembers that somebody is logged in by a browser. @returns the principal's id. */
export async function beginSession({ database, searchKey }: LedgerContext, { identity, keys, began, until, browser }: BegunSession): Promise<string> {
  const principal = principalId(searchKey, identity);
  const person = identity.personNumber === null ? null : personNumberHash(searchKey, identity.personNumber);
  await read(
    database,
    `with known as (insert into known_person (principal, person) select $3, decode($4, 'hex') where $4::text is not null on conflict (principal) do nothing)
     insert into web_session (key, keys, principal, person, began, until, browser) values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7)`,
    [hashOf(keys[0]), keys.map(hashOf), principal, person, began, until, browser],
  );
  return principal;
}

/** The sessions of a principal that hold, the newest first. @param currentKey of the one that asks; null when it asks by token. */
export async function sessionsOf({ database }: LedgerContext, principal: string, currentKey: string | null): Promise<readonly OpenSession[]> {
  const rows = await read<{ key: Buffer; began: Date; until: Date; browser: string | null }>(
    database,
    `select key, began, until, browser from web_session w where principal = $1 and ${holds} order by began desc, key`,
    [principal],
  );
  const current = currentKey === null ? null : hashOf(currentKey);
  return rows.map(({ key, began, until, browser }) => ({ id: key.toString('hex'), began: began.toISOString(), until: until.toISOString(), browser, current: current?.equals(key) ?? false }));
}

/** Ends sessions that hold, for every copy of their cookies. @returns how many. @throws LedgerError `bad-data` for what is no person's number. */
export async function endWebSessions({ database, searchKey }: LedgerContext, which: SessionsToEnd, within?: Transaction): Promise<number> {
  const [condition, parameters] = wanted(which, (personNumber) => personHashes(searchKey, { personNumber })[0]!);
  return inTransactionOf(database, within, async (transaction) => {
    const rows = await transaction.query(
      // The processes' clocks may be ahead of the database's: what holds now is ended, whenever it says that it began.
      `insert into ended_session (key, ended_at, until)
       select key, greatest(clock_timestamp(), began), until from web_session w where ${condition} and ${holds}
       on conflict (key) do update set ended_at = greatest(ended_session.ended_at, excluded.ended_at) returning 1`,
      parameters,
    );
    return rows.length;
  });
}

function wanted(which: SessionsToEnd, hashed: (personNumber: string) => string): readonly [string, unknown[]] {
  if ('everybody' in which) return ['true', []];
  if ('personNumber' in which) return [`person = decode($1, 'hex')`, [hashed(which.personNumber)]];
  return which.id === undefined ? ['principal = $1', [which.principal]] : [`principal = $1 and encode(key, 'hex') = $2`, [which.principal, which.id]];
}
