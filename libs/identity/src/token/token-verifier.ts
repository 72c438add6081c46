import type { Identity } from '@forlop/access';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import { IdentityError, type IdentityErrorCode } from '../identity-error.js';
import type { Issuer } from '../issuer.js';
import { algorithms, CLOCK_LEEWAY } from './algorithms.js';
import { checkProof, proofMemory, type ProofMemory } from './dpop.js';
import { identityOf, type ClaimRules } from './helseid-claims.js';
import { RecentClaims } from './recent-claims.js';

export interface TokenVerifierOptions extends ClaimRules {
  readonly issuer: Issuer;
  /** The API's own name at the provider («audience», in HelseID Selvbetjening «kortnavn»). */
  readonly audience: string;
  /** Default: this process's own memory. */
  readonly proofs?: ProofMemory;
  readonly now?: () => Date;
}

/** What of a request says who makes it. */
export interface TokenRequest {
  /** The header `Authorization`. */
  readonly authorization?: string | undefined;
  /** The header `DPoP`. */
  readonly dpop?: string | undefined;
  readonly method: string;
  /** The whole address as the client wrote it, behind a proxy the public one. */
  readonly url: string;
}

/** Goes with every 401 (RFC 6750 §3, RFC 9449 §7.1); says how to log in and not what was wrong. */
export const challenge = `DPoP algs="${algorithms.join(' ')}", Bearer`;

const typeNames = new Set(['at+jwt', 'application/at+jwt', 'jwt', 'application/jwt']);

/**
 * Verifies access tokens as HelseID asks of an API (Sikkerhetsprofil, vedlegg «Validating Access Tokens»; RFC 9068) and
 * proofs of possession (RFC 9449).
 */
export class TokenVerifier {
  private readonly now: () => Date;
  private readonly proofs: ProofMemory;
  private readonly recent: RecentClaims;

  constructor(private readonly options: TokenVerifierOptions) {
    this.now = options.now ?? (() => new Date());
    this.proofs = options.proofs ?? proofMemory(this.now);
    this.recent = new RecentClaims(this.now);
  }

  /** Who makes this request. @throws IdentityError. */
  async verify(request: TokenRequest): Promise<Identity> {
    const { scheme, token } = readAuthorization(request.authorization);
    const claims = await this.claimsOf(token);
    const thumbprint = thumbprintOf(claims);
    if (scheme === 'bearer') {
      if (thumbprint !== null) throw new IdentityError('bound-token-as-bearer', 'a token bound to a key came without proof of it');
    } else {
      if (thumbprint === null) throw new IdentityError('not-bound', 'a token that is bound to no key came by the scheme DPoP');
      if (request.dpop === undefined) throw new IdentityError('missing-proof', 'there is no DPoP proof');
      await checkProof(request.dpop, { accessToken: token, thumbprint, method: request.method, url: request.url }, this.proofs, this.now());
    }
    return identityOf(claims, this.options);
  }

  /**
   * Whom a token is for that the provider has just handed to ourselves, without a request that brings it.
   * @param thumbprint of the key that we asked for it with.
   * @throws IdentityError.
   */
  async verifyIssued(token: string, thumbprint: string): Promise<Identity> {
    const claims = await this.claimsOf(token);
    const bound = thumbprintOf(claims);
    if (bound !== null && bound !== thumbprint) throw new IdentityError('not-bound', 'the token is bound to another key');
    return identityOf(claims, this.options);
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    const known = this.recent.of(token);
    if (known !== null) return known;
    const claims = await this.verifiedClaims(token);
    this.recent.add(token, claims);
    return claims;
  }

  private async verifiedClaims(token: string): Promise<JWTPayload & { readonly exp: number }> {
    const { issuer, audience } = this.options;
    const now = this.now();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, (header, input) => issuer.key(header, input), {
        algorithms,
        issuer: issuer.issuer,
        audience,
        currentDate: now,
        clockTolerance: CLOCK_LEEWAY,
        requiredClaims: ['exp', 'iat'],
      });
      if (!typeNames.has(protectedHeader.typ?.toLowerCase() ?? '')) throw new IdentityError('wrong-type', 'the token is not an access token');
      assertForUsAlone(payload, audience);
      assertNotFromTheFuture(payload, now);
      return payload as JWTPayload & { readonly exp: number };
    } catch (error) {
      throw asIdentityError(error);
    }
  }
}

function readAuthorization(header: string | undefined): { scheme: 'bearer' | 'dpop'; token: string } {
  if (header === undefined || header === '') throw new IdentityError('missing-token', 'there is no token');
  const [, scheme, token] = /^(bearer|dpop) ([\w.~+/-]+=*)$/i.exec(header) ?? [];
  if (scheme === undefined || token === undefined) throw new IdentityError('invalid-token', 'the header Authorization is neither Bearer nor DPoP');
  return { scheme: scheme.toLowerCase() as 'bearer' | 'dpop', token };
}

/** Null: a bearer token. A binding of another kind than DPoP's cannot be checked here, so it must not pass as none. */
function thumbprintOf({ cnf }: JWTPayload): string | null {
  if (cnf === undefined) return null;
  const thumbprint = typeof cnf === 'object' && cnf !== null ? (cnf as Record<string, unknown>)['jkt'] : undefined;
  if (typeof thumbprint !== 'string') throw new IdentityError('invalid-claims', 'the token is bound in a way that is not known');
  return thumbprint;
}

/** A token that also opens other doors could be carried here by those who keep them. */
function assertForUsAlone({ aud }: JWTPayload, audience: string): void {
  if (aud !== audience && !(Array.isArray(aud) && aud.length === 1)) throw new IdentityError('wrong-audience', 'the token is for others too');
}

function assertNotFromTheFuture({ iat }: JWTPayload, now: Date): void {
  if (iat! > now.getTime() / 1_000 + CLOCK_LEEWAY) throw new IdentityError('not-yet-valid', 'the token is issued in the future');
}

const claimCodes: Readonly<Record<string, IdentityErrorCode>> = { iss: 'wrong-issuer', aud: 'wrong-audience', nbf: 'not-yet-valid' };

/** What jose found, in our words. Its own errors hold the claims, a person's number among them, so they end here. */
function asIdentityError(error: unknown): IdentityError {
  if (error instanceof IdentityError) return error;
  const because = (code: IdentityErrorCode, message: string) => new IdentityError(code, message);
  if (error instanceof errors.JWTExpired) return because('expired', 'the token has expired');
  if (error instanceof errors.JWTClaimValidationFailed) return because(claimCodes[error.claim] ?? 'invalid-claims', `the claim ${error.claim} does not hold`);
  if (error instanceof errors.JOSEAlgNotAllowed) return because('wrong-algorithm', 'the token is not signed in a way that is believed');
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return because('unknown-key', 'the provider has no such key');
  if (error instanceof errors.JWSSignatureVerificationFailed) return because('bad-signature', 'the signature does not hold');
  if (error instanceof errors.JOSEError) return because('invalid-token', `the token cannot be read (${error.code})`);
  throw error;
}
