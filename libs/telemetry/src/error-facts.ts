/** An error without its message, which may quote what a patient's data hold: name, code, and where it came from. */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return { name: error.name, code: driverError?.code ?? code, at, ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }) };
}
