import { randomBytes } from 'node:crypto';
import type { Json } from './json.js';
import { decrypt, encrypt } from './aes-gcm.js';
import { CryptoError } from './errors.js';
import { KEY_BYTES } from './key-set.js';
import type { KeyService } from './key-service.js';

const FORMAT = 1;

/** What a sealed value belongs to. Both are authenticated: a value moved to another patient or place does not open. */
export interface SealContext {
  /** The patient's id, or the name of a system key. */
  readonly owner: string;
  /** What it is, e.g. `demographics`, `event/<id>`. */
  readonly purpose: string;
}

/** A new data key, one for each patient. */
export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

const contextText = ({ owner, purpose }: SealContext): string => `forlop/seal/${owner}/${purpose}`;

/** Seals a JSON value: format byte, then AES-256-GCM. */
export function seal(dataKey: Buffer, value: Json, context: SealContext): Buffer {
  return Buffer.concat([Buffer.from([FORMAT]), encrypt(dataKey, Buffer.from(JSON.stringify(value), 'utf8'), contextText(context))]);
}

/** Opens what {@link seal} made. @throws CryptoError `tampered` or `bad-format`. */
export function open(dataKey: Buffer, sealed: Buffer, context: SealContext): Json {
  if (sealed[0] !== FORMAT) throw new CryptoError('bad-format', 'Den krypterte verdien har et ukjent format.');
  return JSON.parse(decrypt(dataKey, sealed.subarray(1), contextText(context)).toString('utf8')) as Json;
}

/**
 * Unwraps data keys and remembers the latest, so that a list of fifty patients does not ask a key service fifty times.
 * Keys are kept in memory for a short while only; an erased patient's wrapped key is gone from the database, so
 * `forget` it too.
 */
export class DataKeys {
  private readonly known = new Map<string, { readonly key: Buffer; readonly wrapped: Buffer; readonly until: number }>();

  constructor(
    private readonly service: KeyService,
    private readonly most = 10_000,
    private readonly keepMs = 10 * 60_000,
  ) {}

  /** A new key for an owner, and what to store. */
  async create(owner: string): Promise<{ readonly key: Buffer; readonly wrapped: Buffer }> {
    const key = newDataKey();
    const wrapped = await this.service.wrap(key, owner);
    this.remember(owner, key, wrapped);
    return { key, wrapped };
  }

  /** The owner's key. @throws CryptoError as `KeyService.unwrap`. */
  async of(owner: string, wrapped: Buffer): Promise<Buffer> {
    const found = this.known.get(owner);
    if (found !== undefined && found.until > Date.now() && found.wrapped.equals(wrapped)) return found.key;
    const key = await this.service.unwrap(wrapped, owner);
    this.remember(owner, key, wrapped);
    return key;
  }

  forget(owner: string): void {
    this.known.delete(owner);
  }

  private remember(owner: string, key: Buffer, wrapped: Buffer): void {
    this.known.delete(owner);
    this.known.set(owner, { key, wrapped, until: Date.now() + this.keepMs });
    if (this.known.size > this.most) this.known.delete(this.known.keys().next().value!);
  }
}
