import { describe, expect, test } from '@jest/globals';
import { addDays, osloDate } from '@forlop/calendar';
import fc from 'fast-check';
import { forecast, ForecastError, type UnitBasis } from '../src/index.js';
import { asOf, LivedClinic, onWorkingDays, settings, unit, waits } from './hospital.js';

const oneWeek = [{ value: 7, n: 1 }];

describe('worked out by hand', () => {
  test('nobody comes and nobody waits: nothing breaks', () => {
    const { broken, weeks, units } = forecast([unit()], settings());
    expect([broken, units[0]!.waiting, weeks.map(({ broken: { mean } }) => mean)]).toEqual([{ mean: 0, median: 0, low: 0, high: 0 }, 0, [0, 0, 0, 0, 0, 0, 0, 0]]);
    expect(forecast([], settings()).broken.mean).toBe(0);
  });

  test.each([
    // The day after the date is the day of the breach: due today breaks tomorrow, in the first week; due in seven days in the second.
    [-1, []], [0, [0]], [6, [0]], [7, [1]], [55, [7]], [56, []],
  ])('without any capacity one who is due in %i days breaks in week %j', (dueIn, weeks) => {
    const made = forecast([unit({ waiting: [waits(dueIn)] })], settings({ runs: 3 }));
    expect(made.weeks.flatMap(({ broken: { mean } }, week) => (mean === 1 ? [week] : []))).toEqual(weeks);
    expect([made.units[0]!.waiting, made.units[0]!.alreadyBroken]).toEqual(dueIn < 0 ? [0, 1] : [1, 0]);
  });

  test.each([
    ['a time on the date keeps it', waits(9, 9), 0],
    ['a time on the day after does not', waits(9, 10), 1],
    ['a time beyond the weeks ahead does not', waits(9, 90), 1],
    ['whose date passes because the patient asked to wait is no breach', waits(9, 20, true), 0],
  ])('%s', (_, waiting, broken) => {
    const [told] = forecast([unit({ waiting: [waiting] })], settings({ runs: 3 })).units;
    expect([told!.broken.mean, told!.byPatient]).toEqual([broken, waiting.passedByPatient ? 1 : 0]);
  });

  test('free places are given to the nearest date first', () => {
    // 2026-03-02 is a Monday: one place on Tuesday, one on Thursday, and the calendar says that there is no other.
    const freePlaces = [{ on: addDays(asOf, 1), n: 1 }, { on: addDays(asOf, 3), n: 1 }, { on: addDays(asOf, 56), n: 0 }];
    const due = (...days: number[]) => forecast([unit({ waiting: days.map((day) => waits(day)), freePlaces })], settings({ runs: 3 })).broken.mean;
    expect([due(1, 3), due(1, 1), due(3, 1), due(3, 3), due(2, 2), due(3, 3, 3)]).toEqual([0, 1, 0, 0, 1, 1]);
  });

  test('a no-show on a day in time is the patient’s, and she is given another time', () => {
    const [told] = forecast([unit({ waiting: [waits(5, 3)], noShows: 1 })], settings({ runs: 5 })).units;
    expect([told!.assumptions.noShow, told!.broken.mean, told!.byPatient]).toEqual([1, 0, 1]);
    const [late] = forecast([unit({ waiting: [waits(5, 6)], noShows: 1 })], settings({ runs: 5 })).units;
    expect([late!.broken.mean, late!.byPatient]).toEqual([1, 0]);
  });

  test('capacity behind is taken for the like days ahead: none at Easter, when nobody works', () => {
    // Weeks from 30 March 2026: three working days, then two (Easter Monday is the 6th) and so on; one visit on each.
    const easter = osloDate('2026-03-29');
    const visits = onWorkingDays(1, 8, easter);
    const { weeks } = forecast([unit({ visits, waiting: Array.from({ length: 60 }, () => waits(400)) })], settings({ asOf: easter, weeksBack: 8, weeks: 3, runs: 3 }));
    expect(weeks.map(({ from, visits: held }) => [from, held])).toEqual([['2026-03-30', 3], ['2026-04-06', 4], ['2026-04-13', 5]]);
  });

  test('says where capacity is known from', () => {
    const sources = (basis: Partial<UnitBasis>) => forecast([unit(basis)], settings({ runs: 1, weeks: 2 })).units[0]!.assumptions.sources;
    expect(sources({})).toEqual(['none', 'none']);
    expect(sources({ visits: onWorkingDays(1) })).toEqual(['history', 'history']);
    expect(sources({ visits: onWorkingDays(1), freePlaces: [{ on: asOf, n: 2 }, { on: addDays(asOf, 7), n: 2 }] })).toEqual(['calendar', 'history']);
  });
});

