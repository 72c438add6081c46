import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import Provider, { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { newKey, publicPart } from '../demo/demo-state.js';
import { demoStore } from '../demo/demo-store.js';
import { claimNames } from '../token/helseid-claims.js';

/** HelseID as systems meet it, for tests: a real provider that holds a client to HelseID's rules. */
export interface HelseIdSimulator {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientKey: JWK;
  /** How many tokens were given, by scope. */
  readonly given: ReadonlyMap<string, number>;
  /** 503 to everything, until it is said otherwise. */
  down(isDown: boolean): void;
  close(): Promise<void>;
}

export interface HelseIdSimulatorOptions {
  /** The scope that opens each API, by the API's name in tokens. */
  readonly apis: Readonly<Record<string, string>>;
  /** The organisation that a single-tenant client belongs to; null: the client is multi-tenant and must tell whom it acts for. */
  readonly ownOrganisation: string | null;
  /** Seconds that a token is good for; default ten minutes. */
  readonly tokenSeconds?: number;
}

const clientId = 'forlop-maskin';
type Organisations = Readonly<Record<string, string>>;

/** Starts it on a free port of this machine. @throws in production. */
export async function startHelseIdSimulator(options: HelseIdSimulatorOptions): Promise<HelseIdSimulator> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('Simulatoren av HelseID kjører ikke i produksjon.');
  const [signingKey, clientKey] = await Promise.all([newKey('ES256'), newKey('ES256')]);
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const given = new Map<string, number>();
  const provider = new Provider(issuer, configurationOf(options, signingKey, clientKey));
  provider.on('client_credentials.issued', ({ scope = '' }) => void given.set(scope, (given.get(scope) ?? 0) + 1));
  const answer = provider.callback();
  let isDown = false;
  server.on('request', (request, response) => (isDown ? response.writeHead(503).end() : void answer(request, response)));
  return {
    issuer, clientId, clientKey, given,
    down: (now) => void (isDown = now),
    close: () => new Promise((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
      server.closeAllConnections();
    }),
  };
}

function configurationOf({ apis, ownOrganisation, tokenSeconds = 600 }: HelseIdSimulatorOptions, signingKey: JWK, clientKey: JWK): Configuration {
  const told = new WeakMap<object, Organisations>();
  const audienceOf = ({ oidc }: KoaContextWithOIDC): string => {
    const found = Object.keys(apis).find((audience) => apis[audience] === oidc.params?.['scope']);
    if (found === undefined) throw new errors.InvalidScope('unknown scope', String(oidc.params?.['scope']));
    return found;
  };
  return {
    jwks: { keys: [signingKey as never] },
    adapter: demoStore([{
      client_id: clientId, grant_types: ['client_credentials'], response_types: [], redirect_uris: [], dpop_bound_access_tokens: true, id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [publicPart(clientKey) as never] },
    }]),
    scopes: Object.values(apis),
    clientAuthMethods: ['private_key_jwt'],
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: audienceOf,
        getResourceServerInfo: (_context, audience) => ({ scope: apis[audience]!, audience, accessTokenTTL: tokenSeconds, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
      },
    },
    assertJwtClientAuthClaimsAndHeader: (context, claims, header) => {
      if (header['typ'] !== 'client-authentication+jwt') throw new errors.InvalidClientAuth('typ must be client-authentication+jwt');
      if (claims['aud'] !== context.oidc.issuer) throw new errors.InvalidClientAuth('aud must be the issuer');
      if (typeof claims.nbf !== 'number' || Number(claims.exp) - claims.nbf > 60) throw new errors.InvalidClientAuth('an assertion is good for a minute at most');
      told.set(context.req, organisationsOf(claims['assertion_details'], ownOrganisation));
    },
    extraTokenClaims: (context) => ({ ...told.get(context.req) }),
    ttl: { ClientCredentials: tokenSeconds },
  };
}

/** Whom the token is for, by what the client says and what the provider knows of it. */
function organisationsOf(details: unknown, own: string | null): Organisations {
  const identifier = (details as { readonly practitioner_role?: { readonly organization?: { readonly identifier?: Readonly<Record<string, string>> } } } | undefined)?.practitioner_role?.organization?.identifier;
  const { system = '', value = '' } = identifier ?? {};
  if (own !== null) {
    if (details === undefined) return { [claimNames.parent]: own };
    if (system !== 'urn:oid:2.16.578.1.12.4.1.4.101') throw new errors.InvalidClientAuth('a single-tenant client tells of a unit only');
    return { [claimNames.parent]: own, [claimNames.child]: value };
  }
  const [, parent, child] = /^NO:ORGNR:(\d{9})(?::(\d{9}))?$/.exec(value) ?? [];
  if (system !== 'urn:oid:1.0.6523' || parent === undefined) throw new errors.InvalidClientAuth('a multi-tenant client must tell whom it acts for');
  return { [claimNames.parent]: parent, ...(child !== undefined && { [claimNames.child]: child }) };
}
