import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { authenticate, authHandlers, CookieJar, IdentityError, Issuer, logInAs, TokenVerifier, WebSession, type DemoProvider, type SessionKeys, type WebSessionOptions } from '../src/index.js';
import { AUDIENCE, startProvider, type Provider } from './support.js';

export function sessionKeys(...ids: readonly string[]): SessionKeys {
  return { current: ids[0]!, keys: new Map(ids.map((id) => [id, new Uint8Array(randomBytes(32))])) };
}

/** A small house with a log-in, a page to see (`GET /meg`) and something to change (`POST /endre`). */
export interface House {
  readonly url: string;
  readonly provider: Provider;
  readonly session: WebSession;
  readonly keys: SessionKeys;
  /** Why log-ins were refused. */
  readonly refused: IdentityError[];
  /** Moves the house's clock ahead, not the provider's. */
  move(minutes: number): void;
  remove(): Promise<void>;
}

/** @param more for the web session. */
export async function startHouse(more: Pick<WebSessionOptions, 'onBegun'> = {}): Promise<House> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as { port: number }).port}`;
  const provider = await startProvider({ webUrls: [url] });
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const keys = sessionKeys('ny', 'gammel');
  const { session, verifier } = entrance(provider, url, keys, now, more);
  const refused: IdentityError[] = [];
  const handlers = authHandlers(session, (error) => refused.push(error));
  server.on('request', (request, response) => {
    const path = request.url!.split('?')[0];
    const fail = (error: unknown) => void response.writeHead(500).end(String(error));
    if (path === '/auth/login') handlers.login(request, response, fail);
    else if (path === '/auth/callback') handlers.callback(request, response, fail);
    else if (path === '/auth/ut') readForm(request).then((body) => handlers.backChannelLogout(Object.assign(request, { body }), response, fail), fail);
    else if (path === '/auth/logout') handlers.logout(request, response, (error) => answerRefusal(response, error));
    else answer(request, response, { session, verifier }).catch(fail);
  });
  const remove = async () => {
    server.closeAllConnections();
    server.close();
    await provider.remove();
  };
  return { url, provider, session, keys, refused, move: (minutes) => void (ahead += minutes * 60_000), remove };
}

async function readForm(request: IncomingMessage): Promise<object> {
  return Object.fromEntries(new URLSearchParams(await text(request)));
}

export function entrance(provider: DemoProvider, publicUrl: string, keys: SessionKeys, now: () => Date, more: Pick<WebSessionOptions, 'onBegun'> = {}) {
  const issuer = new Issuer({ issuer: provider.issuer, now });
  // The provider's clock stands still when the house's is moved, so tokens are verified by the provider's.
  const verifier = new TokenVerifier({ issuer, audience: AUDIENCE, acceptSynthetic: true });
  const { clientId, clientKey, scopes } = provider.clients.web;
  return { verifier, session: new WebSession({ issuer, verifier, clientId, clientKey, scopes, publicUrl, keys, now, ...more }) };
}

async function answer(request: IncomingMessage, response: ServerResponse, entrances: { verifier: TokenVerifier; session: WebSession }): Promise<void> {
  try {
    const { identity, session } = await authenticate(request, response, entrances, { onlyReads: request.url === '/lesing' });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ subject: identity.subject, clientId: identity.clientId, csrf: session?.csrf ?? null }));
  } catch (error) {
    answerRefusal(response, error);
  }
}

function answerRefusal(response: ServerResponse, error: unknown): void {
  if (!(error instanceof IdentityError)) throw error;
  response.writeHead(error.status, { 'content-type': 'application/json' }).end(JSON.stringify({ code: error.code }));
}

/** Logs in through the pages, as a person with a browser. @returns the browser's cookies, and where it ended. */
export async function logIn(house: House, user: string, returnTo = '/'): Promise<{ jar: CookieJar; arrived: string | null; atProvider: CookieJar }> {
  const jar = new CookieJar();
  const atProvider = new CookieJar();
  const started = await jar.fetch(`${house.url}/auth/login?til=${encodeURIComponent(returnTo)}`);
  const back = await logInAs(user, new URL(started.headers.get('location')!), `${house.url}/auth/callback`, atProvider);
  const finished = await jar.fetch(back);
  return { jar, arrived: finished.headers.get('location'), atProvider };
}

/** A POST that changes nothing, from another page. */
export function readElsewhere(house: House, jar: CookieJar): Promise<Response> {
  return jar.fetch(`${house.url}/lesing`, { method: 'POST', headers: { origin: 'https://temporal.example' } });
}

/** A request to change something. */
export function change(house: House, jar: CookieJar, headers: Record<string, string>): Promise<Response> {
  return jar.fetch(`${house.url}/endre`, { method: 'POST', headers });
}
