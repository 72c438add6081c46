import { createHash, timingSafeEqual } from 'node:crypto';
import { IdentityError } from '../identity-error.js';

/** Methods that change nothing (RFC 9110 §9.2.1), so that another site gains nothing by making a browser send them. */
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface OwnSiteRequest {
  readonly method: string;
  /** Headers by name in small letters, as Node gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * Holds a request that rides on a cookie to come from our own pages: it must say so (`Origin`, or where there is none
 * `Sec-Fetch-Site`) and bring the session's token in the header `X-CSRF-Token`, which another site cannot read or send.
 * @param token the session's own.
 * @param publicUrl where our pages are.
 * @throws IdentityError `csrf`.
 */
export function assertOwnSite({ method, headers }: OwnSiteRequest, token: string, publicUrl: string): void {
  if (safeMethods.has(method)) return;
  const origin = headers['origin'];
  const isOwn = origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : origin === new URL(publicUrl).origin;
  if (!isOwn) throw new IdentityError('csrf', 'the request does not come from our own pages');
  const given = headers['x-csrf-token'];
  if (typeof given !== 'string' || !isSame(given, token)) throw new IdentityError('csrf', "the request does not bring the session's token");
}

/** Compares digests, so that neither length nor content shows in the time that it takes. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
