import { randomUUID } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { observations } from '../core/observation-types.js';
import { writePathway } from '../core/write-pathway.js';
import { asErasure, inTransaction, inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { Erasure, ErasureBasis, ErasureInput, ErasureObstacle, ErasureQuery, ErasureRequested, ErasureScope } from '../types/erasure.js';
import { LedgerError } from '../types/errors.js';
import { obstaclesFor } from './obstacles.js';
import { checkReason, reasonsOf, type Reasons } from './reasons.js';
import { lockRecords, patientOfPathway } from './records.js';

const bases: ReadonlySet<string> = new Set<ErasureBasis>(['retention-over', 'patients-demand', 'wrong-person', 'order']);

/** A wish, and its row. */
export interface ErasureRow {
  readonly id: string;
  readonly patient_id: string;
  readonly pathway_id: string;
  readonly legal_basis: ErasureBasis;
  readonly sealed_reason: Buffer;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly state: Erasure['state'];
  readonly ended_by: string | null;
  readonly ended_at: Date | null;
}

/**
 * Asks that the patient of a pathway be erased, in all her pathways. Stands on the pathway as an observation. What is in the way is
 * told, and the request waits; one request at a time.
 * @throws LedgerError `unknown-pathway`, `bad-data`, `erased`.
 */
export async function requestErasure(context: LedgerContext, pathwayId: string, input: ErasureInput, actor: Actor, within?: Transaction): Promise<ErasureRequested> {
  checkInput(input, actor);
  return inTransactionOf(context.database, within, async (transaction) => {
    const reasons = await reasonsOf(context, transaction);
    const patientId = await patientOfPathway(transaction, pathwayId);
    return asErasure(transaction, () => requestWithin(context, transaction, reasons, { pathwayId, patientId, input, actor }));
  });
}

interface Asked {
  readonly pathwayId: string;
  readonly patientId: string;
  readonly input: ErasureInput;
  readonly actor: Actor;
}

async function requestWithin(context: LedgerContext, transaction: Transaction, reasons: Reasons, { pathwayId, patientId, input, actor }: Asked): Promise<ErasureRequested> {
  const records = await lockRecords(context, transaction, patientId);
  const pathway = records.pathways.find(({ head }) => head.id === pathwayId)!;
  if (pathway.patient.key === null) throw new LedgerError('erased', 'Pasientens opplysninger er alt slettet.');
  const obstacles = await obstaclesFor(context, transaction, records, input.legalBasis);
  const [waiting] = await transaction.query<{ id: string }>(`select id from erasure where patient_id = any($1) and state = 'open' limit 1`, [records.patientIds]);
  if (waiting !== undefined) return { outcome: 'waiting', id: waiting.id, obstacles };

  const id = randomUUID();
  await transaction.query(
    'insert into erasure (id, patient_id, pathway_id, legal_basis, sealed_reason, requested_by, requested_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, pathway.patient.id, pathwayId, input.legalBasis, reasons.seal(id, input.reason), actorText(actor), pathway.now],
  );
  const draft = { kind: 'observation' as const, type: observations.erasureRequested, occurredOn: pathway.today, data: { erasure: id, basis: input.legalBasis }, actor: actorText(actor) };
  await writePathway(context, transaction, pathway, [draft], { tell: false });
  return { outcome: 'requested', id, obstacles };
}

function checkInput({ legalBasis, reason }: ErasureInput, actor: Actor): void {
  if (actor.kind !== 'person') throw new LedgerError('bad-data', 'Bare en person kan be om at en pasient slettes.');
  if (!bases.has(legalBasis)) throw new LedgerError('bad-data', `Grunnlaget «${String(legalBasis)}» er ukjent. Bruk ${[...bases].join(', ')}.`);
  checkReason(reason, 'Skriv hvorfor pasienten skal slettes, og hvordan vilkårene er vurdert. Ikke skriv hvem det gjelder.');
}

/** Takes a request back. @throws LedgerError `unknown-erasure`, `bad-data` when it is not open. */
export async function withdrawErasure(context: LedgerContext, erasureId: string, actor: Actor, within?: Transaction): Promise<void> {
  if (actor.kind !== 'person') throw new LedgerError('bad-data', 'Bare en person kan trekke en anmodning om sletting.');
  return inTransactionOf(context.database, within, async (transaction) => {
    await mustSee(transaction, erasureId);
    await asErasure(transaction, async () => {
      const row = await erasureRow(transaction, erasureId);
      if (row.state !== 'open') throw new LedgerError('bad-data', 'Anmodningen er ikke åpen lenger.');
      await transaction.query(`update erasure set state = 'withdrawn', ended_by = $2, ended_at = clock_timestamp() where id = $1`, [erasureId, actorText(actor)]);
    });
  });
}

const erasureColumns = 'id, patient_id, pathway_id, legal_basis, sealed_reason, requested_by, requested_at, state, ended_by, ended_at';

/** Locks a request. @throws LedgerError `unknown-erasure`. */
export async function erasureRow(transaction: Transaction, id: string): Promise<ErasureRow> {
  const [row] = isUuid(id) ? await transaction.query<ErasureRow>(`select ${erasureColumns} from erasure where id = $1 for update`, [id]) : [];
  if (row === undefined) throw unknownErasure();
  return row;
}

const unknownErasure = (): LedgerError => new LedgerError('unknown-erasure', 'Anmodningen om sletting finnes ikke.');

/** A request about somebody else's patient is as one that does not exist. @throws LedgerError `unknown-erasure`. */
async function mustSee(transaction: Transaction, id: string): Promise<void> {
  const seen = isUuid(id) ? await transaction.query('select 1 as seen from erasure where id = $1', [id]) : [];
  if (seen.length === 0) throw unknownErasure();
}

/** Requests, those that wait first, then the newest: about patients that one sees, or of the whole house. */
export function erasures(context: LedgerContext, { state, limit = 200, everyone = false }: ErasureQuery = {}): Promise<readonly Erasure[]> {
  return inTransaction(context.database, async (transaction) => {
    const reasons = await reasonsOf(context, transaction);
    const listed = (): Promise<ErasureRow[]> => transaction.query<ErasureRow>(
      `select ${erasureColumns} from erasure where $1::text is null or state = $1 order by state <> 'open', requested_at desc, id limit $2`,
      [state ?? null, limit],
    );
    const rows = everyone ? await asErasure(transaction, listed) : await listed();
    return rows.map((row) => ({
      id: row.id, patientId: row.patient_id, pathwayId: row.pathway_id, legalBasis: row.legal_basis, reason: reasons.open(row.id, row.sealed_reason),
      requestedBy: row.requested_by, requestedAt: row.requested_at.toISOString(), state: row.state, endedBy: row.ended_by, endedAt: row.ended_at?.toISOString() ?? null,
    }));
  });
}

/** What stands in the way of a request now. @throws LedgerError `unknown-erasure`. */
export function erasureObstacles(context: LedgerContext, erasureId: string, { everyone = false }: ErasureScope = {}, within?: Transaction): Promise<readonly ErasureObstacle[]> {
  return inTransactionOf(context.database, within, async (transaction) => {
    if (!everyone) await mustSee(transaction, erasureId);
    return asErasure(transaction, async () => {
      const { patient_id: patientId, legal_basis: legalBasis } = await erasureRow(transaction, erasureId);
      return obstaclesFor(context, transaction, await lockRecords(context, transaction, patientId), legalBasis);
    });
  });
}
