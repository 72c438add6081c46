import { systemScopes } from '@forlop/access';
import type { JWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import { publicPart, type DemoState } from './demo-state.js';

/** The clients that the demo provider knows: the web, scripts acting as a person, and a system. */
export type DemoClient = 'web' | 'script' | 'system';

export const demoClientIds: Readonly<Record<DemoClient, string>> = { web: 'forlop-web', script: 'forlop-skript', system: 'forlop-demojournal' };

/** How a client logs in at the provider; goes into OIDC_CLIENT_ID and OIDC_CLIENT_KEY. */
export interface DemoClientAccess {
  readonly clientId: string;
  readonly clientKey: JWK;
  readonly scopes: readonly string[];
}

/** What a person's token is for; which actions are allowed follows from roles. */
export const personScope = 'forlop:user';

/** All that systems can ask for. */
export const systemScopeNames: readonly string[] = [...new Set(Object.values(systemScopes))];

/** Where the script's browser stops; nobody listens there. */
export const scriptRedirect = (issuer: string): string => `${issuer}/demo/ferdig`;

/** Ids, private keys and scopes, for those who act as these clients. */
export function clientAccess({ clientKeys }: DemoState): Readonly<Record<DemoClient, DemoClientAccess>> {
  const access = (client: DemoClient, scopes: readonly string[]) => ({ clientId: demoClientIds[client], clientKey: clientKeys[client], scopes });
  return { web: access('web', [personScope]), script: access('script', [personScope]), system: access('system', systemScopeNames) };
}

/** The clients as the provider knows them. @param webUrls where people reach Forløp. */
export function registeredClients(issuer: string, webUrls: readonly string[], { clientKeys }: DemoState): readonly ClientMetadata[] {
  const client = (name: DemoClient): ClientMetadata => ({
    client_id: demoClientIds[name],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [publicPart(clientKeys[name]) as never] },
  });
  const byCode: Partial<ClientMetadata> = { grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: 'RS256' };
  return [
    {
      ...client('web'),
      ...byCode,
      redirect_uris: webUrls.map((url) => `${url}/auth/callback`),
      post_logout_redirect_uris: webUrls.map((url) => `${url}/`),
      // As HelseID asks of new clients.
      require_pushed_authorization_requests: true,
      dpop_bound_access_tokens: true,
    },
    { ...client('script'), ...byCode, redirect_uris: [scriptRedirect(issuer)] },
    { ...client('system'), grant_types: ['client_credentials'], response_types: [], redirect_uris: [] },
  ];
}
