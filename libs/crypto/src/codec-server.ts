import type { Payload } from '@temporalio/common';
import { CryptoError } from './errors.js';
import type { KeySet } from './key-set.js';
import { payloadCodec } from './payload-codec.js';

/** A request to the codec server, without a framework. Header names in lower case. */
export interface CodecRequest {
  readonly method: string;
  /** Its last part says what is asked for; what stands before it is the caller's to mount. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came in, unread: JSON text. */
  readonly body: Uint8Array | string;
}

/** What to answer. An error's body is `{code, message}`, its message a sentence in bokmål without any content. */
export interface CodecAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface CodecServerOptions {
  /** Where the Temporal UI is, e.g. `https://temporal.sykehus.example`: the only page that a browser may show answers to. */
  readonly uiOrigin: string;
  /** The only namespace whose payloads are decoded; the UI and the CLI name it in `X-Namespace`. */
  readonly namespace?: string;
  /** Bytes of a request at most. Default 8 MiB. */
  readonly maxBytes?: number;
  /** Payloads of a request at most. Default 2000. */
  readonly maxPayloads?: number;
}

/**
 * The Temporal UI's and CLI's remote codec (POST …/decode; proto3 JSON with base64 bytes, in and out): what is encrypted in
 * histories, readable for whoever may. It decodes only: nobody encrypts by hand what workflows would then read. Whoever mounts it
 * asks first who is asking, and for `codec.decode`.
 */
export function codecServer(keys: KeySet, options: CodecServerOptions): (request: CodecRequest) => Promise<CodecAnswer> {
  const { uiOrigin, namespace, maxBytes = 8 * 1024 * 1024, maxPayloads = 2_000 } = options;
  const codec = payloadCodec(keys);
  return async (request) => {
    const cors = corsHeaders(request, uiOrigin);
    try {
      checkAsked(request, uiOrigin, namespace);
      if (request.method === 'OPTIONS') return { status: 204, headers: cors, body: '' };
      const payloads = readPayloads(request.body, maxBytes, maxPayloads);
      const decoded = await codec.decode(payloads).catch((error: unknown) => Promise.reject(asRefusal(error)));
      return { status: 200, headers: { ...cors, ...json }, body: JSON.stringify({ payloads: decoded.map(writePayload) }) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, headers: { ...cors, ...json, ...error.headers }, body: JSON.stringify({ code: error.code, message: error.message }) };
    }
  };
}

/** Payloads must not stay in a cache between the server and the page. */
const json = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/**
 * Only the UI's own address may read answers in a browser; with the cookies or the tokens that it sends along (its access
 * token in `Authorization`, its id token in `Authorization-Extras`).
 */
function corsHeaders({ headers }: CodecRequest, uiOrigin: string): Record<string, string> {
  if (headers['origin'] !== uiOrigin) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': uiOrigin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': 'POST, OPTIONS',
    'Access-Control-Allow-Headers': 'authorization, authorization-extras, content-type, x-csrf-token, x-namespace',
    'Access-Control-Max-Age': '600',
  };
}

function checkAsked({ method, path, headers }: CodecRequest, uiOrigin: string, namespace: string | undefined): void {
  const origin = headers['origin'];
  if (origin !== undefined && origin !== uiOrigin) throw new Refusal(403, 'foreign-origin', 'Bare Temporals eget brukergrensesnitt kan be om dette i en nettleser.');
  if (path.replace(/\/+$/, '').split('/').pop() !== 'decode') throw new Refusal(404, 'not-found', 'Kodeserveren har bare /decode: den leser, og krypterer ingenting.');
  if (method !== 'POST' && method !== 'OPTIONS') throw new Refusal(405, 'method-not-allowed', 'Bruk POST.', { Allow: 'POST, OPTIONS' });
  if (method === 'POST' && !/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new Refusal(415, 'unsupported-media-type', 'Send JSON (Content-Type: application/json).');
  const asked = headers['x-namespace'];
  if (namespace !== undefined && asked !== undefined && asked !== namespace) throw new Refusal(404, 'unknown-namespace', 'Navnerommet er ikke et som denne kodeserveren leser.');
}

function readPayloads(body: Uint8Array | string, maxBytes: number, maxPayloads: number): Payload[] {
  const bytes = Buffer.from(body as Uint8Array);
  if (bytes.length > maxBytes) throw new Refusal(413, 'too-large', `Forespørselen kan være på høyst ${maxBytes} byte.`);
  const { payloads } = parse(bytes.toString('utf8'));
  if (!Array.isArray(payloads)) throw bad('Forespørselen skal ha «payloads», en liste.');
  if (payloads.length > maxPayloads) throw new Refusal(413, 'too-many', `Det kan være høyst ${maxPayloads} i en forespørsel.`);
  return payloads.map(readPayload);
}

const bad = (message: string): Refusal => new Refusal(400, 'bad-request', message);

function parse(text: string): { readonly payloads?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) throw bad('Forespørselen er ikke gyldig JSON.');
    throw error;
  }
}

function readPayload(value: unknown, index: number): Payload {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`Innhold ${index} er ikke et objekt.`);
  const { metadata = {}, data } = value as { metadata?: unknown; data?: unknown };
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) throw bad(`Innhold ${index}: «metadata» er ikke et objekt.`);
  const read = Object.entries(metadata).map(([name, text]) => [name, bytesOf(text, index, `metadata.${name}`)] as const);
  return { metadata: Object.fromEntries(read), ...(data !== undefined && data !== null && { data: bytesOf(data, index, 'data') }) };
}

/** Bytes as proto3 JSON has them: base64, ordinary or for web addresses, with or without padding. */
function bytesOf(value: unknown, index: number, where: string): Uint8Array {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(value)) throw bad(`Innhold ${index}: «${where}» er ikke base64.`);
  return Buffer.from(value, 'base64');
}

/** Why a payload cannot be read: one that is not ours, or under a key that is no longer in the set. */
function asRefusal(error: unknown): unknown {
  if (error instanceof CryptoError) return new Refusal(error.code === 'unknown-key' ? 422 : 400, error.code, error.message);
  // What decrypts to something else than a payload was not made by the codec.
  return error instanceof RangeError ? bad('Innholdet er ikke et som Temporal har lagret.') : error;
}

function writePayload({ metadata, data }: Payload): object {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)])),
    ...(data && { data: base64(data) }),
  };
}
