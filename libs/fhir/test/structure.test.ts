import { expect, test } from '@jest/globals';
import { accepted, refused, serviceRequest, told } from './support.js';

const fasting = { resourceType: 'Observation', id: 'fasting', status: 'final', code: { text: 'Fastende' } };

test('contained resources that are not read are let be', () => {
  const request = serviceRequest({ contained: [fasting], supportingInfo: [{ reference: '#fasting' }] });
  expect(accepted(request).issues.map(({ reason }) => reason)).toEqual(['ikke-lest']);
});

test.each<[string, object, string]>([
  ['a contained resource that is read and wrong', { contained: [{ resourceType: 'Condition', id: 'c', subject: { display: 'x' }, kode: 1 }], reasonReference: [{ reference: '#c' }] }, 'ServiceRequest.contained[0].kode'],
  ['a contained resource of no type', { contained: [{ resourceType: 'Henvisning', id: 'c' }] }, 'ServiceRequest'],
  ['a list where there is one', { patientInstruction: ['a'] }, 'ServiceRequest.patientInstruction'],
  ['one where there is a list', { bodySite: { text: 'kne' } }, 'ServiceRequest.bodySite'],
  ['an extension with neither value nor parts', { extension: [{ url: 'http://example.org' }] }, 'ServiceRequest.extension[0]'],
  ['an element whose name is no name in FHIRPath', { 'min pasient': 1 }, 'ServiceRequest'],
])('%s is told in bokmål, with its place', (_what, change, expression) => {
  const { issues } = refused(serviceRequest(change as Record<string, unknown>));
  expect(told(issues, 'error')).toContain(`ugyldig-struktur ${expression}`);
  expect(issues.filter(({ severity }) => severity === 'error').every(({ text }) => /^(Elementet|Et element|Ressurstypen|Regelen|Verdien)/.test(text))).toBe(true);
});
