import type { z } from 'zod';
import { MAX_DOCUMENT_BYTES } from '../xml/decode.js';
import { appRecAnswer, documentAnswer, idAnswer, messageAnswer, messagesAnswer, statusAnswer } from './answers.js';
import type { AccessTokens, AppRecAnswer, EdiApi, TokenRequest, UnreadQuery } from './api.js';
import { EdiError } from './edi-error.js';
import { errorOf, exchange, jsonOf, type HttpAnswer } from './http.js';

/** How to reach EDI 2.0. */
export interface EdiClientOptions {
  /** Without a path behind it, such as `https://api.tjener.test.melding.nhn.no`. Only this machine may be reached without TLS. */
  readonly baseUrl: string;
  readonly tokens: AccessTokens;
  /** Name and version of this system, for the header `nhn-source-system` and the ebXML envelope. ASCII. */
  readonly application: { readonly name: string; readonly version: string };
  /** For a whole call, its body and a second try with a new token included; 30,000 if it is not given. */
  readonly timeoutMs?: number;
}

const API_VERSION = '2';
const DEFAULT_TIMEOUT_MS = 30_000;
/** A document in base64, and room for what stands around it. */
const MAX_ANSWER_BYTES = Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4 + 100_000;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

interface Call<T> {
  readonly method: TokenRequest['method'];
  readonly path: string;
  readonly body?: unknown;
  readonly expected: number;
  readonly answer: z.ZodType<T>;
}

function checkedBase(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (url.protocol !== 'https:' && !LOOPBACK.has(url.hostname)) throw new Error('EDI nås bare med TLS: adressen må begynne med https.');
  return baseUrl.replace(/\/+$/, '');
}

function guid(id: string): string {
  if (!GUID.test(id)) throw new EdiError('refused', 'Meldingens id er ikke en GUID.');
  return id.toLowerCase();
}

function herIdNumber(herId: string): number {
  const number = /^[1-9]\d{0,9}$/.test(herId) ? Number(herId) : Number.NaN;
  if (!(number <= 2_147_483_647)) throw new EdiError('refused', 'HER-id er ikke et tall fra 1 til 2147483647.');
  return number;
}

/** EDI 2.0 over HTTP. Never repeats a request by itself, but for one second try with a new token when the first is refused. */
export class EdiClient implements EdiApi {
  private readonly baseUrl: string;

  constructor(private readonly options: EdiClientOptions) {
    this.baseUrl = checkedBase(options.baseUrl);
    const { name, version } = options.application;
    if (!/^[\x20-\x7e]+$/.test(name + version)) throw new Error('Programmets navn og versjon sendes i et HTTP-hode og må være ASCII.');
  }

  async post(document: string): Promise<{ id: string }> {
    const { name, version } = this.options.application;
    const body = {
      businessDocument: Buffer.from(document, 'utf8').toString('base64'),
      contentType: 'application/xml',
      contentTransferEncoding: 'base64',
      ebXmlOverrides: { applicationName: name, applicationVersion: version },
    };
    return { id: await this.call({ method: 'POST', path: '/Messages', body, expected: 201, answer: idAnswer }) };
  }

  async unread(query: UnreadQuery): Promise<z.output<typeof messagesAnswer>> {
    const parameters = new URLSearchParams(query.receiverHerIds.map((herId): [string, string] => ['ReceiverHerIds', String(herIdNumber(herId))]));
    if (query.senderHerId !== undefined) parameters.set('SenderHerId', String(herIdNumber(query.senderHerId)));
    if (query.msgId !== undefined) parameters.set('BusinessDocumentId', query.msgId);
    parameters.set('IncludeMetadata', 'true');
    parameters.set('MessagesToFetch', String(query.limit ?? 10));
    parameters.set('OrderBy', '1');
    return this.call({ method: 'GET', path: `/Messages?${parameters}`, expected: 200, answer: messagesAnswer });
  }

