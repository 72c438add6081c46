import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import type { OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { asErasure, inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { ErasureEntry, ErasureResult } from '../types/erasure.js';
import { LedgerError } from '../types/errors.js';
import { addEntry, entryOf } from './list.js';
import { obstaclesFor } from './obstacles.js';
import { lockRecords, type PersonRecords } from './records.js';
import { erasureRow, type ErasureRow } from './request.js';
import { surrogateBirthDate } from './surrogate.js';

/**
 * Carries out an erasure, by another person than the one who asked, unless something stands in the way. In one transaction:
 * the person's key and all that finds her are destroyed, her workflows are asked to end, and it is on record in her
 * pathways and in the erasure list. Dates, codes and chains stay. @throws LedgerError `unknown-erasure`, `bad-data`.
 */
export async function carryOutErasure(context: LedgerContext, erasureId: string, actor: Actor, within?: Transaction): Promise<ErasureResult> {
  if (actor.kind !== 'person') throw new LedgerError('bad-data', 'Bare en person kan gjennomføre en sletting.');
  return inTransactionOf(context.database, within, (transaction) => asErasure(transaction, async (): Promise<ErasureResult> => {
    const request = await erasureRow(transaction, erasureId);
    const settled = await settledResult(transaction, request, actor);
    if (settled !== null) return settled;
    const records = await lockRecords(context, transaction, request.patient_id);
    const obstacles = await obstaclesFor(context, transaction, records, request.legal_basis);
    if (obstacles.length > 0) return { outcome: 'held', obstacles };

    const erasedAt = latestNow(records.pathways);
    await eraseRecords(context, transaction, records, { erasureId, basis: request.legal_basis, actor: actorText(actor), erasedAt });
    await transaction.query(`update erasure set state = 'carried-out', ended_by = $2, ended_at = $3 where id = $1`, [erasureId, actorText(actor), erasedAt]);
    return { outcome: 'done', entry: await addEntry(transaction, entryFor(request, records, actor, erasedAt)) };
  }));
}

async function settledResult(transaction: Transaction, { id, state, requested_by: requestedBy }: ErasureRow, actor: Actor): Promise<ErasureResult | null> {
  if (state === 'withdrawn') return { outcome: 'withdrawn' };
  if (state === 'carried-out') return { outcome: 'already', entry: (await entryOf(transaction, id))! };
  return actorText(actor) === requestedBy ? { outcome: 'same-person' } : null;
}

const latestNow = (pathways: readonly OpenPathway[]): Date => new Date(Math.max(...pathways.map(({ now }) => now.getTime())));

function entryFor(request: ErasureRow, { patientIds, pathwayIds }: PersonRecords, actor: Actor, erasedAt: Date): Omit<ErasureEntry, 'seq'> {
  return {
    erasureId: request.id, patientIds, pathwayIds, legalBasis: request.legal_basis, requestedBy: request.requested_by, requestedAt: request.requested_at.toISOString(),
    carriedOutBy: actorText(actor), erasedAt: erasedAt.toISOString(),
  };
}

/** On whose word records are erased. */
export interface ErasureOrder {
  readonly erasureId: string;
  readonly basis: string;
  readonly actor: string;
  readonly erasedAt: Date;
}

/**
 * Destroys what names the person whose locked records these are, and writes that it was done. What the read tables say
 * must not change by it, so the birth date's surrogate is found first.
 */
export async function eraseRecords(context: LedgerContext, transaction: Transaction, records: PersonRecords & { readonly pathways: readonly OpenPathway[] }, order: ErasureOrder): Promise<void> {
  const { patientIds, pathwayIds, pathways } = records;
  const surrogates = new Map(patientIds.map((id) => [id, surrogateBirthDate(context, pathways.filter(({ patient }) => patient.id === id))]));
  const born = patientIds.map((id) => surrogates.get(id) ?? null);
  // On somebody's behalf the database itself asks for the open request, and for another person than the one who made it.
  if (transaction.access === null) await transaction.query('select erase_records($1, $2, $3, $4)', [patientIds, born, pathwayIds, order.erasedAt]);
  else await transaction.query('select erase_requested($1, $2, $3, $4, $5)', [order.erasureId, patientIds, born, pathwayIds, order.erasedAt]);
  for (const pathway of pathways) await writeErased(context, transaction, pathway, surrogates.get(pathway.patient.id) ?? null, order);
  transaction.afterCommit(() => patientIds.forEach((id) => context.keys.forget(id)));
}

/** The pathway becomes history, which ends its workflow; whose it was, nobody can say. */
async function writeErased(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, birthDate: OpenPathway['patient']['birthDate'], { erasureId, basis, actor }: ErasureOrder): Promise<void> {
  const { head, today } = pathway;
  const erased: OpenPathway = { ...pathway, patient: { id: pathway.patient.id, key: null, demographics: null, birthDate } };
  const draft: EventDraft = { kind: 'observation', type: observations.erased, occurredOn: today, data: { erasure: erasureId, basis }, actor };
  const wasHistory = head.mode === 'historical';
  await writePathway(context, transaction, erased, [draft], { tell: !wasHistory, change: { mode: 'historical' } });
}
