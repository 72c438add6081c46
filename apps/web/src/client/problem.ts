/** What the API says is wrong (RFC 9457), as an error that screens can show. */
export interface ProblemBody {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly correlationId?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly sentence: string }[];
  /** What others recorded first (409 `conflict`). */
  readonly changes?: readonly unknown[];
}

/** An answer that is not a success. `message` is a sentence for people, in bokmål. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly body: ProblemBody) {
    super(body.detail);
  }

  get status(): number {
    return this.body.status;
  }

  get code(): string {
    return this.body.code;
  }
}

/** Status of a request that never got an answer. */
export const NO_ANSWER = 0;

/** The network or the server is away: the same request may be sent again, with its key. */
export const noAnswer = (detail: string): Problem => new Problem({ status: NO_ANSWER, title: '', detail, code: 'no-answer' });

/** Reads a problem from an answer; one that is no problem+json (a proxy's own page) becomes one. */
export function problemFrom(status: number, body: unknown, fallback: string): Problem {
  const given = typeof body === 'object' && body !== null ? (body as Partial<ProblemBody>) : {};
  return new Problem({ ...given, status, title: given.title ?? '', detail: given.detail ?? fallback, code: given.code ?? `http-${status}` });
}

/** Whether waiting and asking again can mend it. */
export function isPassing(error: unknown): boolean {
  return error instanceof Problem && [NO_ANSWER, 429, 502, 503, 504].includes(error.status);
}

/** Somebody else has changed the pathway since it was shown. */
export const isConflict = (error: unknown): error is Problem => error instanceof Problem && error.status === 409 && error.code === 'conflict';
