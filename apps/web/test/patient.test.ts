import { describe, expect, test } from '@jest/globals';
import { inOrder, lanesOf, stretchesOf } from '../src/screens/patient/clocks/lanes.js';
import { canChange, latestFirst, standingOf } from '../src/screens/patient/events/events.js';
import { dataOf, isComplete, newIds, valuesOf } from '../src/screens/patient/fields/values.js';
import { groupsOf, holds } from '../src/screens/patient/orders/groups.js';
import type { Clock, Command, Entry, Field } from '../src/screens/patient/queries.js';
import { patientSearch } from '../src/screens/patient/search.js';

const today = '2026-03-27';
const clock = (given: Partial<Clock>): Clock => ({ clock: 'FRIST', key: 'FRIST#1', occurrence: 1, title: 'Frist', status: 'running', startOn: '2026-03-01', warnOn: null, atRiskFrom: null, dueOn: null, metOn: null, endedOn: null, ...given }) as Clock;

describe('the line of a clock', () => {
  const dates = { warnOn: '2026-03-10', atRiskFrom: '2026-03-20', dueOn: '2026-03-25' };
  test.each([
    ['broken', {}, ['calm 03-01 03-10', 'warned 03-10 03-20', 'at-risk 03-20 03-25', 'late 03-25 03-27']],
    ['met', { metOn: '2026-03-15' }, ['calm 03-01 03-10', 'warned 03-10 03-15']],
    ['met-late', { metOn: '2026-03-26' }, ['calm 03-01 03-10', 'warned 03-10 03-20', 'at-risk 03-20 03-25', 'late 03-25 03-26']],
    ['closed', {}, ['calm 03-01 03-10', 'warned 03-10 03-20', 'at-risk 03-20 03-25']],
    ['passed-by-patient', {}, ['calm 03-01 03-10', 'warned 03-10 03-20', 'at-risk 03-20 03-25']],
  ] as const)('that is %s', (status, more, lines) => {
    expect(stretchesOf(clock({ ...dates, status, ...more }), today).map(({ kind, from, to }) => `${kind} ${from.slice(5)} ${to.slice(5)}`)).toEqual(lines);
  });

  test('without a limit goes on until today, and one that runs until its last day', () => {
    expect(stretchesOf(clock({}), today)).toEqual([{ kind: 'calm', from: '2026-03-01', to: today }]);
    expect(stretchesOf(clock({ dueOn: '2026-04-08' }), today)).toEqual([{ kind: 'calm', from: '2026-03-01', to: '2026-04-08' }]);
  });
});

test('what needs somebody comes first, then the nearest day, and a rule has one line', () => {
  const clocks = [clock({ key: 'A#1', clock: 'A', status: 'met' }), clock({ key: 'B#1', clock: 'B', dueOn: '2026-05-01' }), clock({ key: 'A#2', clock: 'A', occurrence: 2, dueOn: '2026-04-01' }), clock({ key: 'C#1', clock: 'C', status: 'broken' })];
  expect(inOrder(clocks).map(({ key }) => key)).toEqual(['C#1', 'A#2', 'B#1', 'A#1']);
  expect(lanesOf(clocks).map((lane) => lane.clocks.map(({ key }) => key))).toEqual([['C#1'], ['A#1', 'A#2'], ['B#1']]);
});

test("commands of the patient's step come first, then those of any step, then the other steps in their order", () => {
  const from: Record<string, readonly string[] | '*'> = { alltid: '*', sent: ['oppfolging'], na: ['utredning', 'oppfolging'], forst: ['mottatt'] };
  const commands = Object.keys(from).map((command) => ({ command }) as Command);
  expect(groupsOf(commands, (command) => from[command]!, 'utredning', ['mottatt', 'utredning', 'oppfolging']).map((group) => group.commands.map(({ command }) => command))).toEqual([['na'], ['alltid'], ['forst'], ['sent']]);
  expect([holds('Utsett time', 'TIME utsett'), holds('Utsett time', 'avlys')]).toEqual([true, false]);
});

test('what a form sends is what was filled in, and a correction begins with what stood there', () => {
  const field = (type: Field['type']): Field => ({ title: { nb: 'Felt' }, type });
  const fields = { tall: field('number'), dag: field('date'), koder: field('codes'), svar: field('boolean'), tom: field('code') };
  const data = { tall: 7.5, dag: '2026-03-27', koder: ['a', 'b'], svar: false };
  expect(dataOf(fields, { ...valuesOf(fields, data), tom: '' })).toEqual(data);
  expect(dataOf(fields, { tall: '7,5', koder: [] })).toEqual({ tall: 7.5 });
});

test('an event that was put right or taken back is told apart, and cannot be changed again by itself', () => {
  const entry = (id: string, more: Partial<Entry> = {}): Entry => ({ id, seq: Number(id), kind: 'fact', occurredOn: '2026-03-20', supersededBy: null, corrects: null, retracts: null, ...more }) as Entry;
  const timeline = [entry('1', { supersededBy: '2' }), entry('2', { corrects: '1' }), entry('3', { supersededBy: '4' }), entry('4', { retracts: '3' }), entry('5', { kind: 'observation', occurredOn: '2026-03-19' })];
  expect(timeline.map((one) => standingOf(one, timeline))).toEqual(['corrected', 'correction', 'retracted', 'retraction', 'plain']);
  expect(timeline.filter(canChange).map(({ id }) => id)).toEqual(['2']);
  expect(latestFirst(timeline).map(({ id }) => id)).toEqual(['4', '3', '2', '1', '5']);
});

test('the address holds what it knows, and nothing else', () => {
  expect(patientSearch({ fane: 'gjor', frist: 'FRIST#1', zoom: 'mil', alle: true, endring: 'rett', navn: 'Kari', system: 'ja' })).toEqual({ fane: 'gjor', frist: 'FRIST#1', alle: true, endring: 'rett' });
});

describe('a form whose ids are not asked for', () => {
  const field = (type: Field['type'], required = false): Field => ({ title: { nb: 'Felt' }, type, required });
  const fields = { dag: field('date', true), enig: field('boolean'), sporsmalId: field('id', true), annenId: field('id') };

  test('is complete when what a person must fill in is there', () => {
    expect([isComplete(fields, {}), isComplete(fields, {}, ['dag']), isComplete(fields, { dag: '2026-03-20' })]).toEqual([false, true, true]);
  });

  test('gets a new id where one is required', () => expect(Object.keys(newIds(fields))).toEqual(['sporsmalId']));
});
