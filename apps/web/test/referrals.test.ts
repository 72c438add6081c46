import { describe, expect, test } from '@jest/globals';
import { isAct, nextAfter } from '../src/screens/referrals/acts.js';
import { emptyReferral, referralOf } from '../src/screens/referrals/referral-values.js';

describe('the next referral', () => {
  test.each([
    [['a', 'b', 'c'], 'b', 'c'],
    [['a', 'b', 'c'], 'c', 'a'],
    // Assessed, and gone from the list.
    [['b', 'c'], 'a', 'b'],
    [['a'], 'a', undefined],
    [[], 'a', undefined],
  ])('of %j after %s is %s', (ids, id, next) => expect(nextAfter(ids, id)).toBe(next));

  test('is found by an act that the address may name', () => expect(['rett', 'frist', 'slett', 7].map(isAct)).toEqual([true, true, false, false]));
});

describe('a referral that is written by hand', () => {
  test('leaves out what is empty', () => {
    expect(referralOf({ ...emptyReferral, number: '158488 00055', receivedOn: '2026-03-20', reason: 'a04', pathway: 'langvarig-smerte' }, 'id')).toEqual({
      definition: 'langvarig-smerte',
      source: { kind: 'api', system: 'urn:forlop:skjema', id: 'id' },
      patient: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '15848800055' } },
      mottattdato: '2026-03-20', reasonCodes: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7170', code: 'A04' }],
    });
  });

  test('may lack a number', () => {
    const { patient, reasonCodes, referrer } = referralOf({ ...emptyReferral, given: ' Prøve ', family: 'Prøvesen', birthDate: '1990-04-15', receivedOn: '2026-03-20', referrerName: 'Lege Legesen' }, 'id');
    expect([patient, reasonCodes, referrer]).toEqual([{ birthDate: '1990-04-15', name: { given: 'Prøve', family: 'Prøvesen' } }, [], { name: 'Lege Legesen' }]);
  });
});
