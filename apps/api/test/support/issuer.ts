import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';

/** Claims of a token, as HelseID names them. */
export interface TokenFor {
  readonly subject: string;
  /** Null: a system. */
  readonly personNumber: string | null;
  readonly name?: string;
  readonly hprNumber?: string;
  readonly organisationNumber?: string;
  readonly scopes?: readonly string[];
}

/** A provider of tokens: real keys and real addresses, and no page to log in at. */
export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Private key of a client. */
  readonly clientKey: JWK;
  /** @param more claims that take the place of those that it would have. */
  token(who: TokenFor, more?: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

const now = (): number => Math.floor(Date.now() / 1000);

export async function testIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('PS256', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'prove', alg: 'PS256', use: 'sig' }] };
  const server = createServer((request, response) => {
    const { issuer } = here();
    const body = request.url === '/jwks' ? keys : { issuer, jwks_uri: `${issuer}/jwks`, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['PS256'] };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = () => ({ issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const { issuer } = here();
  const audience = 'forlop:api';
  return {
    issuer,
    audience,
    clientKey: { ...(await exportJWK(privateKey)), alg: 'PS256' },
    token: ({ subject, personNumber, name, hprNumber, organisationNumber, scopes = [] }, more = {}) =>
      new SignJWT({
        client_id: 'prove',
        scope: [...scopes],
        ...(personNumber !== null && { 'helseid://claims/identity/pid': personNumber, 'helseid://claims/identity/security_level': '4' }),
        ...(name !== undefined && { name }),
        ...(hprNumber !== undefined && { 'helseid://claims/hpr/hpr_number': hprNumber }),
        ...(organisationNumber !== undefined && { 'helseid://claims/client/claims/orgnr_parent': organisationNumber }),
        iss: issuer,
        aud: audience,
        sub: personNumber === null ? 'prove' : subject,
        iat: now(),
        exp: now() + 600,
        ...more,
      })
        .setProtectedHeader({ alg: 'PS256', kid: 'prove', typ: 'at+jwt' })
        .sign(privateKey),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
