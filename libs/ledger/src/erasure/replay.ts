import type { LedgerContext } from '../context.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { actorText, systemActor } from '../types/actor.js';
import type { ErasureEntry, ReplayReport } from '../types/erasure.js';
import { eraseRecords } from './carry-out.js';
import { addEntry } from './list.js';
import { lockRecords } from './records.js';
import { markReplayed } from './restored.js';

const actor = actorText(systemActor('replay'));

/**
 * Erases anew everyone on the list whom a restored copy brought back. What was decided then is not decided again. Each in a
 * transaction of its own; replayed twice, it does nothing the second time. At the end the database is marked as replayed,
 * and an operator may let it send to people again.
 */
export async function replayErasures(context: LedgerContext, entries: readonly ErasureEntry[]): Promise<ReplayReport> {
  const report = { entries: entries.length, erased: 0, already: 0, absent: 0 };
  for (const entry of entries) report[await inTransaction(context.database, (transaction) => replayOne(context, transaction, entry))] += 1;
  await inTransaction(context.database, (transaction) => markReplayed(transaction, report.entries, actor));
  return report;
}

async function replayOne(context: LedgerContext, transaction: Transaction, entry: ErasureEntry): Promise<'erased' | 'already' | 'absent'> {
  const there = await transaction.query<{ id: string; alive: boolean }>(
    'select id, wrapped_key is not null as alive from patient where id = any($1) order by id for update', [entry.patientIds],
  );
  const alive = there.filter((row) => row.alive);
  for (const { id } of alive) await eraseAgain(context, transaction, id, entry);
  const { seq: _, ...rest } = entry;
  await addEntry(transaction, rest);
  if (alive.length > 0) return 'erased';
  return there.length > 0 ? 'already' : 'absent';
}

/** All that belonged to her in this copy, which may be less, or more, than when it was done. */
async function eraseAgain(context: LedgerContext, transaction: Transaction, patientId: string, { erasureId, legalBasis }: ErasureEntry): Promise<void> {
  const records = await lockRecords(context, transaction, patientId);
  const [row] = await transaction.query<{ at: Date }>('select clock_timestamp() as at');
  await eraseRecords(context, transaction, records, { erasureId, basis: legalBasis, actor, erasedAt: context.clock.now(row!.at) });
  await transaction.query(
    `update erasure set state = 'carried-out', ended_by = $2, ended_at = $3 where patient_id = any($1) and state = 'open'`, [records.patientIds, actor, context.clock.now(row!.at)],
  );
}
