import { randomUUID } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { asErasure, inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { ErasureHold } from '../types/erasure.js';
import { LedgerError } from '../types/errors.js';
import { checkReason, reasonsOf } from './reasons.js';
import { patientOfPathway, recordsOf } from './records.js';

interface HoldRow {
  readonly id: string;
  readonly patient_id: string;
  readonly sealed_reason: Buffer;
  readonly set_by: string;
  readonly set_at: Date;
}

/**
 * Sets a hold on a patient: a complaint, a claim for compensation, a supervision that her record is needed for.
 * @throws LedgerError `unknown-pathway`, `bad-data`, `erased`.
 */
export async function holdErasure(context: LedgerContext, pathwayId: string, reason: string, actor: Actor, within?: Transaction): Promise<ErasureHold> {
  checkPerson(actor);
  checkReason(reason, 'Skriv hvorfor opplysningene skal bevares.');
  return inTransactionOf(context.database, within, async (transaction) => {
    const reasons = await reasonsOf(context, transaction);
    const patientId = await patientOfPathway(transaction, pathwayId);
    // Waits for an erasure that is being carried out, which has not seen this hold.
    const [patient] = await transaction.query<{ erased: boolean }>('select erased_at is not null as erased from patient where id = $1 for update', [patientId]);
    if (patient?.erased === true) throw new LedgerError('erased', 'Pasientens opplysninger er alt slettet.');
    const id = randomUUID();
    const [row] = await asErasure(transaction, () => transaction.query<{ set_at: Date }>(
      'insert into erasure_hold (id, patient_id, sealed_reason, set_by, set_at) values ($1, $2, $3, $4, clock_timestamp()) returning set_at',
      [id, patientId, reasons.seal(id, reason), actorText(actor)],
    ));
    return { id, patientId, reason, setBy: actorText(actor), setAt: row!.set_at.toISOString() };
  });
}

/** Lifts a hold, with a reason. Lifted twice is lifted. @throws LedgerError `unknown-erasure`, `bad-data`. */
export async function liftErasureHold(context: LedgerContext, holdId: string, reason: string, actor: Actor, within?: Transaction): Promise<void> {
  checkPerson(actor);
  checkReason(reason, 'Skriv hvorfor opplysningene ikke lenger må bevares.');
  return inTransactionOf(context.database, within, async (transaction) => {
    const reasons = await reasonsOf(context, transaction);
    const known = isUuid(holdId) ? await transaction.query('select 1 as there from erasure_hold where id = $1', [holdId]) : [];
    if (known.length === 0) throw new LedgerError('unknown-erasure', 'Bestemmelsen om bevaring finnes ikke.');
    await asErasure(transaction, () => transaction.query(
      'update erasure_hold set lifted_by = $2, lifted_at = clock_timestamp(), sealed_lift_reason = $3 where id = $1 and lifted_at is null',
      [holdId, actorText(actor), reasons.seal(`${holdId}/lift`, reason)],
    ));
  });
}

/** The holds that stand on a patient. @throws LedgerError `unknown-pathway`. */
export async function erasureHolds(context: LedgerContext, pathwayId: string, within?: Transaction): Promise<readonly ErasureHold[]> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const reasons = await reasonsOf(context, transaction);
    const { patientIds } = await recordsOf(transaction, await patientOfPathway(transaction, pathwayId));
    const rows = await transaction.query<HoldRow>(
      'select id, patient_id, sealed_reason, set_by, set_at from erasure_hold where patient_id = any($1) and lifted_at is null order by set_at, id',
      [patientIds],
    );
    return rows.map((row) => ({ id: row.id, patientId: row.patient_id, reason: reasons.open(row.id, row.sealed_reason), setBy: row.set_by, setAt: row.set_at.toISOString() }));
  });
}

function checkPerson(actor: Actor): void {
  if (actor.kind !== 'person') throw new LedgerError('bad-data', 'Bare en person kan bestemme at opplysninger skal bevares, eller oppheve det.');
}
