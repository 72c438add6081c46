import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import { pageHeaders } from '../html.js';
import { errorPage, loginPage } from './demo-pages.js';
import { clientAccess, type DemoClient, type DemoClientAccess } from './demo-clients.js';
import { demoState } from './demo-state.js';
import { demoToken, type DemoTokenOptions } from './demo-token.js';
import { demoUsers } from './demo-users.js';

export interface DemoProviderOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Listened on; default this machine only. */
  readonly host?: string;
  /** The address at which browsers and the API reach it, and its issuer name; default `http://localhost:<port>`. */
  readonly publicUrl?: string;
  /** The API's name in tokens. */
  readonly audience: string;
  /** Where people reach Forløp in a browser; without a slash at the end; the log-in comes back to `/auth/callback` there. */
  readonly webUrls: readonly string[];
  /** Where keys are kept, so that tokens survive a restart. */
  readonly stateFile: string;
  readonly environment: 'development' | 'production';
  /** Seconds that an access token is good for; default ten minutes. */
  readonly tokenSeconds?: number;
}

export interface DemoProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly clients: Readonly<Record<DemoClient, DemoClientAccess>>;
  /** An access token of a demo user or of the demo system, by the same flow as people and systems go through. */
  token(whom: string, options?: DemoTokenOptions): Promise<string>;
  close(): Promise<void>;
}

/** The demo provider lets anybody in as anybody: it may not exist where patients do. */
export class DemoInProduction extends Error {
  constructor() {
    super('Demoinnloggingen slipper inn hvem som helst og kan ikke startes i produksjon. Sett OIDC_ISSUER til HelseID.');
    this.name = 'DemoInProduction';
  }
}

/**
 * Starts a real OpenID provider with demo users and claims as HelseID gives them.
 * @throws DemoInProduction.
 */
export async function startDemoProvider(options: DemoProviderOptions): Promise<DemoProvider> {
  if (options.environment === 'production' || process.env['NODE_ENV'] === 'production') throw new DemoInProduction();
  const state = await demoState(options.stateFile);
  // Loaded here, so that what never starts the demo never loads a provider.
  const { newProvider } = await import('./new-provider.js');
  const server = createServer();
  server.listen(options.port, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const issuer = options.publicUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = newProvider({ ...options, issuer, state });
  server.on('request', requestHandler(provider, options.webUrls));
  const clients = clientAccess(state);
  return {
    issuer,
    audience: options.audience,
    clients,
    token: (whom, tokenOptions) => demoToken({ issuer, clients }, whom, tokenOptions),
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

const LOGIN_PATH = '/demo/logg-inn/';

function requestHandler(provider: Provider, webUrls: readonly string[]) {
  const protocol = provider.callback();
  const headers = pageHeaders(webUrls.map((url) => new URL(url).origin));
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!request.url?.startsWith(LOGIN_PATH)) {
      void protocol(request, response);
      return;
    }
    logIn(provider, request, response, headers).catch((error: unknown) => {
      // Too late a click, or another browser's address: the interaction is not there.
      const code = error instanceof Error && 'error' in error ? String(error.error) : 'server_error';
      response.writeHead(400, { ...headers }).end(errorPage(code));
    });
  };
}

async function logIn(provider: Provider, request: IncomingMessage, response: ServerResponse, headers: Readonly<Record<string, string>>): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, { ...headers }).end(loginPage(request.url!));
    return;
  }
  const chosen = new URLSearchParams(await smallBody(request)).get('bruker');
  const user = demoUsers.find(({ key }) => key === chosen);
  if (user === undefined) {
    response.writeHead(400, { ...headers }).end(errorPage('unknown_user'));
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: user.key, amr: ['pwd'] } });
}

async function smallBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 1_000) throw new Error('the form is larger than it can be');
  }
  return body;
}
