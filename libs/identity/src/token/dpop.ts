import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify, type JWTPayload } from 'jose';
import { IdentityError } from '../identity-error.js';
import { algorithms, CLOCK_LEEWAY } from './algorithms.js';
import { RecentKeys, type Remembered } from './recent-keys.js';

/** Seconds that a proof is good for: it is made for one request (RFC 9449 §11.1). */
const PROOF_AGE = 60;
const LONGEST_ID = 256;

/** Where proofs that were used are remembered; one for all processes of the API when there are several. */
export interface ProofMemory {
  remember(key: string): Remembered | Promise<Remembered>;
}

/** Seconds from a proof's first use until it is too old to be shown again, whatever the clocks say. */
export const PROOF_SECONDS = PROOF_AGE + 2 * CLOCK_LEEWAY;

/** Proofs of this process: some hundred thousand in the two minutes or so that one could be shown again, 15 MB at most. */
export function proofMemory(now: () => Date = () => new Date(), limit = 200_000): ProofMemory {
  return new RecentKeys(PROOF_SECONDS * 1_000, limit, () => now().getTime());
}

export interface ProofContext {
  readonly accessToken: string;
  /** Thumbprint of the key that the token is bound to (`cnf.jkt`). */
  readonly thumbprint: string;
  readonly method: string;
  /** The address as the client wrote it. */
  readonly url: string;
}

/**
 * Checks a proof of possession (RFC 9449 §4.3): made with the token's key, for this request and this token, just now,
 * and never shown before.
 * @throws IdentityError `invalid-proof`, `replayed-proof`, or `too-many-proofs` rather than letting one through unremembered.
 */
export async function checkProof(proof: string, context: ProofContext, memory: ProofMemory, now: Date): Promise<void> {
  const { claims, thumbprint } = await signed(proof, now);
  if (thumbprint !== context.thumbprint) throw refused('is made with another key than the token is bound to');
  if (claims['htm'] !== context.method) throw refused('is for another method');
  if (!isSameAddress(claims['htu'], context.url)) throw refused('is for another address');
  if (claims['ath'] !== base64Sha256(context.accessToken)) throw refused('is for another token');
  const id = claims.jti;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) throw refused('has no usable jti');
  const remembered = await memory.remember(base64Sha256(`${thumbprint} ${id}`));
  if (remembered === 'seen') throw new IdentityError('replayed-proof', 'the DPoP proof was used before');
  if (remembered === 'full') throw new IdentityError('too-many-proofs', 'no room to remember more DPoP proofs');
}

async function signed(proof: string, now: Date): Promise<{ claims: JWTPayload; thumbprint: string }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms,
      currentDate: now,
      clockTolerance: CLOCK_LEEWAY,
      maxTokenAge: PROOF_AGE,
      requiredClaims: ['jti', 'htm', 'htu', 'ath'],
    });
    return { claims: payload, thumbprint: await calculateJwkThumbprint(protectedHeader.jwk!) };
  } catch (error) {
    // Whatever it is (a key that is none makes plain TypeErrors), it comes from the proof: nothing is fetched here.
    throw refused(`does not verify (${error instanceof errors.JOSEError ? error.code : String(error)})`);
  }
}

/** Without query and fragment, after syntax-based normalisation (RFC 9449 §4.3 no. 9). */
function isSameAddress(claimed: unknown, actual: string): boolean {
  return typeof claimed === 'string' && URL.canParse(claimed) && bare(claimed) === bare(actual);
}

function bare(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

const base64Sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

function refused(why: string): IdentityError {
  return new IdentityError('invalid-proof', `the DPoP proof ${why}`);
}
