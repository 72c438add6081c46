import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { CommandNotDone, LedgerError, type LedgerErrorCode } from '@forlop/ledger';
import { ApiProblem } from './api-problem.js';
import { commandProblem } from './command-problem.js';
import type { ProblemKind } from './problem-kinds.js';

const ledgerKinds: Readonly<Record<LedgerErrorCode, ProblemKind>> = {
  'unknown-pathway': 'not-found',
  'unknown-event': 'not-found',
  'unknown-obligation': 'not-found',
  'unknown-erasure': 'not-found',
  'unknown-subscriber': 'not-found',
  'unknown-message': 'not-found',
  'unknown-course': 'not-found',
  'unknown-offer': 'not-found',
  'unknown-meeting': 'not-found',
  'unknown-plan': 'not-found',
  'unknown-schedule': 'not-found',
  'course-full': 'refused',
  'not-now': 'refused',
  // Named in the body or the query, so the address itself is right.
  'unknown-definition': 'invalid-input',
  'unknown-organisation': 'invalid-input',
  'not-in-quarantine': 'refused',
  restored: 'refused',
  'no-courier-key': 'refused',
  'already-served': 'refused',
  'already-settled': 'refused',
  'idempotency-conflict': 'key-reused',
  'bad-cursor': 'invalid-input',
  'bad-data': 'invalid-input',
  'too-many-pathways': 'invalid-input',
  'too-many-attempts': 'too-many',
  erased: 'erased',
  setup: 'not-set-up',
  unavailable: 'unavailable',
  overloaded: 'overloaded',
};

const retryAfterSeconds = '5';
/** Attempts are counted by the hour. */
const attemptsAfterSeconds = '900';

function fromLedger(error: LedgerError): ApiProblem {
  const seconds = error.code === 'too-many-attempts' ? attemptsAfterSeconds : error.retryable ? retryAfterSeconds : null;
  const headers = seconds === null ? {} : { 'Retry-After': seconds };
  return new ApiProblem(ledgerKinds[error.code], error.message, { code: error.code, headers }, { cause: error });
}

/** Sentences for what HTTP itself refuses before a controller is reached. */
const httpProblems: Readonly<Record<number, readonly [ProblemKind, string]>> = {
  400: ['unreadable-body', 'Innholdet er ikke gyldig JSON.'],
  404: ['not-found', 'Det finnes ikke noe på denne adressen.'],
  413: ['too-large', 'Innholdet kan være på høyst 1 MB. Del det opp, eller bruk «forlop import» for store filer.'],
  415: ['unsupported-media-type', 'Send innholdet som JSON i UTF-8 (Content-Type: application/json).'],
};

function fromHttp(error: HttpException): ApiProblem {
  if (error.cause instanceof URIError) {
    return new ApiProblem('invalid-input', 'Adressen er ikke gyldig: et tegn etter % er ikke riktig kodet.', { code: 'bad-address' }, { cause: error });
  }
  const status = error.getStatus();
  const known = httpProblems[status];
  if (known) return new ApiProblem(known[0], known[1], {}, { cause: error });
  return status < 500
    ? new ApiProblem('invalid-input', `Forespørselen kan ikke behandles (${status} ${STATUS_CODES[status] ?? ''}).`, { code: 'http' }, { cause: error })
    : internal(error);
}

/** What is not foreseen: the caller learns that it is ours, and no more. */
function internal(error: unknown): ApiProblem {
  return new ApiProblem('internal', 'Noe gikk galt hos oss, og ingenting er registrert. Prøv igjen, og oppgi korrelasjons-id-en om det fortsetter.', {}, { cause: error });
}

/** Any error as the problem that the caller is answered with. Says nothing of what lies behind an unforeseen one. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof LedgerError) return fromLedger(error);
  if (error instanceof CommandNotDone) return commandProblem(error.result);
  if (error instanceof HttpException) return fromHttp(error);
  return internal(error);
}
