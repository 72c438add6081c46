import { describe, expect, test } from '@jest/globals';
import { refusedReferral } from '../src/index.js';
import { bundle, fnr, FODSELSNUMMER, options, OTHER_FODSELSNUMMER, patientResource, read, serviceRequest } from './support.js';

type Json = Parameters<typeof refusedReferral>[1];
const kept = (message: unknown) => {
  const result = read(message);
  return result.refused.map((refused) => refusedReferral(refused, message as Json, result));
};
const wrong = (value: string) => `${value.slice(0, 10)}${(Number(value[10]) + 1) % 10}`;
const about = (value: string, more: object = {}) => serviceRequest({ subject: { identifier: fnr(value) }, ...more });

describe('a refused referral as the ledger keeps it', () => {
  test('has its source, its day of receipt, what could be read, and reasons that say what to do', () => {
    const message = about(wrong(FODSELSNUMMER));
    expect(kept(message)).toEqual([
      expect.objectContaining({
        source: expect.objectContaining({ kind: 'fhir', id: '5f0c7c5e-6a0e-4c53-9f0b-7d1f2b1f5a11' }),
        // The day it came in at our door: what a refused message says of itself is not relied on.
        receivedOn: '2026-04-01',
        original: message,
        patient: expect.objectContaining({ identifier: fnr(wrong(FODSELSNUMMER)) }),
        reasons: [{ code: 'ugyldig-fodselsnummer', path: 'ServiceRequest.subject.identifier.value', sentence: expect.stringMatching(/\. Kontroller fødselsnummeret og send henvisningen på nytt/) }],
      }),
    ]);
  });

  test('holds nothing of others in the same message', () => {
    const [one] = kept(bundle([about(FODSELSNUMMER), about(wrong(OTHER_FODSELSNUMMER), { identifier: [{ system: 'urn:prove', value: '2' }] }), patientResource()]));
    expect(JSON.stringify(one)).not.toContain(FODSELSNUMMER);
    expect(one!.original).toMatchObject({ resourceType: 'ServiceRequest', subject: { identifier: fnr(wrong(OTHER_FODSELSNUMMER)) } });
  });

  test('without a readable source is known by its content, whatever the order of its fields', () => {
    const unread = (message: unknown) => {
      const result = read(message);
      const [refused] = result.refused;
      return refusedReferral({ ...refused!, whatWasRead: { receivedAt: options.receivedAt, receivedOn: options.today, identifiers: [], referral: { patient: {} } } }, message as Json, result).source;
    };
    const message = about(wrong(FODSELSNUMMER));
    const turned = Object.fromEntries(Object.entries(message).reverse());
    expect(unread(turned)).toEqual(unread(message));
    expect(unread(about(wrong(OTHER_FODSELSNUMMER)))).not.toEqual(unread(message));
  });

  test('a number without a system says nothing of whom it is about', () => {
    const [one] = kept(serviceRequest({ subject: { identifier: { value: wrong(FODSELSNUMMER) } }, status: 'revoked' }));
    expect(one!.patient).not.toHaveProperty('identifier');
  });
});
