import { createRemoteJWKSet, errors, type CryptoKey, type FlattenedJWSInput, type JWSHeaderParameters } from 'jose';
import * as oauth from 'oauth4webapi';
import type { IdentityError } from './identity-error.js';
import { Refreshed } from './refreshed.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Keys that the provider has withdrawn are out of use here within ten minutes, as long as it can be reached. */
const keyTimes = { freshFor: 10 * MINUTE, usableFor: 24 * HOUR, cooldown: 30_000, retryAfter: 5_000 };
const metadataTimes = { freshFor: HOUR, usableFor: 24 * HOUR, cooldown: 5_000, retryAfter: 5_000 };
const TIMEOUT = 5_000;

export interface IssuerOptions {
  /** Exactly as the provider writes it: it is compared letter by letter. */
  readonly issuer: string;
  readonly now?: () => Date;
  /** Told when metadata or keys could not be fetched while the known ones still serve. */
  readonly onFailure?: (error: IdentityError) => void;
}

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** An OpenID provider, known by its address: what it says of itself, and the keys that it signs with. */
export class Issuer {
  readonly issuer: string;
  private readonly described: Refreshed<oauth.AuthorizationServer>;
  private readonly keys: Refreshed<KeySet>;

  constructor({ issuer, now = () => new Date(), onFailure = () => {} }: IssuerOptions) {
    const time = () => now().getTime();
    this.issuer = issuer;
    this.described = new Refreshed('metadata', () => this.discover(), metadataTimes, time, onFailure);
    this.keys = new Refreshed('keys', () => this.fetchKeys(), keyTimes, time, onFailure);
  }

  /** Options for oauth4webapi: http only where the issuer itself is http, which configuration refuses in production. */
  get requestOptions(): { readonly [oauth.allowInsecureRequests]: boolean; readonly signal: () => AbortSignal } {
    return { [oauth.allowInsecureRequests]: this.issuer.startsWith('http:'), signal: () => AbortSignal.timeout(TIMEOUT) };
  }

  /** The provider's own description (OpenID Connect Discovery 1.0). @throws IdentityError `unavailable`. */
  metadata(): Promise<oauth.AuthorizationServer> {
    return this.described.get();
  }

  /**
   * The key that a token says it is signed with; one that is not known is looked for at the provider, not too often.
   * @throws IdentityError `unavailable`, or JWKSNoMatchingKey of jose when the provider has no such key.
   */
  async key(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    const known = await this.keys.get();
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const renewed = await this.keys.renew();
      return await renewed(header, token);
    }
  }

  private async discover(): Promise<oauth.AuthorizationServer> {
    const url = new URL(this.issuer);
    const metadata = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, this.requestOptions));
    // oauth4webapi compares addresses, so a slash more or less passes; a token's `iss` is compared as text.
    if (metadata.issuer !== this.issuer) throw new Error(`the provider calls itself «${metadata.issuer}», not «${this.issuer}»`);
    return metadata;
  }

  private async fetchKeys(): Promise<KeySet> {
    const { jwks_uri: address } = await this.metadata();
    if (address === undefined) throw new Error('the provider names no jwks_uri');
    const url = new URL(address);
    if (url.protocol !== 'https:' && !this.issuer.startsWith('http:')) throw new Error('the provider offers its keys without TLS');
    // When to fetch is decided by Refreshed alone: jose throws its keys away when it cannot renew them.
    const keys = createRemoteJWKSet(url, { cacheMaxAge: Infinity, cooldownDuration: Infinity, timeoutDuration: TIMEOUT });
    await keys.reload();
    return keys;
  }
}
