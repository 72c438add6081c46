import type { Identity } from '@forlop/access';
import { checkPersonIdentifier, isHprNumber, isOrganisasjonsnummer, systems } from '@forlop/contracts';
import type { JWTPayload } from 'jose';
import { IdentityError } from '../identity-error.js';

/**
 * The claims as HelseID names them (Norsk helsenett, utviklerportal.nhn.no: HelseID, Teknisk referanse, «Claims»;
 * the rules: Sikkerhetsprofil, vedlegg «Validating Access Tokens»).
 */
export const claimNames = {
  personNumber: 'helseid://claims/identity/pid',
  securityLevel: 'helseid://claims/identity/security_level',
  hprNumber: 'helseid://claims/hpr/hpr_number',
  parent: 'helseid://claims/client/claims/orgnr_parent',
  child: 'helseid://claims/client/claims/orgnr_child',
} as const;

/** The highest of the framework for authentication of the public sector (2, 3, 4): what health data about others takes. */
export const REQUIRED_SECURITY_LEVEL = '4';

/** Claims that only a log-in by a person leaves behind. */
const signsOfAPerson = [claimNames.securityLevel, claimNames.hprNumber, 'auth_time', 'amr', 'idp', 'sid'];

export interface ClaimRules {
  /** True outside production only: numbers of the test series belong to nobody. */
  readonly acceptSynthetic: boolean;
}

/**
 * Who the claims of a verified token speak of. A token with a person's number is a person; one without is a system, if
 * nothing in it comes from a log-in.
 * @throws IdentityError `low-security-level` or `invalid-claims`.
 */
export function identityOf(claims: JWTPayload, rules: ClaimRules): Identity {
  const personNumber = one(claims, claimNames.personNumber);
  const clientId = required(claims, 'client_id');
  const shared = {
    issuer: required(claims, 'iss'),
    organisation: { parent: organisationNumber(claims, claimNames.parent), child: organisationNumber(claims, claimNames.child) },
    scopes: scopesOf(claims),
    clientId,
  };
  if (personNumber !== null) return { kind: 'person', ...shared, ...personOf(claims, personNumber, rules) };
  assertNoPerson(claims, clientId);
  return { kind: 'system', ...shared, subject: clientId, personNumber: null, name: null, hprNumber: null };
}

function personOf(claims: JWTPayload, personNumber: string, { acceptSynthetic }: ClaimRules): Pick<Identity, 'subject' | 'personNumber' | 'name' | 'hprNumber'> {
  if (one(claims, claimNames.securityLevel) !== REQUIRED_SECURITY_LEVEL) {
    throw new IdentityError('low-security-level', 'the person did not log in at security level 4');
  }
  const check = checkPersonIdentifier(systems.fodselsnummer, personNumber, { synthetic: acceptSynthetic });
  if (!check.ok || (check.kind !== 'fodselsnummer' && check.kind !== 'd-nummer')) throw invalid(claimNames.personNumber);
  return { subject: required(claims, 'sub'), personNumber: check.value, name: one(claims, 'name'), hprNumber: hprNumber(claims) };
}

/** A person's token that lacks the number must not pass as a system's. */
function assertNoPerson(claims: JWTPayload, clientId: string): void {
  const subject = one(claims, 'sub');
  const isSubjectElse = subject !== null && subject !== clientId;
  if (isSubjectElse || signsOfAPerson.some((name) => claims[name] !== undefined)) throw invalid(claimNames.personNumber);
}

function hprNumber(claims: JWTPayload): string | null {
  const number = one(claims, claimNames.hprNumber);
  if (number !== null && !isHprNumber(number)) throw invalid(claimNames.hprNumber);
  return number;
}

function organisationNumber(claims: JWTPayload, name: string): string | null {
  const number = one(claims, name);
  if (number !== null && !isOrganisasjonsnummer(number)) throw invalid(name);
  return number;
}

/** HelseID gives a list, RFC 9068 words with spaces between. */
function scopesOf({ scope }: JWTPayload): readonly string[] {
  if (scope === undefined) return [];
  const given: unknown = typeof scope === 'string' ? scope.split(' ').filter((word) => word !== '') : scope;
  if (!Array.isArray(given) || !given.every((word): word is string => typeof word === 'string')) throw invalid('scope');
  return given;
}

function required(claims: JWTPayload, name: string): string {
  const value = one(claims, name);
  if (value === null) throw invalid(name);
  return value;
}

/** A claim with one text; a list of one counts as that one, several say nothing certain. */
function one(claims: JWTPayload, name: string): string | null {
  const claim = claims[name];
  const value: unknown = Array.isArray(claim) && claim.length === 1 ? claim[0] : claim;
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw invalid(name);
  return value;
}

/** Names the claim and never its value. */
function invalid(name: string): IdentityError {
  return new IdentityError('invalid-claims', `the claim ${name} is missing or cannot be used`);
}
