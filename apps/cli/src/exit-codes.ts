/** What the process's exit code says; documented in `forlop --help` and docs/cli.md. */
export const exitCodes = {
  ok: 0,
  /** The command did its work and found or refused something: differences, bad lines, an expectation that did not hold. */
  found: 1,
  /** The command line or a file given to it is wrong; nothing was done. */
  wrongUse: 2,
  /** A server (PostgreSQL, Temporal) does not answer or cannot be used. */
  noServer: 3,
  /** Somebody pressed Ctrl-C before the command was done (128 + SIGINT, as shells have it). */
  interrupted: 130,
  /** A fault in Forløp itself (EX_SOFTWARE in sysexits.h). */
  internal: 70,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
