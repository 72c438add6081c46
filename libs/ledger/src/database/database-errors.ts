import { UnknownDefinitionError } from '@forlop/definitions';
import { QueryFailedError } from 'typeorm';
import { LedgerError } from '../types/errors.js';

/**
 * What the pool says when nobody gave a connection back in time (`connectTimeoutMS`), and the server's own code for having no
 * more to give. Neither says that the database is away: others are being served.
 */
const poolIsFull = /timeout exceeded when trying to connect/i;
const tooManyConnections = '53300';
/** SQLSTATE classes that say the server is away or going: connection, resources, operator intervention. */
const awayClasses = ['08', '53', '57'];
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', '25P03']);
/**
 * What the driver says, without a code, of a connection that ended under it. TypeORM takes a runner back as soon as its
 * connection breaks, so a transaction's next statement meets a runner that is released already.
 */
const awayMessages = /Query runner already released|Connection terminated|Client has encountered a connection error|Query read timeout|not queryable/i;

interface CodedError {
  readonly code?: unknown;
  readonly driverError?: { readonly code?: unknown };
  readonly message?: unknown;
}

function codeOf(error: unknown): string {
  const { code, driverError } = error as CodedError;
  return String(driverError?.code ?? code ?? '');
}

/** Whether the database answers, but has no connection free for us. */
export function isOverloaded(error: unknown): boolean {
  return codeOf(error) === tooManyConnections || poolIsFull.test(String((error as CodedError).message ?? ''));
}

/** Whether the database could not be reached, as opposed to having answered with an error. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = codeOf(error);
  if (awayCodes.has(code)) return true;
  if (/^[0-9A-Z]{5}$/.test(code)) return awayClasses.includes(code.slice(0, 2));
  return awayMessages.test(String((error as CodedError).message ?? ''));
}

const foreignKeyViolation = '23503';

/** A row points at one that does not exist. */
export function isForeignKeyViolation(error: unknown): boolean {
  return codeOf(error) === foreignKeyViolation;
}

/** An error of the driver as one of ours where it is one that a caller can act on; others unchanged. */
export function asLedgerError(error: unknown): unknown {
  if (error instanceof LedgerError) return error;
  if (isOverloaded(error)) return new LedgerError('overloaded', 'Systemet har for mange samtidige forespørsler akkurat nå. Prøv igjen om litt.', { cause: error });
  if (isUnavailable(error)) return new LedgerError('unavailable', 'Databasen svarer ikke. Prøv igjen om litt.', { cause: error });
  if (error instanceof QueryFailedError && codeOf(error) === '42501') {
    return new LedgerError('setup', 'Databasebrukeren mangler rettigheter. Kjør migreringen, eller se docs/ledger.md.', { cause: error });
  }
  if (error instanceof UnknownDefinitionError) return new LedgerError('unknown-definition', error.message, { cause: error });
  return withoutParameters(error);
}

/** The parameters of a failed statement are people's data, and errors end up in logs. */
function withoutParameters(error: unknown): unknown {
  if (error instanceof QueryFailedError) Object.assign(error, { parameters: [] });
  return error;
}
