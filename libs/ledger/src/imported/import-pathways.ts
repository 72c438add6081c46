import { osloDateOf } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { ImportAnswer, ImportedPathway } from '../types/importing.js';
import { checkBatch, importErrors } from './check.js';
import { extendHistory } from './extend.js';
import { knownSources, rememberSources } from './known.js';
import { newHistory, type NewHistory } from './new-pathways.js';
import { ImportedPatients } from './patients.js';
import { refusedAs } from './refused.js';
import { unchanged } from './unchanged.js';
import { writeNew } from './write-new.js';

/**
 * Imports referrals as historical pathways, in one transaction. Locks are taken in the order referrals, persons, pathways, as an intake
 * does. New pathways are judged one by one and written together; of those that were
 * there, the ones with something new are extended one by one.
 */
export async function importPathways(context: LedgerContext, pathways: readonly ImportedPathway[], actor: Actor): Promise<readonly ImportAnswer[]> {
  checkBatch(context, pathways);
  return inTransaction(context.database, (transaction) => importWithin(context, transaction, pathways, actorText(actor)));
}

async function importWithin(context: LedgerContext, transaction: Transaction, pathways: readonly ImportedPathway[], actor: string): Promise<readonly ImportAnswer[]> {
  const known = await knownSources(context, transaction, pathways);
  const now = await ledgerNow(context, transaction);
  const patients = new ImportedPatients(context, now);
  await patients.find(transaction, pathways.filter((_, i) => !known.has(i)));
  const same = await unchanged(context, transaction, pathways, known);
  const answers: ImportAnswer[] = [];
  const histories: NewHistory[] = [];
  for (const [i, imported] of pathways.entries()) {
    const there = known.get(i);
    if (there === null) answers.push(refusedAs('erased'));
    else if (same.has(i)) answers.push({ outcome: 'same', pathwayId: there!, events: 0, corrections: 0, refusal: null, errors: [] });
    else if (there !== undefined) answers.push(await extendHistory(context, transaction, there, imported, actor));
    else answers.push(await beginHistory(context, imported, patients, histories, now, actor));
  }
  await patients.write(transaction);
  await writeNew(transaction, histories);
  await rememberSources(context, transaction, histories.map(({ id, imported }) => ({ source: imported.source, pathwayId: id })));
  return answers;
}

async function beginHistory(context: LedgerContext, imported: ImportedPathway, patients: ImportedPatients, histories: NewHistory[], now: Date, actor: string): Promise<ImportAnswer> {
  const errors = importErrors(context, imported, osloDateOf(now.getTime()), patients.birthDateOf(imported));
  if (errors.length > 0) return refusedAs('invalid', errors);
  const history = newHistory(context, imported, await patients.of(imported), now, histories.length, actor);
  histories.push(history);
  return { outcome: 'created', pathwayId: history.id, events: history.write.events!.length, corrections: 0, refusal: null, errors: [] };
}
