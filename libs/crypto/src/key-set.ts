import { randomBytes } from 'node:crypto';
import { CryptoError } from './errors.js';

/** AES-256 and the HMAC keys alike. */
export const KEY_BYTES = 32;

/** Several keys by id; the first one is used for what is new, all of them for what is old. */
export interface KeySet {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** A new random key as it stands in the configuration: base64 of 32 bytes. */
export function generateKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/**
 * Reads `id:base64,id2:base64`. A single key may stand without an id and is then called `1`.
 * @throws CryptoError `bad-key`, naming the variable and never the key.
 */
export function readKeySet(text: string | undefined, variable: string): KeySet {
  const parts = (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length === 0) {
    throw new CryptoError('bad-key', `${variable} mangler. Den skal være «id:nøkkel», der nøkkelen er 32 byte i base64. Lag en med: openssl rand -base64 32`);
  }
  const keys = new Map<string, Buffer>();
  for (const part of parts) {
    const { id, key } = readKey(part, parts.length === 1, variable);
    if (keys.has(id)) throw new CryptoError('bad-key', `${variable} har to nøkler med id «${id}».`);
    keys.set(id, key);
  }
  return { current: [...keys.keys()][0]!, keys };
}

function readKey(part: string, alone: boolean, variable: string): { id: string; key: Buffer } {
  const colon = part.indexOf(':');
  if (colon < 0 && !alone) throw new CryptoError('bad-key', `${variable}: når det er flere nøkler, må hver ha en id foran kolon.`);
  const id = colon < 0 ? '1' : part.slice(0, colon);
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(id)) throw new CryptoError('bad-key', `${variable}: en id har bokstaver, tall, punktum, _ og -, høyst 40 tegn.`);
  return { id, key: decodeKey(part.slice(colon + 1), variable) };
}

/** Reads one key. @throws CryptoError `bad-key`. */
export function decodeKey(text: string | undefined, variable: string): Buffer {
  const key = Buffer.from(text ?? '', 'base64');
  // Buffer.from skips what is not base64, so a typing error would silently give another key.
  const unpadded = (value: string): string => value.replace(/=+$/, '');
  if (key.length !== KEY_BYTES || unpadded(key.toString('base64')) !== unpadded((text ?? '').trim())) {
    throw new CryptoError('bad-key', `${variable}: nøkkelen skal være nøyaktig 32 byte i base64. Lag en med: openssl rand -base64 32`);
  }
  return key;
}

/** The key with that id. @throws CryptoError `unknown-key`. */
export function keyOf(set: KeySet, id: string, what: string): Buffer {
  const key = set.keys.get(id);
  if (key === undefined) {
    throw new CryptoError('unknown-key', `${what} er kryptert med nøkkelen «${id}», som ikke er satt opp her. Legg den tilbake blant nøklene.`);
  }
  return key;
}
