import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { dayAxis, daysLeftOf } from '../src/pathways/day-axis.js';

const today = osloDate('2026-03-27');

describe('the axis of a picture', () => {
  test('holds whole months around every day that is named, however deep, and today', () => {
    expect(dayAxis([{ dueOn: '2026-05-06', key: 'FRIST#1', shown: [{ from: '2026-02-28', to: null, knownAt: 3 }] }], today)).toEqual({
      from: '2026-02-01', to: '2026-05-31', length: 120, months: ['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'],
      at: { '2026-02-01': 0, '2026-02-28': 27, '2026-03-01': 28, '2026-03-27': 54, '2026-04-01': 59, '2026-05-01': 89, '2026-05-06': 94 },
    });
  });

  test('of nothing is this month', () => expect(dayAxis([], today)).toMatchObject({ from: '2026-03-01', to: '2026-03-31', length: 31 }));
});

test.each([
  ['running', '2026-03-28', 1], ['running', '2026-03-27', 0], ['broken', '2026-03-26', -1], ['met', '2026-03-28', null], ['closed', '2026-03-28', null], ['running', null, null],
] as const)('of one that is %s and due on %s there are %s days left', (status, dueOn, left) => {
  expect(daysLeftOf({ status, dueOn: dueOn === null ? null : osloDate(dueOn) }, today)).toBe(left);
});
