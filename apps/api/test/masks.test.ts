import { expect, test } from '@jest/globals';
import { withoutWhatIsNotTheirs } from '../src/access/masks.js';

const view = { pathwayId: 'p', timeline: [], fastlege: { status: 'har-fastlege', doctors: [{ name: 'Rolig Mønster', hprNumber: '9100004' }] }, attributes: { fastlege: 'har-fastlege' } };
const masked = (reach: 'unit' | 'step' | 'pseudonymous', identities: boolean) => withoutWhatIsNotTheirs(view, { allowed: true, reach, identities } as Parameters<typeof withoutWhatIsNotTheirs>[1]);

test('who the fastlege is, is for those who may know who the patient is and take part in all of it', () => {
  expect(masked('unit', true)).toEqual(view);
  expect(masked('pseudonymous', false)).toMatchObject({ pathwayId: 'p', fastlege: null });
  expect(masked('step', true)).toMatchObject({ pathwayId: 'p', fastlege: null });
  // A rule's word of the same name stays.
  expect(masked('pseudonymous', false)).toMatchObject({ attributes: { fastlege: 'har-fastlege' } });
});
