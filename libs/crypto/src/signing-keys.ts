import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { CryptoError } from './errors.js';
import { readKeySet } from './key-set.js';

/**
 * Port to whatever signs: a key management service of a hospital implements it; `SigningKeys` keeps the key in the
 * process. Whoever has the database must not have the key.
 */
export interface Signer {
  /** Names the key in what it signs. */
  readonly keyId: string;
  /** Ed25519 over the bytes, 64 bytes. */
  sign(bytes: Uint8Array): Promise<Buffer>;
}

/** Knows the public keys of those who may have signed. */
export interface SignatureChecker {
  /** `unknown-key`: signed by a key that is not trusted here. */
  check(keyId: string, bytes: Uint8Array, signature: Uint8Array): 'good' | 'bad' | 'unknown-key';
}

/** A seed of 32 bytes as the private key that it is, in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKeyOf = (seed: Buffer): KeyObject => createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
const publicKeyOf = (raw: Buffer): KeyObject => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });

/** The public keys that signatures are checked by, of keys in use and of earlier ones. */
export class PublicKeys implements SignatureChecker {
  constructor(private readonly keys: ReadonlyMap<string, KeyObject>) {}

  /** Reads `FORLOP_ROOT_PUBLIC_KEYS`: `id:base64[,id2:base64]`, 32 bytes each. @throws CryptoError `bad-key`. */
  static fromEnv(env: Readonly<Record<string, string | undefined>>): PublicKeys {
    const { keys } = readKeySet(env['FORLOP_ROOT_PUBLIC_KEYS'], 'FORLOP_ROOT_PUBLIC_KEYS');
    return new PublicKeys(new Map([...keys].map(([id, raw]) => [id, publicKeyOf(raw)])));
  }

  check(keyId: string, bytes: Uint8Array, signature: Uint8Array): 'good' | 'bad' | 'unknown-key' {
    const key = this.keys.get(keyId);
    if (key === undefined) return 'unknown-key';
    return verify(null, bytes, key, signature) ? 'good' : 'bad';
  }
}

/** Ed25519 keys from the environment: the first signs, all of them are known when signatures are checked. */
export class SigningKeys implements Signer, SignatureChecker {
  private readonly checker: PublicKeys;

  private constructor(
    readonly keyId: string,
    private readonly own: ReadonlyMap<string, KeyObject>,
  ) {
    this.checker = new PublicKeys(new Map([...own].map(([id, key]) => [id, createPublicKey(key)])));
  }

  /** Reads `FORLOP_ROOT_KEY`: `id:base64[,id2:base64]`, seeds of 32 bytes. @throws CryptoError `bad-key`. */
  static fromEnv(env: Readonly<Record<string, string | undefined>>): SigningKeys {
    const { current, keys } = readKeySet(env['FORLOP_ROOT_KEY'], 'FORLOP_ROOT_KEY');
    return new SigningKeys(current, new Map([...keys].map(([id, seed]) => [id, privateKeyOf(seed)])));
  }

  sign(bytes: Uint8Array): Promise<Buffer> {
    return Promise.resolve(sign(null, bytes, this.own.get(this.keyId)!));
  }

  check(keyId: string, bytes: Uint8Array, signature: Uint8Array): 'good' | 'bad' | 'unknown-key' {
    return this.checker.check(keyId, bytes, signature);
  }

  /** The public keys as `FORLOP_ROOT_PUBLIC_KEYS` wants them: for those who check and must not sign. */
  publicKeys(): string {
    return [...this.own].map(([id, key]) => `${id}:${Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url').toString('base64')}`).join(',');
  }
}

/** The keys to check by: public ones where they are given, else those that sign here. @throws CryptoError `bad-key`. */
export function signatureChecker(env: Readonly<Record<string, string | undefined>>): SignatureChecker {
  if (env['FORLOP_ROOT_PUBLIC_KEYS']) return PublicKeys.fromEnv(env);
  if (env['FORLOP_ROOT_KEY']) return SigningKeys.fromEnv(env);
  throw new CryptoError('bad-key', 'FORLOP_ROOT_PUBLIC_KEYS mangler: de offentlige nøklene som signaturene kontrolleres med («id:nøkkel»). FORLOP_ROOT_KEY kan også brukes.');
}
