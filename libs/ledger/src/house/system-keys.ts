import type { DataSource } from 'typeorm';
import type { LedgerContext } from '../context.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';

interface KeyRow {
  readonly wrapped: Buffer;
}

const ownerOf = (name: string): string => `system/${name}`;

/** What was read or made, still wrapped: a name has one key for good, so that only the first who asks reads it. */
const known = new WeakMap<DataSource, Map<string, Buffer>>();

/** A data key of the installation itself, made the first time that it is asked for. */
export async function systemKey(context: LedgerContext, name: string, within?: Transaction): Promise<Buffer> {
  const { dataSource } = context.database;
  const wrapped = known.get(dataSource)?.get(name) ?? (await inTransactionOf(context.database, within, async (transaction) => (await read(transaction, name)) ?? create(context, transaction, name)));
  // What a caller's transaction has made may yet be undone.
  if (within === undefined) known.set(dataSource, (known.get(dataSource) ?? new Map<string, Buffer>()).set(name, wrapped));
  return context.keys.of(ownerOf(name), wrapped);
}

async function read(transaction: Transaction, name: string): Promise<Buffer | null> {
  const [row] = await transaction.query<KeyRow>('select wrapped from system_key where name = $1', [name]);
  return row?.wrapped ?? null;
}

/** Of two that make it at once, one wins and both use that. */
async function create(context: LedgerContext, transaction: Transaction, name: string): Promise<Buffer> {
  const { wrapped } = await context.keys.create(ownerOf(name));
  await transaction.query('insert into system_key (name, wrapped) values ($1, $2) on conflict do nothing', [name, wrapped]);
  return (await read(transaction, name))!;
}
