import { EdiError } from './edi-error.js';
import { errorAnswer } from './answers.js';

/** A whole answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Failures before anything was sent: the request was certainly not taken. */
const NEVER_SENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ENETUNREACH', 'EHOSTUNREACH']);

interface Failure {
  readonly name?: unknown;
  readonly cause?: { readonly code?: unknown };
}

/** The system's code of a failed connection, such as `ECONNREFUSED`; empty if there is none. */
function causeCode(failure: Failure): string {
  return typeof failure.cause?.code === 'string' ? failure.cause.code : '';
}

/** The body, up to a limit: an answer that never ends must not fill the memory. */
async function limitedBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > maxBytes) throw new EdiError('refused', `EDI svarte med mer enn ${maxBytes} byte.`, { status: response.status });
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Sends one request and reads its whole answer. Throws `EdiError` of kind `try-again` when there is none in time. */
export async function exchange(url: string, init: RequestInit, maxBytes: number): Promise<HttpAnswer> {
  const changes = init.method !== 'GET';
  try {
    // A redirect would take the token somewhere else.
    const response = await fetch(url, { ...init, redirect: 'manual' });
    return { status: response.status, headers: response.headers, body: await limitedBody(response, maxBytes) };
  } catch (error) {
    if (error instanceof EdiError) throw error;
    const failure = error as Failure;
    const late = failure.name === 'TimeoutError';
    const sentence = late ? 'EDI svarte ikke i tide.' : 'Forbindelsen til EDI brast.';
    throw new EdiError('try-again', sentence, { maybeDone: changes && !NEVER_SENT.has(causeCode(failure)) }, { cause: error });
  }
}

/** `Retry-After`, which is seconds or a date; null if it is neither. */
function retryAfterMs(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** JSON of a body; undefined if it is none. */
export function jsonOf({ body }: HttpAnswer): unknown {
  return parsedJson(body);
}

// 400 is also what the transport answers when it gave up on a request itself ("Request was cancelled").
const CANCELLED = /request was cancelled/i;
const AGAIN: ReadonlySet<number> = new Set([408, 425, 429]);

/** The error that an answer is. `changes`: the request was one that may have been carried out although the answer is an error. */
export function errorOf(answer: HttpAnswer, changes: boolean): EdiError {
  const said = errorAnswer.safeParse(jsonOf(answer));
  const known = said.success ? said.data : { error: null, errorCode: null, validationErrors: [], requestId: null };
  const reasons = [...(known.error === null ? [] : [known.error]), ...known.validationErrors];
  const details = { status: answer.status, errorCode: known.errorCode, reasons, requestId: known.requestId, retryAfterMs: retryAfterMs(answer.headers) };
  const { status } = answer;
  if (status === 401 || status === 403) return new EdiError('not-authorised', `EDI godtok ikke tilgangen (${status}).`, details);
  const cancelled = status === 400 && known.validationErrors.length === 0 && CANCELLED.test(known.error ?? '');
  if (status >= 500 || cancelled || AGAIN.has(status)) return new EdiError('try-again', `EDI kunne ikke ta imot nå (${status}).`, { ...details, maybeDone: changes && (status >= 500 || cancelled || status === 408) });
  return new EdiError('refused', `EDI avviste forespørselen (${status}).`, details);
}
