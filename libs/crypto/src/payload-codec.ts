import protos from '@temporalio/proto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { decrypt, encrypt } from './aes-gcm.js';
import { CryptoError } from './errors.js';
import { keyOf, readKeySet, type KeySet } from './key-set.js';

const ENCODING = 'binary/encrypted';
const ENCODING_KEY = 'encoding';
const KEY_ID_KEY = 'encryption-key-id';

const textOf = (bytes: Uint8Array | null | undefined): string => (bytes ? Buffer.from(bytes).toString('utf8') : '');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const contextOf = (keyId: string): string => `forlop/payload/${keyId}`;

/** Reads `FORLOP_PAYLOAD_KEYS`: `id:base64,id2:base64`, the first encrypts, all decrypt. @throws CryptoError `bad-key`. */
export function payloadKeysFromEnv(env: Readonly<Record<string, string | undefined>>): KeySet {
  return readKeySet(env['FORLOP_PAYLOAD_KEYS'], 'FORLOP_PAYLOAD_KEYS');
}

/**
 * Encrypts everything that workflows, activities and signals carry, so that Temporal stores ciphertext only. The key's id
 * stands in the metadata: after a rotation, histories written under an old key stay readable as long as it is
 * in the set. A payload that is not encrypted is passed through when read, as a history may begin before encryption did.
 */
export function payloadCodec(keys: KeySet): PayloadCodec {
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => encryptPayload(keys, payload))),
    decode: async (payloads) => payloads.map((payload) => decryptPayload(keys, payload)),
  };
}

function encryptPayload(keys: KeySet, payload: Payload): Payload {
  const key = keyOf(keys, keys.current, 'Innholdet');
  const plain = protos.temporal.api.common.v1.Payload.encode(payload).finish();
  return {
    metadata: { [ENCODING_KEY]: bytesOf(ENCODING), [KEY_ID_KEY]: bytesOf(keys.current) },
    data: encrypt(key, plain, contextOf(keys.current)),
  };
}

/** @throws CryptoError `unknown-key`, `tampered` or `bad-format`. */
function decryptPayload(keys: KeySet, payload: Payload): Payload {
  if (textOf(payload.metadata?.[ENCODING_KEY]) !== ENCODING) return payload;
  const keyId = textOf(payload.metadata?.[KEY_ID_KEY]);
  if (!payload.data || keyId === '') throw new CryptoError('bad-format', 'Det krypterte innholdet mangler data eller nøkkel-id.');
  const plain = decrypt(keyOf(keys, keyId, 'Innholdet'), payload.data, contextOf(keyId));
  const { metadata, data, externalPayloads } = protos.temporal.api.common.v1.Payload.decode(plain);
  return { metadata, data, ...(externalPayloads.length > 0 && { externalPayloads }) };
}