const clinic = (more: Partial<UnitBasis> = {}): UnitBasis => unit({
  waiting: Array.from({ length: 90 }, (_, i) => waits(i >> 1)), inflow: [...onWorkingDays(2, 13), ...onWorkingDays(4, 13, addDays(asOf, -91))], lengths: [{ value: 28, n: 3 }, { value: 42, n: 1 }], visits: onWorkingDays(3), waits: [{ value: 20, n: 10 }], notices: [{ value: 7, n: 10 }], ...more,
});

describe('laws', () => {
  test('the same seed gives the same answer, another another; more units change nobody’s', () => {
    const one = forecast([clinic()], settings());
    expect(forecast([clinic()], settings())).toEqual(one);
    expect(forecast([clinic()], settings({ seed: 'en annen' })).broken).not.toEqual(one.broken);
    const both = forecast([clinic({ organisationId: 'a' }), clinic()], settings());
    expect(both.units.find(({ organisationId }) => organisationId === 'enhet-1')).toEqual(one.units[0]);
    expect(both.broken.mean).toBeCloseTo(both.units[0]!.broken.mean + both.units[1]!.broken.mean, 2);
  });

  const basisArb = fc.record({ waiting: fc.array(fc.record({ due: fc.integer({ min: -5, max: 70 }), booked: fc.option(fc.integer({ min: 0, max: 70 })) }), { maxLength: 25 }), inflow: fc.nat(3), visits: fc.nat(3) })
    .map(({ waiting, inflow, visits }) => clinic({ waiting: waiting.map(({ due, booked }) => waits(due, booked)), inflow: onWorkingDays(inflow, 4), visits: onWorkingDays(visits, 4), lengths: [...oneWeek, { value: 30, n: 2 }] }));

  test('with the same chances more capacity never breaks more, in any life', () =>
    fc.assert(fc.property(basisArb, fc.integer({ min: 1, max: 20 }), (basis, more) => {
      const made = (extraPlaces: number) => forecast([basis], settings({ weeksBack: 4, runs: 5, extraPlaces })).broken;
      const [as, with_] = [made(0), made(more)];
      expect([with_.low <= as.low, with_.median <= as.median, with_.high <= as.high, with_.mean <= as.mean]).toEqual([true, true, true, true]);
    }), { numRuns: 15 }));

  test('with patients who do not come too, more capacity breaks no more on average', () => {
    const means = [-5, 0, 5, 10, 20].map((extraPlaces) => forecast([clinic({ noShows: 60 })], settings({ extraPlaces })).broken.mean);
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(means[0]! > means[4]!).toBe(true);
  });

  test('one more who waits without a time never breaks fewer; nobody breaks twice', () =>
    fc.assert(fc.property(basisArb, (basis) => {
      const made = (waiting: UnitBasis['waiting']) => forecast([{ ...basis, waiting }], settings({ weeksBack: 4, runs: 5 })).units[0]!;
      const [without, with_] = [made(basis.waiting), made([...basis.waiting, waits(14)])];
      expect(without.ofWaiting <= without.waiting).toBe(true);
      expect(with_.ofWaiting >= without.ofWaiting).toBe(true);
    }), { numRuns: 10 }));
});

test('held to clinics that were lived through: what came true lies within the interval as often as it says', () => {
  // Each clinic has somewhat fewer places than patients, lives 40 weeks, and is asked about with 12 weeks to go.
  const outcomes = Array.from({ length: 40 }, (_, n) => {
    const from = osloDate('2025-01-06');
    const until = addDays(from, 7 * 52);
    const day = addDays(from, 7 * 40);
    const lived = new LivedClinic(String(n), from, until, { arrivals: 3, places: 3, length: 11 });
    const { broken } = forecast([lived.basisOn(day, 26)], settings({ asOf: day, seed: String(n), runs: 60 }));
    return { came: lived.brokenAfter(day, 8), ...broken };
  });
  const within = outcomes.filter(({ came, low, high }) => low <= came && came <= high).length;
  // Of 40 at 95 %, fewer than 33 would come by chance once in ten thousand times; all units' habits are guessed from 26 weeks, so somewhat fewer than 38 is fair.
  expect(within).toBeGreaterThanOrEqual(33);
  const [said, true_] = [outcomes.reduce((sum, { mean }) => sum + mean, 0), outcomes.reduce((sum, { came }) => sum + came, 0)];
  expect(true_).toBeGreaterThan(100);
  expect(Math.abs(said - true_) / true_).toBeLessThan(0.25);
});

test.each([
  [{ weeks: 0 }, 'weeks'], [{ weeks: 27 }, 'weeks'], [{ weeksBack: 0 }, 'weeksBack'], [{ runs: 0 }, 'runs'], [{ runs: 1.5 }, 'runs'], [{ seed: '' }, 'seed'], [{ extraPlaces: 2000 }, 'extraPlaces'],
])('%j is refused, and said', (wrong, setting) => {
  let refused: unknown;
  try {
    forecast([unit()], settings(wrong));
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(ForecastError);
  expect(refused).toMatchObject({ setting });
});
