import { EncryptJWT, errors, jwtDecrypt } from 'jose';

/** The keys that cookies are sealed with, 32 bytes each: the current one for new cookies, all of them for old ones. */
export interface SessionKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** What a sealed cookie is for; one kind never passes as another. */
export type CookieKind = 'session' | 'login' | 'hint';

/** Content of a cookie; nothing there; or something that is not ours, is spoilt or is past its time. */
export type Opened<T> = { readonly found: 'content'; readonly content: T } | { readonly found: 'nothing' } | { readonly found: 'refused' };

/** What browsers keep of one cookie, its name and attributes included (RFC 6265 §6.1). */
const LARGEST = 4_096;

/** Cookies that only this house can read and make: encrypted and authenticated with AES-256-GCM. */
export class SealedCookies {
  constructor(
    private readonly keys: SessionKeys,
    /** Over https: the browser then holds them to this host and to TLS (`__Host-`). */
    private readonly secure: boolean,
    private readonly now: () => Date,
  ) {}

  name(kind: CookieKind | 'csrf'): string {
    return `${this.secure ? '__Host-' : ''}forlop-${kind}`;
  }

  /** A line `Set-Cookie`; null when a browser would not keep it. @param seconds that the content is good for. */
  async seal(kind: CookieKind, content: object, seconds: number): Promise<string | null> {
    const until = new Date(this.now().getTime() + seconds * 1_000);
    const sealed = await new EncryptJWT({ content }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: this.keys.current }).setAudience(kind).setExpirationTime(until).encrypt(this.key(this.keys.current)!);
    const line = `${this.name(kind)}=${sealed}; ${this.attributes(true)}`;
    return line.length > LARGEST ? null : line;
  }

  /** The content of a cookie in the header `Cookie`. Two of a name: somebody has put one there, and neither is believed. */
  async open<T>(kind: CookieKind, header: string | undefined): Promise<Opened<T>> {
    const values = valuesOf(this.name(kind), header);
    if (values.length === 0) return { found: 'nothing' };
    if (values.length > 1) return { found: 'refused' };
    try {
      const { payload } = await jwtDecrypt(values[0]!, ({ kid }) => this.key(kid ?? '') ?? refuse(), {
        audience: kind,
        currentDate: this.now(),
        requiredClaims: ['exp'],
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return { found: 'content', content: payload['content'] as T };
    } catch (error) {
      if (error instanceof errors.JOSEError) return { found: 'refused' };
      throw error;
    }
  }

  /** The one cookie that the page's script reads: its text goes back in a header, which another site cannot send. */
  readable(value: string): string {
    return `${this.name('csrf')}=${value}; ${this.attributes(false)}`;
  }

  clear(kind: CookieKind | 'csrf'): string {
    return `${this.name(kind)}=; ${this.attributes(kind !== 'csrf')}; Max-Age=0`;
  }

  private attributes(httpOnly: boolean): string {
    return ['Path=/', 'SameSite=Lax', ...(httpOnly ? ['HttpOnly'] : []), ...(this.secure ? ['Secure'] : [])].join('; ');
  }

  private key(id: string): Uint8Array | undefined {
    return this.keys.keys.get(id);
  }
}

function refuse(): never {
  throw new errors.JWEDecryptionFailed('sealed with a key that is not here');
}

function valuesOf(name: string, header: string | undefined): readonly string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
