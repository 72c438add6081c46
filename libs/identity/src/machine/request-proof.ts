import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, SignJWT, type CryptoKey, type JWK } from 'jose';

/** A key that tokens are bound to. It is made anew with each process and never leaves it. */
export interface BoundKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export interface ProvenRequest {
  readonly method: string;
  /** The address; query and fragment are left out of the proof. */
  readonly url: string;
  readonly token: string;
  /** The server's nonce, where it has given one. */
  readonly nonce?: string | undefined;
}

/** A proof that whoever sends this request has the key that its token is bound to (RFC 9449 §4.2; HelseID, «Formatting DPoP proofs»). */
export async function requestProof({ privateKey, publicKey }: BoundKey, { method, url, token, nonce }: ProvenRequest, now: Date): Promise<string> {
  const { origin, pathname } = new URL(url);
  const jwk: JWK = await exportJWK(publicKey);
  return new SignJWT({
    jti: randomUUID(), htm: method, htu: `${origin}${pathname}`, iat: Math.floor(now.getTime() / 1_000),
    ath: createHash('sha256').update(token).digest('base64url'), ...(nonce !== undefined && { nonce }),
  }).setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk }).sign(privateKey);
}
