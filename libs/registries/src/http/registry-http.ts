import { z } from 'zod';
import type { Answer, RegistryName } from '../ports.js';
import { RegistryError } from '../registry-error.js';
import { NotLetIn } from './authorise.js';

/** A request as its authorisation must know it: a DPoP proof is made for one method and address. */
export interface AuthorisedRequest {
  readonly method: 'GET' | 'POST';
  /** Without query. */
  readonly url: string;
  /** The registry's nonce, to be put into the proof (RFC 9449 §9). */
  readonly nonce?: string;
  /** Headers that the registry has just refused. */
  readonly refused?: Headers;
}

type Headers = Readonly<Record<string, string>>;

/**
 * Gives the headers that let a request in. Called for each request, and once more when they were refused; what it gives then is only shown when it is
 * something else. Keeps tokens itself.
 */
export type Authorise = (request: AuthorisedRequest) => Promise<Headers>;

/** How one registry is reached. */
export interface RegistryEndpoint {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly authorise: Authorise;
  /** Milliseconds that a whole answer may take. Default 10 s. */
  readonly timeoutMs?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

export interface RegistryRequest {
  readonly method: 'GET' | 'POST';
  /** Never holds a person's number: addresses are logged along the way. */
  readonly path: string;
  readonly query?: ReadonlyMap<string, readonly string[]> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back, before anyone has judged it. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly asOf: string;
}

interface Received extends RawAnswer {
  readonly nonce: string | null;
  readonly challenge: string;
}

const standardTimeoutMs = 10_000;
/** No answer about one person or a thousand events is larger. */
const mostCharacters = 4_000_000;

/** Asks a registry over HTTP, and tells errors apart. */
export class RegistryHttp {
  constructor(
    private readonly source: RegistryName,
    private readonly endpoint: RegistryEndpoint,
  ) {}

  /** The answer's value as given to us, with the instant at which it was. */
  answer<T>(value: T, { asOf }: Pick<RawAnswer, 'asOf'>): Answer<T> {
    return { value, asOf, source: this.source };
  }

  /** JSON that fits the schema; null for 404, which is an answer too. @throws RegistryError. */
  async json<T>(request: RegistryRequest, schema: z.ZodType<T>): Promise<Answer<T | null>> {
    const raw = await this.ask({ ...request, headers: { accept: 'application/json', ...request.headers } });
    if (raw.status === 404) return this.answer(null, raw);
    this.mustBeOk(raw);
    return this.answer(this.fitting(schema, this.parsed(raw.text)), raw);
  }

  /** Sends it and reads all of the answer, whatever its status. @throws RegistryError `unavailable`, `not-authorised`. */
  async ask(request: RegistryRequest): Promise<RawAnswer> {
    const { baseUrl, timeoutMs = standardTimeoutMs } = this.endpoint;
    const url = new URL(`${baseUrl}${request.path}`);
    const target: AuthorisedRequest = { method: request.method, url: url.href };
    for (const [name, values] of request.query ?? []) for (const value of values) url.searchParams.append(name, value);
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const authorisation = await this.endpoint.authorise(target);
      const first = await this.send(request, url, authorisation, signal);
      if (first.status !== 401) return first;
      const other = await this.endpoint.authorise({ ...target, ...afterRefusal(first, authorisation) });
      // The same name and password again would only count as one more wrong try.
      return JSON.stringify(other) === JSON.stringify(authorisation) ? first : await this.send(request, url, other, signal);
    } catch (error) {
      if (error instanceof NotLetIn) throw this.error('not-authorised', error.message);
      throw this.error('unavailable', reasonOf(error));
    }
  }

  private async send(request: RegistryRequest, url: URL, authorisation: Headers, signal: AbortSignal): Promise<Received> {
    const { now = () => new Date() } = this.endpoint;
    const response = await fetch(url, {
      method: request.method,
      headers: { ...request.headers, ...authorisation },
      ...(request.body !== undefined && { body: request.body }),
      // A registry that sends us on with a person's number in the body has been taken over or set up wrongly.
      redirect: 'error',
      signal,
    });
    const text = await limited(response, signal);
    return { status: response.status, text, asOf: now().toISOString(), nonce: response.headers.get('dpop-nonce'), challenge: response.headers.get('www-authenticate') ?? '' };
  }

  /** @throws RegistryError for what is not a success. */
  mustBeOk({ status }: RawAnswer): void {
    if (status >= 200 && status < 300) return;
    if (status === 401 || status === 403) throw this.error('not-authorised', `HTTP ${status}`);
    if (status === 408 || status === 429 || status >= 500) throw this.error('unavailable', `HTTP ${status}`);
    throw this.error('refused', `HTTP ${status}`);
  }

  /** @throws RegistryError `nonsense` that names the places, not what stood there. */
  fitting<T>(schema: z.ZodType<T>, value: unknown): T {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw this.error('nonsense', [...new Set(result.error.issues.map((issue) => issue.path.join('.') || 'svaret'))].slice(0, 5).join(', '));
  }

  error(code: RegistryError['code'], detail: string): RegistryError {
    return new RegistryError(code, this.source, detail);
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (error instanceof SyntaxError) throw this.error('nonsense', 'ikke JSON');
      throw error;
    }
  }
}

/** What is to be otherwise: a proof with the registry's nonce, where it asks for that alone; else another token too. */
function afterRefusal({ nonce, challenge }: Received, refused: Headers): Pick<AuthorisedRequest, 'nonce' | 'refused'> {
  const asksForNonce = nonce !== null && challenge.includes('use_dpop_nonce');
  return { ...(nonce !== null && { nonce }), ...(!asksForNonce && { refused }) };
}

async function limited(response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > mostCharacters) throw new Error('too large');
    signal.throwIfAborted();
  }
  return text + decoder.decode();
}

/** A word for what went wrong on the way, without the address, which may be somebody's. */
function reasonOf(error: unknown): string {
  const { name, code, cause } = error as { readonly name?: unknown; readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'tidsfristen gikk ut';
  const word = [cause?.code, code, name].find((candidate) => typeof candidate === 'string');
  return typeof word === 'string' ? word : 'ukjent feil';
}
