import { checkPersonIdentifier, type Referral } from '@forlop/contracts';
import { invalidInput } from '../http/api-problem.js';

/**
 * Holds a referral to be about a real person where only such are wanted: a number of a test series belongs to nobody, so what stood under
 * it would never be found. Whoever fills in a form is told at once; a message at the FHIR door is quarantined for the same.
 * @param at where the referral stands in what was sent.
 * @throws ApiProblem `invalid-input` with `syntetisk-nummer`.
 */
export function assertRealPerson({ patient: { identifier } }: Referral, acceptSynthetic: boolean, at = ''): void {
  if (identifier === undefined || acceptSynthetic) return;
  const check = checkPersonIdentifier(identifier.system, identifier.value, { synthetic: false });
  if (!check.ok && check.code === 'syntetisk-nummer') throw invalidInput([{ path: `${at}/patient/identifier/value`, code: check.code, sentence: check.message }]);
}
