import type { LedgerContext } from '../context.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';

interface KeyRow {
  readonly wrapped: Buffer;
}

const ownerOf = (name: string): string => `system/${name}`;

/** A data key of the installation itself, made the first time that it is asked for. */
export async function systemKey(context: LedgerContext, name: string, within?: Transaction): Promise<Buffer> {
  const wrapped = await inTransactionOf(context.database, within, async (transaction) => (await read(transaction, name)) ?? create(context, transaction, name));
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
