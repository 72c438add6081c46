import { describe, expect, test } from '@jest/globals';
import {
  canonicalSystem,
  hprNumberSchema,
  isHerId,
  isHprNumber,
  isOrganisasjonsnummer,
  isReshId,
  organisasjonsnummerSchema,
  organisationIdentifierFault,
  syntheticOrganisasjonsnummer,
  systems,
} from '../src/index.js';

describe('organisasjonsnummer', () => {
  // 123456785 is Brønnøysundregistrene's own worked example; 915933149 is in the published no-basis example.
  test.each([
    ['123456785', true],
    ['915933149', true],
    ['123456784', false],
    ['12345678', false],
    ['1234567850', false],
    ['123 456 785', false],
    ['', false],
  ])('%s: %s', (value, valid) => {
    expect(isOrganisasjonsnummer(value)).toBe(valid);
    expect(organisasjonsnummerSchema.safeParse(value).success).toBe(valid);
  });

  test('a weighted sum that leaves 10 has no number', () => {
    const candidates = Array.from({ length: 10 }, (_, digit) => `31000000${digit}`).filter(isOrganisasjonsnummer);
    expect(candidates).toHaveLength(1);
  });

  test('synthetic ones are valid and different', () => {
    const numbers = Array.from({ length: 500 }, (_, serial) => syntheticOrganisasjonsnummer(serial));
    expect(numbers.every(isOrganisasjonsnummer)).toBe(true);
    expect(new Set(numbers).size).toBe(500);
    expect(() => syntheticOrganisasjonsnummer(-1)).toThrow(RangeError);
  });
});

test.each([
  ['9144889', true],
  ['1', true],
  ['0144889', false],
  ['1234567890', false],
  ['HPR1', false],
])('HPR number %s: %s', (value, valid) => {
  expect(isHprNumber(value)).toBe(valid);
  expect(hprNumberSchema.safeParse(value).success).toBe(valid);
});

test.each([
  ['8094866', true],
  ['0', false],
  ['', false],
  ['4200-1', false],
])('HER-id and RESH id %s: %s', (value, valid) => {
  expect(isHerId(value)).toBe(valid);
  expect(isReshId(value)).toBe(valid);
});

test.each([
  [systems.organisasjonsnummer, '123456785', undefined],
  [systems.reshId, '4200123', undefined],
  ['2.16.578.1.12.4.1.2', '8094866', undefined],
  [systems.organisasjonsnummer, '123456784', /Organisasjonsnummeret/],
  [systems.reshId, 'x', /RESH-id-en/],
  [systems.hprNumber, '9144889', /organisasjonsnummer, RESH-id eller HER-id/],
])('an organisation as %s %s', (system, value, says) => {
  const fault = organisationIdentifierFault(system, value);
  if (says === undefined) {
    expect(fault).toBeUndefined();
  } else {
    expect(fault).toMatch(says);
  }
});

test.each([
  ['http://hl7.org/fhir/sid/icpc-2', systems.icpc2],
  ['urn:oid:2.16.840.1.113883.6.139', systems.icpc2],
  ['http://hl7.org/fhir/sid/icd-10', systems.icd10],
  [' 2.16.578.1.12.4.1.4.1 ', systems.fodselsnummer],
  ['http://snomed.info/sct', 'http://snomed.info/sct'],
  ['constructor', 'constructor'],
])('the system %s is %s', (system, canonical) => {
  expect(canonicalSystem(system)).toBe(canonical);
});
