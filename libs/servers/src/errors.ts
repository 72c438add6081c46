import { types } from 'node:util';

const { isNativeError } = types;

/**
 * A server that could not be found, fetched or started. The message is a sentence for the person at the
 * keyboard (bokmål) and says what to do next; the technical reason, when there is one, is the `cause`.
 */
export class ServerError extends Error {
  override readonly name = 'ServerError';
}

/** The message of anything thrown. */
export function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  // Node gathers the refusals of a name's several addresses in an error without a message.
  const several = 'errors' in error && Array.isArray(error.errors) ? error.errors.map(reasonOf).join('; ') : '';
  return error.message || several;
}

/** The code of a system error (`ENOENT`, `EADDRINUSE`), if it has one. Node's own errors are not of Jest's `Error` class. */
export function codeOf(error: unknown): string | undefined {
  return isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Tells the user one line about what is happening. */
export type Say = (line: string) => void;
