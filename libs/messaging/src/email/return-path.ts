import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeySet } from '@forlop/crypto';

/** Letters that survive mail servers which turn a local part into small letters; 40 leave room for the signature. */
const messageIdPattern = /^[a-z0-9-]{1,40}$/;
const tokenPattern = /^([a-z0-9-]{1,40})\.([0-9a-f]{16})$/;
/** 64 bits: a local part has 64 signs at most (RFC 5321, 4.5.3.1.1), and whoever guesses must ask our server each time. */
const macLength = 16;

/**
 * Return paths of a message's own, `bounce+<message id>.<signature>@domain`: word that it could not be delivered comes to
 * that address, and nobody can make one for a message that they were not sent.
 */
export class ReturnPaths {
  constructor(
    private readonly keys: KeySet,
    readonly domain: string,
  ) {}

  /** The token of a message. @throws RangeError for an id that does not fit an address. */
  tokenOf(messageId: string): string {
    if (!messageIdPattern.test(messageId)) throw new RangeError('A message id has small letters, digits and hyphens, at most 40.');
    return `${messageId}.${macOf(this.keys.keys.get(this.keys.current)!, messageId)}`;
  }

  /** The return path of a message. @throws RangeError as `tokenOf`. */
  addressOf(messageId: string): string {
    return `bounce+${this.tokenOf(messageId)}@${this.domain}`;
  }

  /** The message of a token; null for one that we did not make. */
  messageOfToken(token: string): string | null {
    const [, messageId, mac] = tokenPattern.exec(token.toLowerCase()) ?? [];
    if (messageId === undefined || mac === undefined) return null;
    const isOurs = [...this.keys.keys.values()].some((key) => timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(key, messageId))));
    return isOurs ? messageId : null;
  }

  /** The message whose return path it is; null for any other address. */
  messageOfAddress(address: string): string | null {
    const at = address.lastIndexOf('@');
    const local = address.slice(0, at).toLowerCase();
    if (at < 0 || address.slice(at + 1).toLowerCase() !== this.domain || !local.startsWith('bounce+')) return null;
    return this.messageOfToken(local.slice('bounce+'.length));
  }

  /** Whether word of undelivered mail may come to the address: a message's own, or `bounce@` for servers that drop what follows the plus. */
  takes(address: string): boolean {
    return address.toLowerCase() === `bounce@${this.domain}` || this.messageOfAddress(address) !== null;
  }
}

function macOf(key: Buffer, messageId: string): string {
  return createHmac('sha256', key).update(`forlop-return-path-1\n${messageId}`).digest('hex').slice(0, macLength);
}
