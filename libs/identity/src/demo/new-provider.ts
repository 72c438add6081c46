import Provider, { errors, interactionPolicy, type AccessToken, type ClientCredentials, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import { pageHeaders } from '../html.js';
import { claimNames, REQUIRED_SECURITY_LEVEL } from '../token/helseid-claims.js';
import { errorPage, loggedOutPage, logoutPage } from './demo-pages.js';
import { demoClientIds, personScope, registeredClients, systemScopeNames } from './demo-clients.js';
import type { DemoState } from './demo-state.js';
import { demoStore } from './demo-store.js';
import { demoSystem, demoUser } from './demo-users.js';

export interface ProviderFacts {
  readonly issuer: string;
  readonly audience: string;
  readonly webUrls: readonly string[];
  readonly state: DemoState;
  readonly tokenSeconds?: number;
}

/** HelseID's scopes by which a client asks for claims about the person. */
const identityScopes: Readonly<Record<string, string>> = {
  'helseid://scopes/identity/pid': claimNames.personNumber,
  'helseid://scopes/identity/security_level': claimNames.securityLevel,
  'helseid://scopes/hpr/hpr_number': claimNames.hprNumber,
};

/** A provider that answers like HelseID, with demo users. */
export function newProvider(facts: ProviderFacts): Provider {
  const provider = new Provider(facts.issuer, providerConfiguration(facts));
  // Behind something that ends TLS, its word for the address counts.
  provider.proxy = facts.issuer.startsWith('https:');
  return provider;
}

function providerConfiguration(facts: ProviderFacts): Configuration {
  const { state, audience } = facts;
  const tokenSeconds = facts.tokenSeconds ?? 600;
  return {
    jwks: { keys: [state.signingKey as never] },
    cookies: { keys: [state.cookieKey] },
    adapter: demoStore(registeredClients(facts.issuer, facts.webUrls, state)),
    scopes: ['openid', 'profile', ...Object.keys(identityScopes)],
    claims: { openid: ['sub'], profile: ['name'], ...Object.fromEntries(Object.entries(identityScopes).map(([scope, claim]) => [scope, [claim]])) },
    // HelseID puts the claims in the ID token, where oidc-provider would keep them for its userinfo.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['private_key_jwt'],
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: true },
      clientCredentials: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource, client) => resourceServer(facts, resource, client.clientId, tokenSeconds),
      },
      rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => show(context, logoutPage(form), facts.webUrls), postLogoutSuccessSource: (context) => show(context, loggedOutPage()) },
    },
    interactions: { policy: withoutConsent(), url: (_context, { uid }) => `/demo/logg-inn/${uid}` },
    loadExistingGrant: (context) => grantAll(context, audience),
    findAccount: (_context, key) => ({ accountId: key, claims: () => ({ sub: key, ...personClaims(key) }) }),
    extraTokenClaims: (_context, token) => tokenClaims(token),
    renderError: (context, { error }) => show(context, errorPage(error)),
    ttl: { AccessToken: tokenSeconds, ClientCredentials: tokenSeconds, AuthorizationCode: 60, IdToken: tokenSeconds, Interaction: 3_600, Session: 28_800, Grant: 28_800 },
  };
}

function resourceServer({ audience }: ProviderFacts, resource: string, clientId: string, tokenSeconds: number): ResourceServer {
  if (resource !== audience) throw new errors.InvalidTarget();
  const scopes = clientId === demoClientIds.system ? systemScopeNames : [personScope];
  return { scope: scopes.join(' '), audience, accessTokenTTL: tokenSeconds, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
}

/** Nobody is asked whether Forløp may know who they are: neither does HelseID. */
function withoutConsent(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function grantAll({ oidc }: KoaContextWithOIDC, audience: string) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
  grant.addOIDCScope(['openid', 'profile', ...Object.keys(identityScopes)].join(' '));
  grant.addResourceScope(audience, personScope);
  await grant.save();
  return grant;
}

function personClaims(key: string): Readonly<Record<string, string>> {
  const { name, personNumber, hprNumber } = demoUser(key);
  return {
    name,
    [claimNames.personNumber]: personNumber,
    [claimNames.securityLevel]: REQUIRED_SECURITY_LEVEL,
    ...(hprNumber !== null && { [claimNames.hprNumber]: hprNumber }),
  };
}

function organisationClaims({ parent, child }: { readonly parent: string; readonly child: string | null }): Readonly<Record<string, string>> {
  return { [claimNames.parent]: parent, ...(child !== null && { [claimNames.child]: child }) };
}

function tokenClaims(token: AccessToken | ClientCredentials): Readonly<Record<string, string>> {
  if (token.kind !== 'AccessToken') return organisationClaims(demoSystem.organisation);
  const key = token.accountId;
  return { ...personClaims(key), ...organisationClaims(demoUser(key).organisation) };
}

function show(context: KoaContextWithOIDC, html: string, formTargets: readonly string[] = []): void {
  context.set({ ...pageHeaders(formTargets.map((url) => new URL(url).origin)) });
  context.body = html;
}
