import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Io } from './io.js';

/** One call of the command line: its streams, and how it ends. */
export interface Context {
  readonly io: Io;
  exitCode: ExitCode;
}

export const newContext = (io: Io): Context => ({ io, exitCode: exitCodes.ok });

/** Prints an answer as JSON, indented as people read it. */
export function printJson({ io }: Context, document: unknown): void {
  io.out(JSON.stringify(document, null, 2));
}
