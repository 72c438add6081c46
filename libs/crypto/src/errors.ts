/** Stable codes: a key that is missing or malformed, one that is not known here, and data that were changed or sealed for another purpose. */
export type CryptoErrorCode = 'bad-key' | 'unknown-key' | 'tampered' | 'bad-format';

/** An error with keys or sealed data. `message` is in bokmål and never holds a key or what was sealed. */
export class CryptoError extends Error {
  constructor(
    readonly code: CryptoErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CryptoError';
  }
}
