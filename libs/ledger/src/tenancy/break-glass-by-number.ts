import { checkPersonIdentifier, systems } from '@forlop/contracts';
import type { LedgerContext } from '../context.js';
import { asIntake, inTransaction, inTransactionOf, type Transaction } from '../database/transaction.js';
import { identifierHashes } from '../reads/search.js';
import type { Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { BreakGlassByNumber, BreakGlassInput, BreakGlassUse } from '../types/tenancy.js';
import { breakGlass } from './break-glass.js';

/** Times that a person may ask by number in an hour: more than a night's emergencies, and too few to go through a list of people. */
const mostAnHour = 10;

/**
 * Counts an attempt, in a transaction of its own: it counts whatever becomes of it.
 * @throws LedgerError `too-many-attempts`.
 */
export function countGlassAttempt(context: LedgerContext): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const [row] = await transaction.query<{ counted: boolean }>('select count_glass_attempt($1) as counted', [mostAnHour]);
    if (row?.counted !== true) throw new LedgerError('too-many-attempts', 'Du har bedt om nødtilgang med fødselsnummer for mange ganger den siste timen. Vent litt, eller ring enheten som har pasienten.');
  });
}

/**
 * {@link breakGlass} for whoever has a person's number and nothing more: on each pathway of the patient whose checked number it is. Nobody,
 * somebody erased, and somebody who has blocked whoever asks are one answer; only the log is told of whom.
 * @throws LedgerError `bad-data`.
 */
export function breakGlassByNumber(context: LedgerContext, personNumber: string, input: BreakGlassInput, actor: Actor, within?: Transaction): Promise<BreakGlassByNumber> {
  if (![systems.fodselsnummer, systems.dNummer].some((system) => checkPersonIdentifier(system, personNumber).ok)) {
    throw new LedgerError('bad-data', 'Nummeret er ikke et gyldig fødselsnummer eller D-nummer.');
  }
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathwayIds = await asIntake(transaction, () => pathwaysOf(context, transaction, personNumber));
    const uses: BreakGlassUse[] = [];
    for (const pathwayId of pathwayIds) {
      const use = await unlessHidden(transaction, () => breakGlass(context, pathwayId, input, actor, transaction));
      if (use !== null) uses.push(use);
    }
    return uses.length === 0 ? { outcome: 'nobody', pathwayIds } : { outcome: 'opened', uses };
  });
}

async function pathwaysOf(context: LedgerContext, transaction: Transaction, personNumber: string): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    'select p.id from patient pt join pathway p on p.patient_id = pt.id where pt.identifier_hash = any($1) and pt.verified and pt.erased_at is null order by p.id',
    [identifierHashes(context, personNumber)],
  );
  return rows.map(({ id }) => id);
}

/** Null, and nothing done, where the patient's own blocking stands. */
async function unlessHidden<T>(transaction: Transaction, work: () => Promise<T>): Promise<T | null> {
  await transaction.query('savepoint glass');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'unknown-pathway') throw error;
    await transaction.query('rollback to savepoint glass');
    return null;
  }
}
