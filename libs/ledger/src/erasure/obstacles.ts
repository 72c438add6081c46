import { osloDateOf } from '@forlop/calendar';
import { evaluate, isOpenOn, type Evaluation } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { OpenPathway } from '../core/open-pathway.js';
import { kernelInputOf } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import type { ErasureBasis, ErasureObstacle } from '../types/erasure.js';
import { retainedOf, retentionObstacles } from './retention.js';

/**
 * What stands in the way of erasing a patient. A pathway that runs, a referral in quarantine and a hold that a person set
 * always do: nobody is forgotten while the hospital owes her something (helsepersonelloven §§ 39–40 ask for the record that the
 * care needs). The time to keep a record stops erasure because nobody needs it any more; whether § 43 or an order goes
 * before it, the person who decides has to answer for in the reason.
 */
export async function obstaclesFor(
  context: LedgerContext, transaction: Transaction, records: { readonly patientIds: readonly string[]; readonly pathways: readonly OpenPathway[] }, legalBasis: ErasureBasis,
): Promise<ErasureObstacle[]> {
  const found = records.pathways.flatMap((pathway) => pathwayObstacles(context, pathway, legalBasis));
  return [...found, ...(await standingHolds(transaction, records.patientIds))];
}

function pathwayObstacles(context: LedgerContext, pathway: OpenPathway, legalBasis: ErasureBasis): ErasureObstacle[] {
  const evaluation = evaluate(kernelInputOf(context, pathway));
  const kept = legalBasis === 'retention-over' ? retentionObstacles(context, retainedOf(pathway.head.id, evaluation, pathway.events, osloDateOf), pathway.today) : [];
  return [...runningObstacles(pathway, evaluation), ...kept];
}

/** Historical pathways run nowhere and reach nobody; they are kept by time alone. */
function runningObstacles({ head, today, quarantined }: OpenPathway, evaluation: Evaluation): ErasureObstacle[] {
  const obstacle = (code: ErasureObstacle['code'], sentence: string, rule: string | null = null): ErasureObstacle => ({ code, pathwayId: head.id, until: null, rule, sentence });
  if (quarantined) return [obstacle('quarantined', 'En henvisning venter i karantene. Ta den imot eller avvis den først.')];
  if (head.mode === 'historical') return [];
  if (evaluation.active) return [obstacle('live', 'Forløpet er ikke avsluttet.')];
  const running = evaluation.clocks.filter((row) => row.dueOn !== null && row.dueOn >= today && isOpenOn(row, today));
  return running.map((row) => obstacle('owed', `Fristen ${row.clock} løper til ${row.dueOn!}.`, row.clock));
}

async function standingHolds(transaction: Transaction, patientIds: readonly string[]): Promise<ErasureObstacle[]> {
  const rows = await transaction.query<{ id: string }>('select id from erasure_hold where patient_id = any($1) and lifted_at is null order by set_at, id', [patientIds]);
  return rows.map(({ id }) => ({ code: 'held', pathwayId: null, until: null, rule: id, sentence: 'Noen har bestemt at opplysningene skal bevares. Det må oppheves først.' }));
}
