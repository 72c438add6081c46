import { describe, expect, test } from '@jest/globals';
import { requestsOf } from '../src/screens/worklist/bulk.js';
import { jumps } from '../src/screens/worklist/jumps.js';
import { rowsOf, withEnd } from '../src/screens/worklist/page-ends.js';
import { filterCount, queryOf, searchOf, sortedBy } from '../src/screens/worklist/wanted.js';
import { wantedOf } from '../src/shell/find-wanted.js';

describe('the address', () => {
  test('is read as far as it is known', () => {
    expect(searchOf({ liste: 'brutt', sorter: 'kontakt', omvendt: true, panel: 'filter', steg: 'utredning' })).toEqual({ liste: 'brutt', sorter: 'kontakt', omvendt: true, panel: 'filter', steg: 'utredning' });
    expect(searchOf({ liste: 'alt', sorter: 'toString', omvendt: 'ja', panel: 'x', steg: '', navn: 'Kari' })).toEqual({});
  });

  test('says what the API is asked: today, nearest date first, where it says nothing', () => {
    expect(queryOf({})).toEqual({ today: 'true', sort: 'due' });
    expect(queryOf({ liste: 'alle', oppfolger: 'ingen', for: '2026-04-01', omvendt: true, sorter: 'mottatt', panel: 'filter' })).toEqual({ person: 'nobody', dueBefore: '2026-04-01', sort: 'received', descending: 'true' });
    expect(filterCount({ liste: 'brutt', steg: 'utredning', for: '2026-04-01' })).toBe(2);
  });

  test('changes to another sorting, and by the same one to the other way round and back', () => {
    const other = sortedBy({ liste: 'brutt', omvendt: true }, 'kontakt');
    expect(other).toEqual({ liste: 'brutt', sorter: 'kontakt' });
    expect(sortedBy(other, 'kontakt')).toEqual({ ...other, omvendt: true });
    expect(sortedBy(sortedBy(other, 'kontakt'), 'kontakt')).toEqual(other);
    expect(sortedBy({}, 'frist')).toEqual({ sorter: 'frist', omvendt: true });
  });
});

describe('where pages begin', () => {
  test.each([
    ['the next one becomes known', [null], 0, 'a', [null, 'a']],
    ['the list ends', [null, 'a'], 1, null, [null, 'a']],
    ['a page ends elsewhere: those after it are begun anew', [null, 'a', 'b', 'c'], 0, 'x', [null, 'x']],
    ['the list has become shorter', [null, 'a', 'b'], 0, null, [null]],
    ['a page that is there no more', [null], 3, 'd', [null]],
  ] as const)('%s', (_, known, page, end, expected) => {
    expect(withEnd(known, page, end)).toEqual(expected);
  });

  test('nothing new is the same list', () => {
    const known = [null, 'a', 'b'];
    expect(withEnd(known, 0, 'a')).toBe(known);
    expect(withEnd(known, 2, null)).toBe(known);
  });
});

describe('how long a list is', () => {
  test.each([
    ['nothing is known yet', 1, undefined, 0],
    ['its only page has come', 1, 37, 37],
    ['its last page is on its way', 3, undefined, 300],
    ['its last page has come', 3, 37, 237],
  ])('%s', (_, pages, onLast, expected) => {
    expect(rowsOf(pages, onLast)).toBe(expected);
  });
});

test('the keys that jump lead a row, ten or to the ends', () => {
  expect(jumps(50, 100)).toEqual({ ArrowDown: 51, ArrowUp: 49, PageDown: 60, PageUp: 40, Home: 0, End: 99 });
});

describe('many at once', () => {
  const rows = [{ id: '1', role: 'koordinator' }, { id: '2', role: 'barnekoordinator' }, { id: '3', role: 'koordinator' }];

  test('are given to somebody role by role', () => {
    expect(requestsOf({ choice: { kind: 'assign', person: 'p' }, rows })).toEqual([
      { action: { kind: 'assign-owner', role: 'koordinator', person: 'p' }, pathwayIds: ['1', '3'] },
      { action: { kind: 'assign-owner', role: 'barnekoordinator', person: 'p' }, pathwayIds: ['2'] },
    ]);
  });

  test('are reminded of, or asked for, in one', () => {
    expect(requestsOf({ choice: { kind: 'remind' }, rows })).toEqual([{ action: { kind: 'remind' }, pathwayIds: ['1', '2', '3'] }]);
    expect(requestsOf({ choice: { kind: 'ask', appointment: 'mote', beforeOn: '2026-05-01' }, rows })).toEqual([{ action: { kind: 'ask-for-appointment', appointment: 'mote', beforeOn: '2026-05-01' }, pathwayIds: ['1', '2', '3'] }]);
  });
});

test.each([
  ['15848812342', { identifier: { value: '15848812342' } }],
  [' 158488 12342 ', { identifier: { value: '15848812342' } }],
  ['Kari Testesen ', { name: 'Kari Testesen' }],
  ['Kari 2', { name: 'Kari 2' }],
])('«%s» is searched for as %j', (typed, expected) => {
  expect(wantedOf(typed)).toEqual(expected);
});
