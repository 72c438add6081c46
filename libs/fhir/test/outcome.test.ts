import { expect, test } from '@jest/globals';
import { validateResource } from '@medplum/core';
import type { OperationOutcome } from '@medplum/fhirtypes';
import { loadFhirDefinitions, operationOutcome } from '../src/index.js';
import { bundle, patientResource, read, serviceRequest } from './support.js';

const isValidR4 = (outcome: OperationOutcome): boolean => loadFhirDefinitions().has(outcome.resourceType) && validateResource(outcome).length === 0;

test('an issue says what, where, why and what to do', () => {
  expect(operationOutcome([{ severity: 'warning', reason: 'ukjent-kode', expression: 'Patient.gender', text: 'Kjønnet er ukjent.' }])).toEqual({
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'warning',
        code: 'code-invalid',
        details: { coding: [{ system: 'urn:forlop:fhir-arsak', code: 'ukjent-kode' }] },
        diagnostics: 'Kjønnet er ukjent. Bruk en av kodene som FHIR R4 tillater.',
        expression: ['Patient.gender'],
      },
    ],
  });
});

test('without issues it says that nothing was found wrong, since R4 wants one', () => {
  const outcome = operationOutcome([]);
  expect(outcome.issue).toMatchObject([{ severity: 'information', code: 'informational', diagnostics: 'Ingen feil er funnet.' }]);
  expect(isValidR4(outcome)).toBe(true);
});

test.each<[string, unknown]>([
  ['an accepted referral', serviceRequest()],
  ['a refused one', serviceRequest({ status: 'draft', subject: undefined, foo: [null] })],
  ['a batch', bundle([serviceRequest(), patientResource(), { resourceType: 'Observation' }, {}])],
  ['no JSON object', 7],
])('the answer to %s is a valid OperationOutcome', (_what, json) => {
  const { outcome } = read(json);
  expect(outcome.issue.length).toBeGreaterThan(0);
  expect(isValidR4(outcome)).toBe(true);
});

test('the codes are R4’s own', () => {
  const codes = new Set(['invalid', 'structure', 'required', 'value', 'invariant', 'security', 'processing', 'not-supported', 'duplicate', 'multiple-matches', 'not-found', 'too-long', 'code-invalid', 'extension', 'too-costly', 'business-rule', 'conflict', 'informational']);
  const json = bundle([serviceRequest({ status: 'x', intent: 'plan', subject: { reference: 'Patient/1' } }), serviceRequest({ modifierExtension: [{ url: 'x', valueCode: 'y' }] })], { type: 'history' });
  expect((read(json).outcome.issue).every(({ code }) => codes.has(code))).toBe(true);
});
