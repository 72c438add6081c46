import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { read } from './support.js';

const folder = join(process.cwd(), 'libs/fhir/test/fixtures/hl7-r4');

/** What becomes of each official R4 example: `accepted`, or the reasons for its quarantine. */
const answers: Readonly<Record<string, string>> = {
  'ServiceRequest-ambulation.json': 'ikke-aktiv ukjent-pasient',
  'ServiceRequest-appendectomy-narrative.json': 'ikke-aktiv',
  'ServiceRequest-benchpress.json': 'ikke-bestilling ukjent-pasient',
  'ServiceRequest-colon-biopsy.json': 'ikke-aktiv ukjent-pasient',
  'ServiceRequest-colonoscopy.json': 'ikke-aktiv ukjent-pasient',
  'ServiceRequest-di.json': 'ikke-bestilling ukjent-pasient',
  'ServiceRequest-do-not-turn.json': 'skal-ikke-utfores ukjent-pasient',
  'ServiceRequest-education.json': 'ikke-aktiv',
  'ServiceRequest-example-implant.json': 'ikke-aktiv ukjent-pasient',
  'ServiceRequest-example-pgx.json': 'ikke-bestilling ukjent-pasient',
  'ServiceRequest-example.json': 'ikke-aktiv ukjent-pasient',
  'ServiceRequest-ft4.json': 'ikke-bestilling ukjent-pasient',
  'ServiceRequest-lipid.json': 'ikke-bestilling ukjent-pasient',
  'ServiceRequest-myringotomy.json': 'accepted',
  'ServiceRequest-ob.json': 'ikke-aktiv',
  'ServiceRequest-og-example1.json': 'ikke-bestilling ukjent-pasient',
  'ServiceRequest-physical-therapy.json': 'ikke-aktiv ukjent-pasient',
  'ServiceRequest-physiotherapy.json': 'ikke-aktiv ukjent-pasient',
  'ServiceRequest-subrequest.json': 'ikke-bestilling ukjent-pasient',
  'ServiceRequest-vent.json': 'ikke-aktiv ukjent-pasient',
};

const example = (file: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder, file), 'utf8'));

test('every example has an answer', () => {
  expect(readdirSync(folder).filter((file) => file.endsWith('.json')).sort()).toEqual(Object.keys(answers).sort());
});

test.each(Object.entries(answers))('%s: %s', (file, answer) => {
  const { referrals, refused, outcome } = read(example(file));
  expect(referrals.length + refused.length).toBe(1);
  expect(refused[0]?.reasonCodes.join(' ') ?? 'accepted').toBe(answer);
  expect(refused.every(({ quarantine }) => quarantine)).toBe(true);
  expect(outcome.issue.every(({ diagnostics }) => diagnostics !== undefined && /\S/.test(diagnostics))).toBe(true);
});

// None of them breaks R4: what stands in the way is what they say, which changes when it is changed.
test.each(Object.keys(answers))('%s as an active order for a known patient is accepted', (file) => {
  const request = { ...example(file), status: 'active', intent: 'order', doNotPerform: false, subject: { display: 'Kari Testesen' } };
  const { referrals, refused } = read(request);
  expect(refused).toEqual([]);
  expect(referrals[0]?.referral.patient).toEqual({ name: { given: 'Kari', family: 'Testesen' } });
});
