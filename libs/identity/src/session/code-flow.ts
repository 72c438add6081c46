import { importJWK, type CryptoKey, type JWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { clientAuthentication } from '../client-authentication.js';
import type { Issuer } from '../issuer.js';
import { asLogin } from '../provider-answers.js';

/** What must be kept from the start of a log-in to its end, by the browser that began it. */
export interface LoginUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the provider gave for the code. */
export interface Obtained {
  readonly accessToken: string;
  readonly idToken: string;
  readonly subject: string;
  /** The provider's name of the log-in (`sid`), where it gives one. */
  readonly providerSession: string | null;
  /** Of the key that the access token was asked for with. */
  readonly thumbprint: string;
}

export interface CodeFlowOptions {
  readonly issuer: Issuer;
  readonly clientId: string;
  /** Private, with `alg`; with `kid` where the provider knows several. */
  readonly clientKey: JWK;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/**
 * Log-in by authorization code with PKCE, as a confidential client: pushed authorization request where the provider takes
 * one (RFC 9126), private_key_jwt and DPoP, as HelseID's security profile asks.
 */
export class CodeFlow {
  private readonly client: oauth.Client;
  private key: Promise<CryptoKey> | undefined;

  constructor(private readonly options: CodeFlowOptions) {
    this.client = { client_id: options.clientId };
  }

  /** Where to send the browser. @throws IdentityError. */
  begin(): Promise<{ address: URL; underWay: LoginUnderWay }> {
    return asLogin(async () => {
      const { issuer, redirectUri, scopes, clientId } = this.options;
      const provider = await issuer.metadata();
      const underWay = { state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), verifier: oauth.generateRandomCodeVerifier() };
      const parameters = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
      });
      return { address: withQuery(provider.authorization_endpoint!, await this.pushed(provider, parameters)), underWay };
    });
  }

  /** Changes the code for tokens. @param answered the address that the provider sent the browser back to. @throws IdentityError. */
  finish(answered: URL, { state, nonce, verifier }: LoginUnderWay): Promise<Obtained> {
    return asLogin(async () => {
      const { issuer, redirectUri } = this.options;
      const provider = await issuer.metadata();
      const parameters = oauth.validateAuthResponse(provider, this.client, answered, state);
      const dpop = oauth.DPoP(this.client, await oauth.generateKeyPair('ES256'));
      const ask = async () => oauth.authorizationCodeGrantRequest(provider, this.client, await this.authentication(), parameters, redirectUri, verifier, { ...issuer.requestOptions, DPoP: dpop });
      const process = (response: Response) => oauth.processAuthorizationCodeResponse(provider, this.client, response, { expectedNonce: nonce, requireIdToken: true });
      let response = await ask();
      const tokens = await process(response).catch(async (error: unknown) => {
        // The provider wants its own nonce in the proof (RFC 9449 §8); the handle has it now.
        if (!oauth.isDPoPNonceError(error)) throw error;
        response = await ask();
        return process(response);
      });
      await oauth.validateApplicationLevelSignature(provider, response, issuer.requestOptions);
      const { sub, sid } = oauth.getValidatedIdTokenClaims(tokens)!;
      return { accessToken: tokens.access_token, idToken: tokens.id_token!, subject: sub, providerSession: typeof sid === 'string' ? sid : null, thumbprint: await dpop.calculateThumbprint() };
    });
  }

  /** Where to send the browser to log out at the provider too; null when the provider has no such place. */
  async logoutAddress(idToken: string | null, returnTo: string): Promise<URL | null> {
    const { end_session_endpoint: address } = await this.options.issuer.metadata();
    if (address === undefined) return null;
    return withQuery(address, new URLSearchParams({ client_id: this.options.clientId, post_logout_redirect_uri: returnTo, ...(idToken !== null && { id_token_hint: idToken }) }));
  }

  private async pushed(provider: oauth.AuthorizationServer, parameters: URLSearchParams): Promise<URLSearchParams> {
    if (provider.pushed_authorization_request_endpoint === undefined) return parameters;
    const response = await oauth.pushedAuthorizationRequest(provider, this.client, await this.authentication(), parameters, this.options.issuer.requestOptions);
    const { request_uri: request } = await oauth.processPushedAuthorizationResponse(provider, this.client, response);
    return new URLSearchParams({ client_id: this.options.clientId, request_uri: request });
  }

  private async authentication(): Promise<oauth.ClientAuth> {
    this.key ??= importJWK(this.options.clientKey) as Promise<CryptoKey>;
    return clientAuthentication(this.options.clientKey, await this.key);
  }
}

function withQuery(address: string, parameters: URLSearchParams): URL {
  const url = new URL(address);
  for (const [name, value] of parameters) url.searchParams.set(name, value);
  return url;
}
