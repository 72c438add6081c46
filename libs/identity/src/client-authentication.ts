import type { CryptoKey, JWK } from 'jose';
import * as oauth from 'oauth4webapi';

/**
 * How a client proves itself to the provider: a signed assertion, good for a minute and for this issuer only, as HelseID
 * requires (private_key_jwt), with the type that tells it from other tokens (draft-ietf-oauth-rfc7523bis).
 * @param claims what the assertion says besides.
 */
export function clientAuthentication({ kid }: JWK, key: CryptoKey, claims: Readonly<Record<string, oauth.JsonValue>> = {}): oauth.ClientAuth {
  return oauth.PrivateKeyJwt(kid === undefined ? key : { key, kid }, {
    [oauth.modifyAssertion]: (header, payload) => {
      header['typ'] = 'client-authentication+jwt';
      Object.assign(payload, claims);
    },
  });
}
