import type { ApiConfig, OidcConfig } from '@forlop/config';
import { generateKey, readKeySet, type KeySet } from '@forlop/crypto';
import { Issuer, startDemoProvider, TokenVerifier, WebSession, type BegunLogIn, type DemoClientAccess, type IdentityError } from '@forlop/identity';
import type { Logger } from '@forlop/telemetry';
import type { SharedMemory } from './shared-memory.js';
import { authenticationBy, type Authentication } from './authentication.js';

/** How people and systems come in, until it is closed. */
export interface LogIn {
  readonly authentication: Authentication;
  /** Where the demo users log in; null where the provider is the house's own. */
  readonly demoIssuer: string | null;
  close(): Promise<void>;
}

interface Provider {
  readonly issuer: string;
  readonly audience: string;
  readonly client: DemoClientAccess;
  readonly sessionKeys: KeySet;
}

/** The API's scope at a provider, by which it gives a token for us. */
const apiScope = (audience: string): string => `${audience}/user`;

/** The house's own provider where one is set up, else, in development only, the embedded one with demo users. */
export async function openLogIn(config: ApiConfig, log: Logger, memory: SharedMemory): Promise<LogIn> {
  if (config.oidc !== null) return { authentication: by(config, ownProvider(config.oidc), log, memory), demoIssuer: null, close: () => Promise.resolve() };
  const audience = 'forlop:api';
  const demo = await startDemoProvider({
    port: config.login.port, host: config.host, audience, webUrls: [config.publicUrl], stateFile: config.login.stateFile, environment: config.environment,
    ...(config.login.publicUrl !== null && { publicUrl: config.login.publicUrl }),
  });
  // Sessions end with the process: whoever tries the demo logs in again with a click.
  const sessionKeys = readKeySet(generateKey(), 'SESSION_KEYS');
  return { authentication: by(config, { issuer: demo.issuer, audience, client: demo.clients.web, sessionKeys }, log, memory), demoIssuer: demo.issuer, close: () => demo.close() };
}

function ownProvider({ issuer, audience, clientId, clientKey, sessionKeys }: OidcConfig): Provider {
  const client = { clientId, clientKey: JSON.parse(clientKey.reveal()) as DemoClientAccess['clientKey'], scopes: [apiScope(audience)] };
  return { issuer, audience, client, sessionKeys: readKeySet(sessionKeys.reveal(), 'SESSION_KEYS') };
}

function by({ publicUrl, acceptSynthetic }: ApiConfig, { issuer: address, audience, client, sessionKeys }: Provider, log: Logger, memory: SharedMemory): Authentication {
  const onFailure = ({ code, message }: IdentityError): void => log.warn({ code, reason: message }, 'login provider away');
  const issuer = new Issuer({ issuer: address, onFailure });
  const verifier = new TokenVerifier({ issuer, audience, acceptSynthetic, proofs: memory.proofs });
  const { clientId, clientKey, scopes } = client;
  const onRefused = ({ code, message }: IdentityError): void => log.info({ code, reason: message }, 'not let in');
  const onBegun = async (session: BegunLogIn): Promise<void> => log.info({ principal: await memory.begun(session) }, 'logged in');
  return authenticationBy({ verifier, onRefused, session: new WebSession({ issuer, verifier, clientId, clientKey, scopes, publicUrl, keys: sessionKeys, ended: memory.ended, onBegun }) });
}
