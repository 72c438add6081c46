import { exitCodes, type ExitCode } from './exit-codes.js';

/** A reason to stop, with a sentence in bokmål that says what to do about it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly exitCode: ExitCode,
    /** Stable, for `--json`. */
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The command line, or a file that it names, is wrong. */
export const wrongUse = (code: string, message: string): Failure => new Failure(exitCodes.wrongUse, code, message);

/** What to tell of a failure, and how the process ends. */
export interface Told {
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly message: string;
}

/**
 * Exit codes of the errors that other rooms throw with a sentence for the user. By name and not by class: loading their
 * packages here would make every command start slower.
 */
const known: Readonly<Record<string, (code: string) => ExitCode>> = {
  LedgerError: (code) => (['unavailable', 'overloaded', 'setup'].includes(code) ? exitCodes.noServer : exitCodes.wrongUse),
  ServerError: () => exitCodes.noServer,
  DefinitionError: () => exitCodes.wrongUse,
  UnknownDefinitionError: () => exitCodes.wrongUse,
  CalendarError: () => exitCodes.wrongUse,
  CryptoError: () => exitCodes.wrongUse,
  ConfigError: () => exitCodes.wrongUse,
  ScenarioError: () => exitCodes.wrongUse,
  PatchError: () => exitCodes.wrongUse,
  ForecastError: () => exitCodes.wrongUse,
  MappingError: () => exitCodes.wrongUse,
  ExtractError: () => exitCodes.wrongUse,
};

/** The sentence and exit code of anything thrown. */
export function told(error: unknown): Told {
  if (error instanceof Failure) return { exitCode: error.exitCode, code: error.code, message: error.message };
  if (!(error instanceof Error)) return unforeseen(String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const exitCode = known[error.name]?.(code);
  return exitCode === undefined ? unforeseen(error.message) : { exitCode, code, message: error.message };
}

function unforeseen(message: string): Told {
  return {
    exitCode: exitCodes.internal,
    code: 'internal',
    message: `Noe gikk galt i Forløp selv: ${message}\nKjør kommandoen på nytt med FORLOP_DEBUG=1 for å se hvor, og meld fra med det som kommer fram.`,
  };
}
