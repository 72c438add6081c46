import { decrypt, encrypt } from './aes-gcm.js';
import { CryptoError } from './errors.js';
import { keyOf, readKeySet, type KeySet } from './key-set.js';

/**
 * Port to whatever holds the master key. A key management service of a hospital implements it; `MasterKeys` keeps the
 * keys in the process. Data keys are stored wrapped only.
 */
export interface KeyService {
  /** Wraps a data key; `context` (e.g. the patient's id) must be given again to unwrap it. */
  wrap(dataKey: Buffer, context: string): Promise<Buffer>;
  /** @throws CryptoError `unknown-key`, `tampered` or `bad-format`. */
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
}

const FORMAT = 1;

/**
 * Master keys from the environment. The first of several wraps new data keys; the others still unwrap old ones, so that
 * keys can be rotated without touching stored data.
 */
export class MasterKeys implements KeyService {
  constructor(private readonly set: KeySet) {}

  /** Reads `FORLOP_MASTER_KEY`: `id:base64[,id2:base64]`. @throws CryptoError `bad-key`. */
  static fromEnv(env: Readonly<Record<string, string | undefined>>): MasterKeys {
    return new MasterKeys(readKeySet(env['FORLOP_MASTER_KEY'], 'FORLOP_MASTER_KEY'));
  }

  wrap(dataKey: Buffer, context: string): Promise<Buffer> {
    const id = Buffer.from(this.set.current, 'utf8');
    const key = keyOf(this.set, this.set.current, 'Datanøkkelen');
    return Promise.resolve(Buffer.concat([Buffer.from([FORMAT, id.length]), id, encrypt(key, dataKey, wrapContext(context))]));
  }

  async unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    const { id, sealed } = readWrapped(wrapped);
    return decrypt(keyOf(this.set, id, 'Datanøkkelen'), sealed, wrapContext(context));
  }
}

const wrapContext = (context: string): string => `forlop/data-key/${context}`;

function readWrapped(wrapped: Buffer): { id: string; sealed: Buffer } {
  const idLength = wrapped[1];
  if (wrapped[0] !== FORMAT || idLength === undefined) throw new CryptoError('bad-format', 'Den innpakkede datanøkkelen har et ukjent format.');
  return { id: wrapped.subarray(2, 2 + idLength).toString('utf8'), sealed: wrapped.subarray(2 + idLength) };
}
