import { describe, expect, test } from '@jest/globals';
import { barHeight, isChoice } from '../src/screens/capacity/choices.js';
import { lackingIn, inputOf, newCourse, writtenOf } from '../src/screens/courses/written.js';
import { matchingTerms } from '../src/screens/help/matching-terms.js';
import { arcsOf, drawn, stuckAt, waysOf } from '../src/screens/map/layout.js';
import type { Step, Transition } from '../src/screens/map/queries.js';
import { byDay } from '../src/screens/rehearse/by-day.js';

const step = (id: string, overdue: number | null = 0): Step => ({ id, title: { nb: id }, terminal: false, owner: null, patients: 1, medianDays: 1, p90Days: 1, overdue, variants: [] });
const way = (from: string[] | null, to: string): Transition => ({ from, to, event: 'e', title: { nb: 'e' }, milestone: false });
const steps = [step('a'), step('b', 2), step('c', 5), step('d', null)];

describe('the map is laid out from the definition', () => {
  const ways = waysOf([way(['a', 'b'], 'c'), way(['a'], 'b'), way(['a'], 'b'), way(['c'], 'a'), way(['b'], 'b'), way(null, 'd')]);

  test('each pair of steps is one way; what stays where it is and what comes from everywhere are not drawn', () => {
    expect(ways.map(({ from, to, events }) => [from, to, events.length])).toEqual([['a', 'c', 1], ['b', 'c', 1], ['a', 'b', 2], ['c', 'a', 1]]);
  });

  test('shows the way to the next step, and all ways of the step that is chosen', () => {
    expect(drawn(steps, ways, undefined).map(({ from, to }) => from + to)).toEqual(['bc', 'ab']);
    expect(drawn(steps, ways, 'c').map(({ from, to }) => from + to)).toEqual(['ac', 'bc', 'ca']);
  });

  test('no arc of one side lies over another', () => {
    const arcs = arcsOf(steps, ways);
    expect(arcs.map(({ key, lane, forward }) => [key, lane, forward])).toEqual([['b c', 1, true], ['a b', 1, true], ['a c', 2, true], ['c a', 1, false]]);
  });

  test('patients are stuck where most frister are broken; what is hidden is not guessed at', () => {
    expect(stuckAt(steps).map(({ id }) => id)).toEqual(['c', 'b']);
  });
});

test('a rehearsal shows the main things day by day, or everything', () => {
  const line = (on: string, what: 'clock' | 'asked') => ({ on, what, rule: null, status: null, sentence: what });
  const timeline = [line('2026-03-20', 'clock'), line('2026-03-20', 'asked'), line('2026-03-21', 'asked')];
  expect(byDay(timeline, 'viktig')).toEqual([{ on: '2026-03-20', lines: [timeline[0]] }]);
  expect(byDay(timeline, 'alt').map(({ lines }) => lines.length)).toEqual([2, 1]);
});

test('a course that is changed says its times as they are in Norway, also across the change to winter time', () => {
  const sessions = [['2026-10-23T08:00:00.000Z', '2026-10-23T12:00:00.000Z'], ['2026-10-26T09:00:00.000Z', '2026-10-26T13:00:00.000Z']] as const;
  const course = { ...inputOf(newCourse), id: 'i', organisationId: 'o', taken: 0, free: 12, waiting: 0, cancelledAt: null, cancelledReason: null, sessions: sessions.map(([startsAt, endsAt]) => ({ id: startsAt, startsAt, endsAt })) };
  expect(inputOf(writtenOf(course)).sessions).toEqual([{ date: '2026-10-23', from: '10:00', to: '14:00' }, { date: '2026-10-26', from: '10:00', to: '14:00' }]);
});

test('a course is sent when what it needs is filled in', () => {
  expect(lackingIn(newCourse)).toEqual(['title', 'sessions']);
  const session = { date: '2026-09-07', from: '10:00', to: '14:00' };
  expect(lackingIn({ ...newCourse, title: 'Kurs', sessions: [session] })).toEqual([]);
  expect(lackingIn({ ...newCourse, title: 'Kurs', places: '0', sessions: [{ ...session, to: '25:00' }] })).toEqual(['places', 'sessions']);
});

test('terms are found by every word that is typed', () => {
  const terms = [{ id: 'v', name: 'Virkedag', means: 'Mandag til fredag' }, { id: 'f', name: 'Frist', means: 'Siste dag' }];
  expect(matchingTerms(terms, 'DAG fredag', 'nb').map(({ id }) => id)).toEqual(['v']);
  expect(matchingTerms(terms, '', 'nb').map(({ id }) => id)).toEqual(['f', 'v']);
});

test('bars stand in proportion to the highest, and nothing is divided by none', () => {
  expect([barHeight(3, 6), barHeight(0, 0), isChoice('med-time'), isChoice('toString')]).toEqual([50, 0, true, false]);
});
