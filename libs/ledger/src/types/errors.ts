/** Stable codes of what a caller did wrong or can act on. */
export type LedgerErrorCode =
  /** No such pathway, patient, event or obligation. */
  | 'unknown-pathway'
  | 'unknown-event'
  | 'unknown-obligation'
  | 'unknown-definition'
  | 'unknown-organisation'
  | 'not-in-quarantine'
  | 'unknown-erasure'
  | 'unknown-subscriber'
  | 'unknown-message'
  /** Somebody has settled it already. */
  | 'already-settled'
  /** No courier has told what secrets are to be sealed to. */
  | 'no-courier-key'
  /** Another subscriber serves that receiver. */
  | 'already-served'
  /** The database was restored from a copy, and the erasure list has not been replayed on it. */
  | 'restored'
  /** The same Idempotency-Key was used for another request. */
  | 'idempotency-conflict'
  /** A cursor that this version did not make, or that belongs to another list. */
  | 'bad-cursor'
  | 'unknown-course'
  | 'unknown-offer'
  | 'unknown-meeting'
  | 'unknown-plan'
  /** No such scheduled report, or none of its runs. */
  | 'unknown-schedule'
  /** More have a place on the course than there would be places. */
  | 'course-full'
  /** Work that has come too far, or not far enough, for this. */
  | 'not-now'
  | 'bad-data'
  /** More pathways than may be evaluated again for one question. */
  | 'too-many-pathways'
  /** Asked too often; some minutes later it can be asked again. */
  | 'too-many-attempts'
  /** The patient has been erased: what was sealed cannot be read. */
  | 'erased'
  /** The database user lacks rights that the ledger needs; the message says what to run. */
  | 'setup'
  /** The database does not answer; trying again later can help. */
  | 'unavailable'
  /** The database answers, and every connection to it is in use; trying again later can help. */
  | 'overloaded';

/** An error of the ledger. `message` is a sentence in bokmål that may be shown; it never holds personal data. */
export class LedgerError extends Error {
  constructor(
    readonly code: LedgerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'LedgerError';
  }

  /** Whether the same call may succeed later without any change. */
  get retryable(): boolean {
    return this.code === 'unavailable' || this.code === 'overloaded';
  }
}
