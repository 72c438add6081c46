/** What a caller can do about it: nothing with this message, try again later, or have someone see to the log-in. */
export type EdiErrorKind = 'refused' | 'try-again' | 'not-authorised';

/** More of what the transport said. */
export interface EdiErrorDetails {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** The transport's own code. */
  readonly errorCode: number | null;
  /** The transport's words. They may quote the document, and belong in no log. */
  readonly reasons: readonly string[];
  /** By which Norsk Helsenett finds the request again. */
  readonly requestId: string | null;
  /** Whether a post may have been taken although it failed here: it is repeated with the same MsgId. */
  readonly maybeDone: boolean;
  /** How long the transport asks us to wait, in milliseconds. */
  readonly retryAfterMs: number | null;
}

const NO_DETAILS: EdiErrorDetails = { status: null, errorCode: null, reasons: [], requestId: null, maybeDone: false, retryAfterMs: null };

/** A call to EDI 2.0 that failed. The message tells nothing of a patient. */
export class EdiError extends Error implements EdiErrorDetails {
  readonly status: number | null;
  readonly errorCode: number | null;
  readonly reasons: readonly string[];
  readonly requestId: string | null;
  readonly maybeDone: boolean;
  readonly retryAfterMs: number | null;

  constructor(
    readonly kind: EdiErrorKind,
    sentence: string,
    details: Partial<EdiErrorDetails> = {},
    options?: ErrorOptions,
  ) {
    super(sentence, options);
    this.name = 'EdiError';
    const all = { ...NO_DETAILS, ...details };
    this.status = all.status;
    this.errorCode = all.errorCode;
    this.reasons = all.reasons;
    this.requestId = all.requestId;
    this.maybeDone = all.maybeDone;
    this.retryAfterMs = all.retryAfterMs;
  }
}
