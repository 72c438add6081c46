import type { ApiProblem } from '../http/api-problem.js';
import type { ProblemKind } from '../http/problem-kinds.js';
import { FHIR } from '../tokens.js';

/** Whether an answer at this path is FHIR. */
export const isFhirPath = (path: string): boolean => path === `/${FHIR}` || path.startsWith(`/${FHIR}/`);

/** R4 issue types (http://hl7.org/fhir/R4/valueset-issue-type.html) of what can go wrong before a referral is read. */
const issueTypes: Readonly<Record<ProblemKind, string>> = {
  'invalid-input': 'invalid',
  'unreadable-body': 'invalid',
  'idempotency-key': 'invalid',
  unauthenticated: 'login',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'method-not-allowed': 'not-supported',
  refused: 'business-rule',
  conflict: 'conflict',
  erased: 'deleted',
  'too-large': 'too-long',
  'too-many': 'throttled',
  'unsupported-media-type': 'not-supported',
  'key-reused': 'duplicate',
  'too-many-requests': 'throttled',
  'not-set-up': 'exception',
  unavailable: 'transient',
  overloaded: 'throttled',
  internal: 'exception',
};

/** A problem as a sender of FHIR reads it. */
export function outcomeOf(problem: ApiProblem): object {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: problem.status >= 500 ? 'fatal' : 'error',
        code: issueTypes[problem.kind],
        details: { coding: [{ system: 'urn:forlop:problem', code: problem.parts.code ?? problem.kind }] },
        diagnostics: problem.detail,
      },
    ],
  };
}
