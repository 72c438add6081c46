import { importJWK, type CryptoKey, type JWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { clientAuthentication } from '../client-authentication.js';
import { IdentityError } from '../identity-error.js';
import type { Issuer } from '../issuer.js';
import { asLogin } from '../provider-answers.js';
import { KeptToken, type IssuedToken } from './kept-token.js';
import { organisationClaims, type ActsFor } from './organisation.js';
import { requestProof, type BoundKey } from './request-proof.js';

export interface TokenClientOptions {
  readonly issuer: Issuer;
  readonly clientId: string;
  /** Private, with `alg`; with `kid` where the provider knows several. */
  readonly clientKey: JWK;
  readonly actsFor: ActsFor;
  readonly now?: () => Date;
}

/** A request that a token is for. */
export interface AccessRequest {
  readonly method: string;
  readonly url: string;
  /** The nonce that the server has asked for. It is remembered for its other addresses. */
  readonly nonce?: string | undefined;
  /** A token that the server has just refused: another one is wanted. */
  readonly refused?: string | undefined;
}

/** A token, and the proof that goes with it in one request. */
export interface Access {
  readonly token: string;
  readonly proof: string;
}

const secondsWithoutWord = 60;

/**
 * This system as a client of HelseID, without a person: client credentials with a signed assertion (private_key_jwt) and tokens bound to a key (DPoP),
 * one for each API, kept until shortly before they expire.
 */
export class TokenClient {
  private readonly client: oauth.Client;
  private readonly now: () => Date;
  private keys: Promise<{ readonly own: CryptoKey; readonly bound: BoundKey; readonly dpop: oauth.DPoPHandle }> | undefined;
  /** By the server's origin. */
  private readonly nonces = new Map<string, string>();

  constructor(private readonly options: TokenClientOptions) {
    this.client = { client_id: options.clientId };
    this.now = options.now ?? (() => new Date());
  }

  /**
   * What lets requests in at one API. @param scope its scope at HelseID.
   * The function throws IdentityError: `unavailable` when HelseID is away, `login-failed` when it says no.
   */
  accessTo(scope: string): (request: AccessRequest) => Promise<Access> {
    const kept = new KeptToken(() => asLogin(() => this.fetch(scope)), () => this.now().getTime());
    return async ({ method, url, nonce, refused }) => {
      const { origin } = new URL(url);
      if (nonce !== undefined) this.nonces.set(origin, nonce);
      // First, so that a key that is none is not taken for a provider that is away.
      const { bound } = await this.allKeys();
      const token = await kept.get(refused);
      return { token, proof: await requestProof(bound, { method, url, token, nonce: this.nonces.get(origin) }, this.now()) };
    };
  }

  private async fetch(scope: string): Promise<IssuedToken> {
    const { issuer, actsFor, clientKey } = this.options;
    const provider = await issuer.metadata();
    const { own, dpop } = await this.allKeys();
    const asked = this.now().getTime();
    const ask = async () => {
      // Each assertion is used once: HelseID refuses a `jti` that it has seen.
      const authentication = clientAuthentication(clientKey, own, organisationClaims(actsFor));
      const response = await oauth.clientCredentialsGrantRequest(provider, this.client, authentication, { scope }, { ...issuer.requestOptions, DPoP: dpop });
      if (response.status >= 500 || response.status === 429) throw new IdentityError('unavailable', `the provider answered ${response.status}`);
      return oauth.processClientCredentialsResponse(provider, this.client, response);
    };
    const answer = await ask().catch((error: unknown) => {
      // The provider wants its own nonce in the proof (RFC 9449 §8); the handle has it now.
      if (!oauth.isDPoPNonceError(error)) throw error;
      return ask();
    });
    if (answer.token_type !== 'dpop') throw new IdentityError('not-bound', 'the provider gave a token that is bound to no key');
    return { token: answer.access_token, until: asked + (answer.expires_in ?? secondsWithoutWord) * 1_000 };
  }

  private allKeys() {
    this.keys ??= this.makeKeys();
    return this.keys;
  }

  private async makeKeys() {
    const own = (await importJWK(this.options.clientKey)) as CryptoKey;
    const bound = await oauth.generateKeyPair('ES256');
    return { own, bound, dpop: oauth.DPoP(this.client, bound) };
  }
}
