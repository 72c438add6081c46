/**
 * A server that could not be found, fetched or started. The message is a sentence for the person at the
 * keyboard (bokmål) and says what to do next; the technical reason, when there is one, is the `cause`.
 */
export class ServerError extends Error {
  override readonly name = 'ServerError';
}

/** The message of anything thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** The code of a system error (`ENOENT`, `EADDRINUSE`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Tells the user one line about what is happening. */
export type Say = (line: string) => void;
