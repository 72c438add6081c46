import { createHmac, timingSafeEqual } from 'node:crypto';
import { CryptoError, readKeySet, type KeySet } from '@forlop/crypto';

/** What a link may be used for; a token for one is refused for another. */
export const tokenPurposes = ['answer', 'unsubscribe'] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

/** Why a token is not taken. `malformed`: none of ours. `forged`: changed, or signed by a key that is not ours (any more). */
export type TokenRefusal = 'malformed' | 'forged' | 'wrong-purpose' | 'expired';

/** What a token says. */
export interface TokenContent {
  readonly purpose: TokenPurpose;
  /** The reminder's id; `unsubscribe`: of one of the digest's, whose receiver unsubscribes. */
  readonly subject: string;
  /** Epoch milliseconds, whole seconds: from then on it is refused. */
  readonly expiresAt: number;
}

export type TokenAnswer = { readonly ok: true; readonly content: TokenContent } | { readonly ok: false; readonly why: TokenRefusal };

/** Signed together with the content, so that no other use of a key makes a token. */
const kind = 'forlop-answer-1';
const longest = 1_000;
const subjectPattern = /^[A-Za-z0-9_-]{1,100}$/;

/**
 * Tokens in links that answer a reminder without a log-in: `<key id>.<content>.<HMAC-SHA-256>` in base64url. Whoever has
 * one can say that the message came, and nothing more; that it is used once is the ledger's to see, by its subject.
 */
export class AnswerTokens {
  constructor(private readonly keys: KeySet) {}

  /** Reads `FORLOP_ANSWER_KEYS`: `id:base64[,id2:base64]`; the first signs, all of them are known. @throws CryptoError `bad-key`. */
  static fromEnv(env: Readonly<Record<string, string | undefined>>): AnswerTokens {
    return new AnswerTokens(readKeySet(env['FORLOP_ANSWER_KEYS'], 'FORLOP_ANSWER_KEYS'));
  }

  /** A token for one purpose, for a subject of letters, digits, `-` and `_`. @throws CryptoError `bad-format` for another. */
  issue({ purpose, subject, expiresAt }: TokenContent): string {
    if (!subjectPattern.test(subject) || !Number.isFinite(expiresAt) || expiresAt < 0) throw new CryptoError('bad-format', 'En svarlenke trenger en id og en utløpstid.');
    const content = Buffer.from(JSON.stringify([purpose, subject, Math.floor(expiresAt / 1000)])).toString('base64url');
    const signed = `${this.keys.current}.${content}`;
    return `${signed}.${this.mac(this.keys.keys.get(this.keys.current)!, signed).toString('base64url')}`;
  }

  /** Reads a token that is to be used for one purpose. @param now epoch milliseconds. */
  verify(token: string, purpose: TokenPurpose, now: number): TokenAnswer {
    const parts = token.length <= longest ? /^([A-Za-z0-9._-]{1,40})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})$/.exec(token) : null;
    if (parts === null) return refused('malformed');
    const [, keyId = '', content = '', mac = ''] = parts;
    const key = this.keys.keys.get(keyId);
    const given = Buffer.from(mac, 'base64url');
    // The last letter has bits to spare: only one way of writing a signature counts.
    if (given.toString('base64url') !== mac) return refused('malformed');
    if (key === undefined || !timingSafeEqual(given, this.mac(key, `${keyId}.${content}`))) return refused('forged');
    const [itsPurpose, subject, seconds] = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as [TokenPurpose, string, number];
    if (itsPurpose !== purpose) return refused('wrong-purpose');
    if (now >= seconds * 1000) return refused('expired');
    return { ok: true, content: { purpose, subject, expiresAt: seconds * 1000 } };
  }

  private mac(key: Buffer, signed: string): Buffer {
    return createHmac('sha256', key).update(`${kind}\n${signed}`).digest();
  }
}

const refused = (why: TokenRefusal): TokenAnswer => ({ ok: false, why });
