import { open, seal } from '@forlop/crypto';
import type { Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { actorText } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { IdempotencyRequest, IdempotentAnswer } from '../types/idempotency.js';
import { systemKey } from './system-keys.js';

interface AnsweredRow {
  readonly route: string;
  readonly request_hash: Buffer;
  readonly answer_sealed: Buffer;
}

const answerContext = (actor: string, key: string) => ({ owner: 'idempotency', purpose: `${actor}/${key}` });

/**
 * Does `fn` once for a key, in a transaction that also holds the key's row. A concurrent request with the same key waits
 * at that row: until the first has committed, and then gets its answer; or has failed, and then does the work itself.
 * @throws LedgerError `idempotency-conflict` when the key was used for another request.
 */
export async function withIdempotency<T extends Json>(context: LedgerContext, request: IdempotencyRequest, fn: (transaction: Transaction) => Promise<T>): Promise<IdempotentAnswer<T>> {
  const sealKey = await systemKey(context, 'idempotency');
  const actor = actorText(request.actor);
  // Hashed again under a key: a body is guessable when little in it is unknown.
  const requestHash = context.searchKey.hash('request', request.requestHash);
  return inTransaction(context.database, async (transaction) => {
    const [mine] = await transaction.query(
      'insert into idempotency (actor, key, route, request_hash) values ($1, $2, $3, $4) on conflict do nothing returning 1 as mine',
      [actor, request.key, request.route, requestHash], 'idempotency_take',
    );
    if (mine === undefined) return firstAnswer<T>(transaction, sealKey, actor, request, requestHash);
    const answer = await fn(transaction);
    const sealed = seal(sealKey, answer, answerContext(actor, request.key));
    transaction.finally('update idempotency set answer_sealed = $3, mentions = $4 where actor = $1 and key = $2', [actor, request.key, sealed, idsIn(answer)], 'idempotency_answer');
    return { answer, replayed: false };
  });
}

/** Every id that the answer names; by them the answers about a patient are found when she is erased. */
function idsIn(answer: Json): string[] {
  return [...new Set(JSON.stringify(answer).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])];
}

async function firstAnswer<T extends Json>(transaction: Transaction, sealKey: Buffer, actor: string, { key, route }: IdempotencyRequest, requestHash: Buffer): Promise<IdempotentAnswer<T>> {
  const [row] = await transaction.query<AnsweredRow>('select route, request_hash, answer_sealed from idempotency where actor = $1 and key = $2', [actor, key]);
  if (row === undefined || row.route !== route || !row.request_hash.equals(requestHash)) {
    throw new LedgerError('idempotency-conflict', 'Nøkkelen i Idempotency-Key er alt brukt til en annen forespørsel. Bruk en ny nøkkel.');
  }
  return { answer: open(sealKey, row.answer_sealed, answerContext(actor, key)) as T, replayed: true };
}
