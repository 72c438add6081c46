import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Stands before a receiver, and tells its answers late: whoever is killed meanwhile has had the message taken without having heard so.
 */
export interface HoldingProxy {
  readonly url: string;
  /** Posts that the receiver has answered and that we have not told of. */
  readonly held: number;
  close(): Promise<void>;
}

/** Starts one on a free port of this machine. @param target address of the receiver. */
export async function startHoldingProxy(target: string, holdMs: number): Promise<HoldingProxy> {
  let held = 0;
  const { origin, pathname } = new URL(target);
  const server = createServer((request, response) => {
    void (async () => {
      const body = request.method === 'GET' ? undefined : await bodyOf(request);
      const headers = Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' && !notForwarded.has(name) ? [[name, value] as [string, string]] : []));
      const answer = await fetch(`${origin}${request.url ?? '/'}`, { method: request.method ?? 'GET', headers, ...(body !== undefined && { body }) });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (request.method === 'POST') {
        held += 1;
        await pause(holdMs);
        held -= 1;
      }
      const told = [...answer.headers].filter(([name]) => !notForwarded.has(name));
      response.writeHead(answer.status, Object.fromEntries(told)).end(bytes);
    })().catch(() => response.destroy());
  });
  // A courier that is killed breaks its connections off.
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname === '/' ? '' : pathname}`,
    get held() { return held; },
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

const notForwarded = new Set(['host', 'connection', 'content-length', 'content-encoding', 'transfer-encoding', 'keep-alive']);

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
