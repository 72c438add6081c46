import { ApplicationFailure } from '@temporalio/common';
import { LedgerError, type LedgerErrorCode } from '@forlop/ledger';

/**
 * What no other try can mend. An unknown definition or a missing right is not among them: a newer worker or an
 * operator mends those, and until then the patient's workflow waits.
 */
const final: ReadonlySet<LedgerErrorCode> = new Set<LedgerErrorCode>(['unknown-pathway', 'unknown-obligation', 'erased', 'bad-data', 'unknown-schedule']);

/**
 * Runs a call to the ledger and gives its errors to Temporal by their code. Their sentences hold no personal data
 * (`LedgerError`); other errors keep their own text, which the failure converter encrypts.
 */
export async function asActivity<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw ApplicationFailure.create({ message: error.message, type: error.code, nonRetryable: final.has(error.code), cause: error });
  }
}