  async message(id: string): Promise<z.output<typeof messageAnswer>> {
    return this.call({ method: 'GET', path: `/Messages/${guid(id)}`, expected: 200, answer: messageAnswer });
  }

  async businessDocument(id: string): Promise<Uint8Array> {
    return this.call({ method: 'GET', path: `/Messages/${guid(id)}/business-document`, expected: 200, answer: documentAnswer });
  }

  async status(id: string): Promise<z.output<typeof statusAnswer>> {
    return this.call({ method: 'GET', path: `/Messages/${guid(id)}/status`, expected: 200, answer: statusAnswer });
  }

  async appRec(id: string): Promise<z.output<typeof appRecAnswer>> {
    return this.call({ method: 'GET', path: `/Messages/${guid(id)}/apprec`, expected: 200, answer: appRecAnswer });
  }

  async postAppRec(id: string, senderHerId: string, { status, errors = [] }: AppRecAnswer): Promise<{ id: string }> {
    const body = { appRecStatus: status, appRecErrorList: errors.map(({ code, detail }) => ({ errorCode: code, details: detail })) };
    return { id: await this.call({ method: 'POST', path: `/Messages/${guid(id)}/apprec/${herIdNumber(senderHerId)}`, body, expected: 201, answer: idAnswer }) };
  }

  async markRead(id: string, herId: string): Promise<void> {
    const path = `/Messages/${guid(id)}/read/${herIdNumber(herId)}`;
    const answer = await this.send('PUT', path, undefined);
    if (answer.status !== 204) throw errorOf(answer, true);
  }

  private async call<T>({ method, path, body, expected, answer: schema }: Call<T>): Promise<T> {
    const answer = await this.send(method, path, body);
    if (answer.status !== expected) throw errorOf(answer, method !== 'GET');
    const parsed = schema.safeParse(jsonOf(answer));
    if (!parsed.success) throw new EdiError('try-again', 'EDI svarte noe annet enn det som er avtalt.', { status: answer.status, maybeDone: method !== 'GET' });
    return parsed.data;
  }

  private async send(method: TokenRequest['method'], path: string, body: unknown): Promise<HttpAnswer> {
    // A proof is bound to the address without its query (RFC 9449, 4.2).
    const request: TokenRequest = { method, url: `${this.baseUrl}${path.split('?')[0]}` };
    const signal = AbortSignal.timeout(this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const first = await this.sendWith(request, path, body, signal);
    if (first.answer.status !== 401) return first.answer;
    const nonce = first.answer.headers.get('dpop-nonce');
    // Where it asks for a nonce alone (RFC 9449, 9), the token is as good as it was.
    const isForNonce = nonce !== null && (first.answer.headers.get('www-authenticate') ?? '').includes('use_dpop_nonce');
    const second = await this.sendWith({ ...request, ...(isForNonce ? {} : { refused: first.token }), ...(nonce === null ? {} : { nonce }) }, path, body, signal);
    return second.answer;
  }

  private async sendWith(request: TokenRequest, path: string, body: unknown, signal: AbortSignal): Promise<{ token: string; answer: HttpAnswer }> {
    const { token, dpopProof } = await this.tokenFor(request);
    const { name, version } = this.options.application;
    const headers: Record<string, string> = {
      accept: 'application/json',
      'api-version': API_VERSION,
      'nhn-source-system': `${name}, v${version}`,
      authorization: `${dpopProof === undefined ? 'Bearer' : 'DPoP'} ${token}`,
      ...(dpopProof === undefined ? {} : { dpop: dpopProof }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const init: RequestInit = { method: request.method, headers, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return { token, answer: await exchange(`${this.baseUrl}${path}`, init, MAX_ANSWER_BYTES) };
  }

  private async tokenFor(request: TokenRequest): Promise<{ token: string; dpopProof?: string }> {
    try {
      return await this.options.tokens.accessToken(request);
    } catch (error) {
      if (error instanceof EdiError) throw error;
      throw new EdiError('try-again', 'HelseID ga ingen tilgang til EDI.', {}, { cause: error });
    }
  }
}
