import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';

interface Verified {
  readonly claims: JWTPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** So long a signature that was found good is not looked at again. A key that the provider has withdrawn is in use that much longer. */
const KEEP = 5_000;
const MOST = 5_000;

/**
 * The claims of tokens that were verified just now, so that a page of ten requests verifies one signature. Kept by the token's digest, never
 * beyond its `exp`, and for a few seconds only. What differs between requests, such as a proof of possession, is not kept.
 */
export class RecentClaims {
  private readonly verified = new Map<string, Verified>();

  constructor(
    private readonly now: () => Date,
    private readonly keepMs = KEEP,
    private readonly most = MOST,
  ) {}

  /** Null: not verified of late, or expired. */
  of(token: string): JWTPayload | null {
    const key = digest(token);
    const found = this.verified.get(key);
    if (found === undefined) return null;
    if (this.now().getTime() < found.until) return found.claims;
    this.verified.delete(key);
    return null;
  }

  /** Remembers claims whose signature, issuer, audience and times hold. */
  add(token: string, claims: JWTPayload & { readonly exp: number }): void {
    const key = digest(token);
    this.verified.delete(key);
    this.verified.set(key, { claims, until: Math.min(this.now().getTime() + this.keepMs, claims.exp * 1_000) });
    if (this.verified.size > this.most) this.verified.delete(this.verified.keys().next().value!);
  }
}

/** So that no token lies in memory for longer than its request. */
const digest = (token: string): string => createHash('sha256').update(token).digest('base64');
