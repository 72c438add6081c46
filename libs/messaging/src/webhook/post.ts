import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { AddressNotAllowed, type ReachableAddresses } from './reachable-address.js';

/** What a server answered: the status is all that counts, what it wrote besides is not read. */
export interface PostAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
}

export interface PostOptions {
  readonly reachable: ReachableAddresses;
  /** For everything: name, connection, TLS and answer. */
  readonly timeoutMs: number;
  /** Certificate authorities that are trusted in place of the public ones, as PEM. */
  readonly ca: string | undefined;
}

/** What is read of an answer's body before the line is cut. */
const largestAnswerBytes = 64 * 1024;

/**
 * Posts once, to that address and no other: redirects are answers like any other. Each post has a connection of its own.
 * @throws AddressNotAllowed; else what node says, `ABORT_ERR` when the time was up.
 */
export function post(url: URL, headers: Readonly<Record<string, string>>, body: string, { reachable, timeoutMs, ca }: PostOptions): Promise<PostAnswer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // No name is looked up for an address, so it is judged here.
  if (isIP(host) !== 0 && !reachable.allows(host)) return Promise.reject(new AddressNotAllowed());
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    lookup: reachable.lookup,
    signal: AbortSignal.timeout(timeoutMs),
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? httpsRequest(url, { ...options, ...(ca !== undefined && { ca }) }) : httpRequest(url, options);
    request.on('error', reject);
    request.once('response', (response) => {
      drain(response);
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null });
    });
    request.end(body);
  });
}

/** Lets the server finish what it says, within reason: what it says after the status changes nothing, nor that it breaks off. */
function drain(response: IncomingMessage): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > largestAnswerBytes) response.destroy();
  });
  response.on('error', () => response.destroy());
}
