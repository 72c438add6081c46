import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from '@forlop/access';
import { page, pageHeaders } from '../html.js';
import { IdentityError } from '../identity-error.js';
import type { TokenVerifier } from '../token/token-verifier.js';
import type { SignedIn, Turn, WebSession } from './web-session.js';

/** A handler for Express, or for anything that has Node's requests and responses. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

export interface AuthHandlers {
  /** `GET /auth/login?til=/path`: to the provider. */
  readonly login: Handler;
  /** `GET /auth/callback`: back from it. */
  readonly callback: Handler;
  /** `POST /auth/logout`: answers `{location}`, where the page then goes; 403 without the token against forgery. */
  readonly logout: Handler;
  /** `POST /auth/backchannel-logout`: the provider says that a log-in has ended. Wants the form read into `body`. */
  readonly backChannelLogout: Handler;
}

/** Letters of a browser's name that are kept. */
const LONGEST_NAME = 200;

/**
 * What a browser forgets of us when somebody logs out (ASVS 14.3.1). Not `"cookies"`: that would clear those of other applications at the
 * same domain too, and ours are cleared one by one.
 */
const leftBehind = '"cache", "storage"';

/** @param onRefused told why a log-in failed, for the log: the person sees one sentence. */
export function authHandlers(session: WebSession, onRefused: (error: IdentityError) => void): AuthHandlers {
  return {
    login: handler(async (request, response) => {
      try {
        redirect(response, await session.begin(new URL(addressOf(request), session.publicUrl).searchParams.get('til')));
      } catch (error) {
        refuse(error, response, onRefused);
      }
    }),
    callback: handler(async (request, response) => {
      try {
        redirect(response, await session.finish(addressOf(request), request.headers.cookie, request.headers['user-agent']?.slice(0, LONGEST_NAME) ?? null));
      } catch (error) {
        refuse(error, response, onRefused);
      }
    }),
    logout: handler(async (request, response) => {
      // A link on another site must log nobody out.
      if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
      const signedIn = await bySession(request, response, session);
      const { location, setCookies } = await session.end(signedIn, request.headers.cookie);
      addCookies(response, setCookies);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'clear-site-data': leftBehind }).end(JSON.stringify({ location }));
    }),
    backChannelLogout: handler(async (request: IncomingMessage & { readonly body?: unknown }, response) => {
      try {
        const { logout_token: token } = (request.body ?? {}) as { readonly logout_token?: unknown };
        if (typeof token !== 'string') throw new IdentityError('missing-token', 'there is no logout token');
        await session.endByProvider(token);
        response.writeHead(200, { 'cache-control': 'no-store' }).end();
      } catch (error) {
        if (!(error instanceof IdentityError)) throw error;
        onRefused(error);
        // While we cannot get the provider's keys it is told to try again.
        const status = error.status === 503 ? 503 : 400;
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify({ error: 'invalid_request' }));
      }
    }),
  };
}

/** Who makes a request, and by what. */
export interface Authenticated {
  readonly identity: Identity;
  /** Null: by token. */
  readonly session: SignedIn | null;
}

/** What an endpoint knows of a request that its method does not tell. */
export interface RequestFacts {
  /** It changes nothing, though it is a POST; whoever mounts it has seen to which pages may read the answer. */
  readonly onlyReads?: boolean;
}

/**
 * Who makes a request: by its token if it brings one, else by its cookie, and then only from our own pages when it would
 * change something. Renews or clears the cookie on the response.
 * @throws IdentityError, with the status and sentence to answer with.
 */
export async function authenticate(request: IncomingMessage, response: ServerResponse, { verifier, session }: { readonly verifier: TokenVerifier; readonly session: WebSession }, { onlyReads = false }: RequestFacts = {}): Promise<Authenticated> {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    const signedIn = await bySession(request, response, session, onlyReads ? 'GET' : request.method!);
    return { identity: signedIn.identity, session: signedIn };
  }
  const dpop = request.headers['dpop'];
  const url = new URL(addressOf(request), session.publicUrl).href;
  const identity = await verifier.verify({ authorization, dpop: typeof dpop === 'string' ? dpop : dpop?.join(', '), method: request.method!, url });
  return { identity, session: null };
}

async function bySession(request: IncomingMessage, response: ServerResponse, session: WebSession, method = request.method!): Promise<SignedIn> {
  const { signedIn, setCookies } = await session.current(request.headers.cookie);
  addCookies(response, setCookies);
  if (signedIn === null) throw new IdentityError('not-signed-in', 'there is neither a token nor a session');
  session.assertOwnSite({ method, headers: request.headers }, signedIn);
  return signedIn;
}

function handler(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Handler {
  return (request, response, next) => {
    handle(request, response).catch(next);
  };
}

/** Path and query as they came; a router that is mounted somewhere has cut `url`. */
function addressOf(request: IncomingMessage & { readonly originalUrl?: string }): string {
  // An address that begins with two slashes would be taken for another host's.
  return (request.originalUrl ?? request.url ?? '/').replace(/^\/+/, '/');
}

function addCookies(response: ServerResponse, setCookies: readonly string[]): void {
  for (const cookie of setCookies) response.appendHeader('set-cookie', cookie);
}

function redirect(response: ServerResponse, { location, setCookies }: Turn): void {
  addCookies(response, setCookies);
  response.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
}

/** A person is looking at this in a browser, so it is a page with a way on. */
function refuse(error: unknown, response: ServerResponse, onRefused: (error: IdentityError) => void): void {
  if (!(error instanceof IdentityError)) throw error;
  onRefused(error);
  const sentence = error.status === 503 ? error.publicSentence : 'Innloggingen ble ikke fullført.';
  response.writeHead(error.status, { ...pageHeaders() }).end(page('Innlogging', `<h1>Det gikk ikke å logge inn</h1><p>${sentence}</p><ul><li><a class="button" href="/auth/login">Prøv igjen</a></li></ul>`));
}
