import createClient from 'openapi-fetch';
import { csrfToken } from './csrf.js';
import { noAnswer, problemFrom, type Problem } from './problem.js';
import type { paths } from './schema.js';
import { sessionGate } from './session-gate.js';

const reading = new Set(['GET', 'HEAD']);

/** Sends a request with the session's token; one that comes after the session waits for the next log-in, and is then sent again. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(withToken(request));
  if (response.status !== 401 || isFirstLook(request)) return response;
  await sessionGate.close();
  return send(again);
}

/** Who asks at the start whether there is anybody is told no, and shows the log-in. */
const isFirstLook = ({ url }: Request): boolean => new URL(url).pathname === '/api/v1/me';

function withToken(request: Request): Request {
  const token = csrfToken(document.cookie);
  if (!reading.has(request.method) && token !== null) request.headers.set('X-CSRF-Token', token);
  return request;
}

/** The API as its OpenAPI document describes it. Use it through {@link read} and {@link write}. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of an answer.
 * @throws Problem with the sentence to show; `no-answer` where none came.
 */
export async function read<Data>(answer: Promise<Answered<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await answer.catch((cause: unknown): never => {
    throw isAbort(cause) ? cause : unanswered();
  });
  if (!response.ok) throw problemFrom(response.status, error, response.statusText);
  return data as NonNullable<Data>;
}

const isAbort = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError';

const unanswered = (): Problem => noAnswer('Forløp svarer ikke akkurat nå.');
