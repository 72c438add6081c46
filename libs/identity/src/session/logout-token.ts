import { errors, jwtVerify, type JWTPayload } from 'jose';
import { IdentityError } from '../identity-error.js';
import type { Issuer } from '../issuer.js';
import { algorithms, CLOCK_LEEWAY } from '../token/algorithms.js';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Minutes that a provider may take to tell us (§2.4: «preferably at most two minutes»). */
const OLDEST = '5m';
/** The explicit type is recommended only; the event and the missing nonce tell it from other tokens (§2.6). */
const typeNames = new Set(['', 'jwt', 'logout+jwt', 'application/logout+jwt']);

/** Which log-in has ended: the provider's session, or all of a person's. One of them is there. */
export interface LoggedOut {
  readonly sid: string | null;
  readonly sub: string | null;
  /** The latest that a log-in which is meant can have begun: clocks differ, and a token that is shown again ends nothing newer. */
  readonly at: Date;
}

/**
 * Checks a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6).
 * @throws IdentityError.
 */
export async function assertLogoutToken(token: string, { issuer, clientId, now }: { readonly issuer: Issuer; readonly clientId: string; readonly now: Date }): Promise<LoggedOut> {
  const { payload, type } = await verified(token, issuer, clientId, now);
  if (!typeNames.has(type)) throw new IdentityError('wrong-type', 'the token is not a logout token');
  if (payload['nonce'] !== undefined || !isLogout(payload['events'])) throw new IdentityError('wrong-type', 'the token is not about a log-out');
  const [sid, sub] = [textOf(payload['sid']), textOf(payload.sub)];
  if (sid === null && sub === null) throw new IdentityError('invalid-claims', 'the logout token names no log-in');
  return { sid, sub, at: new Date(Math.min(now.getTime(), (payload.iat! + CLOCK_LEEWAY) * 1_000)) };
}

async function verified(token: string, issuer: Issuer, audience: string, now: Date): Promise<{ payload: JWTPayload; type: string }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, (header, input) => issuer.key(header, input), {
      algorithms, issuer: issuer.issuer, audience, currentDate: now, clockTolerance: CLOCK_LEEWAY, maxTokenAge: OLDEST, requiredClaims: ['iat', 'jti', 'events'],
    });
    return { payload, type: protectedHeader.typ?.toLowerCase() ?? '' };
  } catch (error) {
    // jose's errors hold the claims, so they end here.
    if (error instanceof errors.JOSEError) throw new IdentityError('invalid-token', `the logout token does not hold (${error.code})`);
    throw error;
  }
}

const isLogout = (events: unknown): boolean => typeof events === 'object' && events !== null && typeof (events as Record<string, unknown>)[LOGOUT_EVENT] === 'object';
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
