import { expect, test } from '@jest/globals';
import { referralSchema } from '@forlop/contracts';
import fc from 'fast-check';
import { bundle, fnr, FODSELSNUMMER, patientResource, read, serviceRequest } from './support.js';

/** What must hold of the answer to anything: every referral fits the contract, every refusal has a reason, and it says so. */
function holds(json: unknown): void {
  const { referrals, refused, outcome } = read(json);
  expect(referrals.length + refused.length).toBeGreaterThan(0);
  for (const { referral, issues } of referrals) {
    expect(referralSchema.safeParse(referral).success).toBe(true);
    expect(issues.every(({ severity }) => severity === 'warning' || severity === 'information')).toBe(true);
  }
  for (const { reasonCode, whatWasRead } of refused) {
    expect(reasonCode).toMatch(/^[a-z-]+$/);
    expect(whatWasRead.receivedOn).toBe('2026-04-01');
  }
  expect(outcome.issue.every(({ diagnostics }) => Boolean(diagnostics))).toBe(true);
}

const anyJson = fc.jsonValue({ maxDepth: 4 });
const odd = fc.oneof(anyJson, fc.constantFrom(null, '', ' ', 0, -1, true, [], {}, [[]], [null], '__proto__', 'constructor', '2026-03-20', { resourceType: 'Patient' }, '#p', '#'));

test('arbitrary JSON never throws', () => {
  fc.assert(fc.property(anyJson, holds), { numRuns: 250 });
});

test('arbitrary resources never throw', () => {
  const keys = ['resourceType', 'status', 'intent', 'subject', 'identifier', 'extension', 'contained', 'note', 'reasonCode', 'requester', 'performer', 'entry', 'type', '__proto__', 'id', 'meta'];
  const resource = fc.dictionary(fc.constantFrom(...keys), odd).chain((rest) => fc.constantFrom('ServiceRequest', 'Bundle', 'Patient', 'X').map((resourceType) => ({ ...rest, resourceType })));
  fc.assert(fc.property(resource, holds), { numRuns: 250 });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  const own = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...at, key])) : [];
  return [at, ...own];
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) {
    return by;
  }
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  copy[first] = replaced(copy[first], rest, by);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const whole = bundle([
  serviceRequest({
    subject: { reference: 'Patient/kari', identifier: fnr(FODSELSNUMMER), display: 'Kari Testesen' },
    authoredOn: '2026-03-20',
    requester: { reference: 'PractitionerRole/r' },
    performer: [{ reference: 'Organization/o' }],
    code: { text: 'Utredning' },
    reasonReference: [{ reference: 'Condition/c' }],
    occurrencePeriod: { start: '2026-05-01', end: '2026-05-02' },
    instantiatesUri: ['urn:forlop:definition:langvarig-utmattelse'],
  }),
  patientResource(),
  { resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'Practitioner/p' }, organization: { reference: 'Organization/o' } },
  { resourceType: 'Practitioner', id: 'p', identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.4', value: '9144889' }], name: [{ family: 'Legesen' }] },
  { resourceType: 'Organization', id: 'o', identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.102', value: '4200123' }], name: 'Sykehuset' },
  { resourceType: 'Condition', id: 'c', subject: { display: 'x' }, code: { coding: [{ system: 'urn:x', code: '1' }] } },
]);
const paths = pathsOf(whole);

test('a good message with any one element replaced by anything never throws', () => {
  expect(read(whole).refused).toEqual([]);
  fc.assert(
    fc.property(fc.constantFrom(...paths), odd, (path, value) => holds(replaced(whole, path, value))),
    { numRuns: 600 },
  );
});

test('whatever happens to other elements, a referral in a Bundle is taken in or quarantined', () => {
  const outside = paths.filter(([entry, index]) => entry === 'entry' && index !== undefined && index !== '0');
  fc.assert(
    fc.property(fc.constantFrom(...outside), odd, (path, value) => {
      const { referrals, refused } = read(replaced(whole, path, value));
      const first = [...referrals, ...refused.filter(({ quarantine }) => quarantine)].filter(({ path: at }) => at === 'Bundle.entry[0].resource');
      expect(first).toHaveLength(1);
    }),
    { numRuns: 250 },
  );
});
