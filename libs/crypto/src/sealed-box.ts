import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm.js';
import { CryptoError } from './errors.js';
import { KEY_BYTES, keyOf, readKeySet, type KeySet } from './key-set.js';

const FORMAT = 1;
/** A seed of 32 bytes as the X25519 key that it is, in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** What something is sealed to: only whoever has the private key of that id opens it. */
export interface BoxKey {
  readonly keyId: string;
  /** X25519, 32 bytes. */
  readonly publicKey: Buffer;
}

/**
 * Seals a text to somebody who alone can open it, not even whoever sealed it: X25519 with a key used once, HKDF-SHA-256, AES-256-GCM.
 * `context` is authenticated and must be given again. @throws CryptoError `bad-key` for a public key that is none.
 */
export function sealTo({ keyId, publicKey }: BoxKey, text: string, context: string): Buffer {
  const { privateKey, publicKey: once } = generateKeyPairSync('x25519');
  const shared = sharedKey(privateKey, publicKeyOf(publicKey), rawOf(once), publicKey);
  const id = Buffer.from(keyId, 'utf8');
  return Buffer.concat([Buffer.from([FORMAT, id.length]), id, rawOf(once), encrypt(shared, Buffer.from(text, 'utf8'), contextText(context))]);
}

/** The private keys of whoever opens; the first of several is the one to seal to. */
export class BoxKeys {
  constructor(private readonly set: KeySet) {}

  /** Reads `id:base64[,id2:base64]`, 32 bytes each. @throws CryptoError `bad-key`, naming the variable and never the key. */
  static read(text: string | undefined, variable: string): BoxKeys {
    return new BoxKeys(readKeySet(text, variable));
  }

  /** What others seal to. */
  publicKey(): BoxKey {
    const { current } = this.set;
    return { keyId: current, publicKey: rawOf(createPublicKey(this.privateKey(current))) };
  }

  /** Opens what {@link sealTo} made. @throws CryptoError `unknown-key`, `tampered` or `bad-format`. */
  open(sealed: Buffer, context: string): string {
    const idLength = sealed[1];
    if (sealed[0] !== FORMAT || idLength === undefined || sealed.length < 2 + idLength + KEY_BYTES) throw new CryptoError('bad-format', 'Den forseglede verdien har et ukjent format.');
    const key = this.privateKey(sealed.subarray(2, 2 + idLength).toString('utf8'));
    const once = sealed.subarray(2 + idLength, 2 + idLength + KEY_BYTES);
    const shared = sharedKey(key, publicKeyOf(once), once, rawOf(createPublicKey(key)));
    return decrypt(shared, sealed.subarray(2 + idLength + KEY_BYTES), contextText(context)).toString('utf8');
  }

  private privateKey(id: string): KeyObject {
    return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, keyOf(this.set, id, 'Verdien')]), format: 'der', type: 'pkcs8' });
  }
}

const contextText = (context: string): string => `forlop/box/${context}`;
const rawOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');

function publicKeyOf(raw: Buffer): KeyObject {
  if (raw.length !== KEY_BYTES) throw new CryptoError('bad-key', 'Den offentlige nøkkelen skal være 32 byte.');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') }, format: 'jwk' });
}

/** Bound to both public keys, so that neither can be exchanged for another. */
function sharedKey(privateKey: KeyObject, publicKey: KeyObject, once: Buffer, to: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), Buffer.alloc(0), Buffer.concat([Buffer.from('forlop/box'), once, to]), KEY_BYTES));
}
