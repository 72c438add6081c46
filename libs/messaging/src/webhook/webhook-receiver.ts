import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { checkWebhook, webhookKey } from './signature.js';

/** A delivery that a subscriber believed and had not seen before. */
export interface ReceivedWebhook {
  readonly id: string;
  readonly body: string;
}

/** What a receiver says in place of its own answer; `hang`: nothing. */
export type ReceiverAnswer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } | 'hang';

export interface WebhookReceiverOptions {
  /** `whsec_…`; several while they are being changed. */
  readonly secrets: readonly string[];
  /** 0, a free one, if it is not given. */
  readonly port?: number;
  /** Certificate and key, as PEM; without them it speaks http. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Lets it be rude: what it says to the n-th request (from 1); undefined: its own answer. */
  readonly answer?: (nth: number) => ReceiverAnswer | undefined;
}

/** A running subscriber, for demonstration and tests: it believes what is signed, and keeps each id once. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** Every request, believed or not. */
  readonly requests: number;
  /** Repetitions that were dropped. */
  readonly repetitions: number;
  close(): Promise<void>;
}

const largestBodyBytes = 5_000_000;

/** Starts a subscriber on this machine. */
export async function startWebhookReceiver({ secrets, port = 0, tls, answer }: WebhookReceiverOptions): Promise<WebhookReceiver> {
  const keys = secrets.flatMap((secret) => webhookKey(secret) ?? []);
  const [received, seen] = [[] as ReceivedWebhook[], new Set<string>()];
  const counts = { requests: 0, repetitions: 0 };
  const take = (request: IncomingMessage, body: string): number => {
    const check = checkWebhook(request.headers, body, keys, Date.now());
    if (!check.ok) return 401;
    if (seen.has(check.id)) counts.repetitions += 1;
    else received.push({ id: check.id, body });
    seen.add(check.id);
    return 204;
  };
  const listener: RequestListener = (request, response) => {
    counts.requests += 1;
    const said = answer?.(counts.requests);
    bodyOf(request).then(
      (body) => {
        if (said === 'hang') return;
        const { status, headers = {}, body: text = '' } = said ?? { status: take(request, body) };
        response.writeHead(status, headers).end(text);
      },
      () => response.destroy(),
    );
  };
  const server = tls === undefined ? createHttpServer(listener) : createHttpsServer(tls, listener);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: opened } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${opened}/forlop`,
    received,
    get requests() { return counts.requests; },
    get repetitions() { return counts.repetitions; },
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > largestBodyBytes) throw new Error('Innholdet er for stort.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
