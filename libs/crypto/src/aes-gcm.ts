import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CryptoError } from './errors.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** How much longer a sealed value is than what was sealed. */
export const SEAL_OVERHEAD = IV_BYTES + TAG_BYTES;

/** AES-256-GCM under a random nonce: nonce, ciphertext, tag. `context` is authenticated and must be given again to open it. */
export function encrypt(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what {@link encrypt} made. @throws CryptoError `tampered` for another key, context or changed bytes; `bad-format` when too short. */
export function decrypt(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < SEAL_OVERHEAD) throw new CryptoError('bad-format', 'Den krypterte verdien er for kort til å være hel.');
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new CryptoError('tampered', 'Den krypterte verdien er endret, eller den hører til noe annet.', { cause: error });
  }
}
