import { importJWK, type CryptoKey } from 'jose';
import * as oauth from 'oauth4webapi';
import { clientAuthentication } from '../client-authentication.js';
import { CookieJar } from './cookie-jar.js';
import { clientAccess, scriptRedirect, type DemoClient, type DemoClientAccess } from './demo-clients.js';
import { demoState } from './demo-state.js';
import { demoUser } from './demo-users.js';

export interface DemoTokenOptions {
  /** Binds the token to this key (RFC 9449). */
  readonly dpop?: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
  /** Of the demo system; default all that it has. */
  readonly scopes?: readonly string[];
}

/** The demo system's name where a demo user's key could stand. */
export const SYSTEM = 'system';

export interface DemoProviderAccess {
  readonly issuer: string;
  readonly clients: Readonly<Record<DemoClient, DemoClientAccess>>;
}

/** What one token is asked for with. */
interface Asking {
  readonly issuer: string;
  readonly provider: oauth.AuthorizationServer;
  readonly access: DemoClientAccess;
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
  readonly http: oauth.TokenEndpointRequestOptions;
}

/**
 * An access token for scripts and tests, by the flows that people and systems go through: a demo user by authorization
 * code with PKCE, cookies and the log-in page; `system` by client credentials.
 */
export async function demoToken({ issuer, clients }: DemoProviderAccess, whom: string, { dpop, scopes }: DemoTokenOptions = {}): Promise<string> {
  const insecure = { [oauth.allowInsecureRequests]: issuer.startsWith('http:') };
  const url = new URL(issuer);
  const provider = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecure));
  const access = whom === SYSTEM ? clients.system : clients.script;
  const client: oauth.Client = { client_id: access.clientId };
  const authentication = clientAuthentication(access.clientKey, (await importJWK(access.clientKey)) as CryptoKey);
  const http = { ...insecure, ...(dpop && { DPoP: oauth.DPoP(client, dpop) }) };
  const asking = { issuer, provider, access, client, authentication, http };
  return whom === SYSTEM ? systemToken(asking, scopes ?? access.scopes) : personToken(asking, demoUser(whom).key);
}

/**
 * As {@link demoToken}, of a provider that another process runs. @param stateFile its own.
 */
export async function demoTokenFrom(stateFile: string, issuer: string, whom: string, options: DemoTokenOptions = {}): Promise<string> {
  return demoToken({ issuer, clients: clientAccess(await demoState(stateFile)) }, whom, options);
}

async function systemToken({ provider, client, authentication, http }: Asking, scopes: readonly string[]): Promise<string> {
  const answer = await oauth.clientCredentialsGrantRequest(provider, client, authentication, { scope: scopes.join(' ') }, http);
  return (await oauth.processClientCredentialsResponse(provider, client, answer)).access_token;
}

async function personToken({ issuer, provider, access, client, authentication, http }: Asking, user: string): Promise<string> {
  const redirect = scriptRedirect(issuer);
  const [verifier, state, nonce] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState(), oauth.generateRandomNonce()];
  const start = new URL(provider.authorization_endpoint!);
  start.search = new URLSearchParams({
    response_type: 'code',
    client_id: access.clientId,
    redirect_uri: redirect,
    scope: ['openid', ...access.scopes].join(' '),
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  const answered = oauth.validateAuthResponse(provider, client, await logInAs(user, start, redirect), state);
  const answer = await oauth.authorizationCodeGrantRequest(provider, client, authentication, answered, redirect, verifier, http);
  return (await oauth.processAuthorizationCodeResponse(provider, client, answer, { expectedNonce: nonce, requireIdToken: true })).access_token;
}

const MOST_STEPS = 10;

/**
 * Goes through the log-in as a browser would, up to the address that the provider sends it back to.
 * @param jar the browser's cookies.
 */
export async function logInAs(user: string, start: URL, redirect: string, jar = new CookieJar()): Promise<URL> {
  let next = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const shown = await jar.fetch(next);
    const answer = shown.status === 200 ? await jar.fetch(next, { method: 'POST', body: new URLSearchParams({ bruker: user }) }) : shown;
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status} at ${next.pathname} instead of sending on`);
    next = new URL(location, next);
    if (`${next.origin}${next.pathname}` === redirect) return next;
  }
  throw new Error('the log-in did not come to an end');
}
