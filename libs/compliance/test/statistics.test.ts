import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { binomialQuantile } from '../src/statistics/binomial.js';
import { funnel } from '../src/statistics/funnel.js';
import { pChart, xmrChart, type Signal } from '../src/statistics/process.js';
import { proportion } from '../src/statistics/proportion.js';
import { survival, type Wait } from '../src/statistics/survival.js';
import { byWeek, waiting } from '../src/statistics/waiting.js';

describe('proportions', () => {
  test.each([
    // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (count, of, low, high) => {
    const found = proportion(count, of)!;
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('nothing to divide by is no number', () => expect(proportion(0, 0)).toBeNull());
});

describe('Kaplan–Meier', () => {
  // Remission times under 6-mercaptopurine, Freireich et al. 1963; estimates and standard errors as in Kalbfleisch & Prentice.
  const remissions: Wait[] = [
    ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((days) => ({ days, event: true, n: 1 })),
    ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((days) => ({ days, event: false, n: 1 })),
  ];
  test.each([[6, 21, 0.857], [7, 17, 0.807], [10, 15, 0.753], [13, 12, 0.69], [16, 11, 0.627], [22, 7, 0.538], [23, 6, 0.448]])('after %i weeks', (day, atRisk, share) => {
    const point = survival(remissions).points.find((one) => one.day === day)!;
    expect(point.atRisk).toBe(atRisk);
    expect(point.waiting).toBeCloseTo(share, 3);
  });

  test('limits of the published curve, and its median', () => {
    const found = survival(remissions);
    // R survival, survfit(conf.type = "log-log").
    expect(found.points[0]).toMatchObject({ low: expect.closeTo(0.62, 2), high: expect.closeTo(0.952, 3) });
    expect(found.medianDays).toBe(23);
  });

  const waits = fc.array(fc.record({ days: fc.nat(60), event: fc.boolean(), n: fc.integer({ min: 1, max: 4 }) }), { maxLength: 30 });
  test('never rises, keeps within its limits, and without anyone still waiting it is the plain share', () => {
    fc.assert(fc.property(waits, (all) => {
      let before = 1;
      for (const { waiting: share, low, high } of survival(all).points) {
        expect(share).toBeLessThanOrEqual(before);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        before = share;
      }
      const ended = all.map((wait) => ({ ...wait, event: true }));
      const total = ended.reduce((sum, { n }) => sum + n, 0);
      for (const point of survival(ended).points) {
        const longer = ended.reduce((sum, { days, n }) => sum + (days > point.day ? n : 0), 0);
        expect(point.waiting).toBeCloseTo(longer / total, 5);
      }
    }));
  });
});

describe('waiting times', () => {
  test.each([
    [[], null, null, null],
    [[7], 7, 7, 7],
    [[1, 2], 1.5, 1.5, 2],
    [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 55, 55, 90],
    [[5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 400], 40.909091, 5, 5],
  ] as const)('%j', (days, mean, median, p90) => {
    expect(waiting(days.map((one) => ({ days: one, n: 1 })))).toEqual({ n: days.length, mean, median, p90 });
  });

  test('so many alike count as so many, in whatever order', () => {
    fc.assert(fc.property(fc.array(fc.record({ days: fc.nat(100), n: fc.integer({ min: 1, max: 5 }) }), { minLength: 1 }), (all) => {
      const single = all.flatMap(({ days, n }) => Array.from({ length: n }, () => ({ days, n: 1 }))).reverse();
      expect(waiting(all)).toEqual(waiting(single));
      expect(byWeek(all)).toEqual(byWeek(single));
    }));
  });

  test('six days are the first week, seven the second', () => {
    expect(byWeek([{ days: 6, n: 2 }, { days: 7, n: 1 }, { days: 0, n: 1 }])).toEqual([{ week: 0, n: 3 }, { week: 1, n: 1 }]);
  });
});

describe('control charts', () => {
  // NIST/SEMATECH e-Handbook 6.3.3.2: defective wafers in 30 samples of 50.
  const wafers = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
  test('shares, as published', () => {
    const chart = pChart(wafers.map((count, i) => ({ period: String(i + 1), count, of: 50 })))!;
    expect(chart.centre).toBeCloseTo(0.2313, 4);
    expect(chart.points[0]).toMatchObject({ low: expect.closeTo(0.0524, 3), high: expect.closeTo(0.4102, 4) });
    expect(chart.points.filter(({ signals }) => signals.includes('beyond-limits')).map(({ period }) => period)).toEqual(['15', '23']);
  });

  // NIST/SEMATECH e-Handbook 6.3.2.2: flow rate of ten batches.
  const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
  test('single values, as published', () => {
    const chart = xmrChart(flow.map((value, i) => ({ period: String(i), value, n: 1 })))!;
    expect(chart.centre).toBeCloseTo(50.81, 6);
    expect(chart.points[0]).toMatchObject({ low: expect.closeTo(45.8159, 3), high: expect.closeTo(55.8041, 3) });
    expect(chart.points.flatMap(({ signals }) => signals)).toEqual([]);
  });

  const where = (signal: Signal, ...all: number[]) =>
    xmrChart(all.map((value, i) => ({ period: String(i), value, n: 1 })))!.points.flatMap(({ period, signals }) => (signals.includes(signal) ? [Number(period)] : []));
  test('seven in a row on one side say nothing, the eighth does', () => {
    expect(where('run', 9, 9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 1)).toEqual([]);
    expect(where('run', 9, 9, 9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 1)).toEqual([7]);
  });
  test('five that rise say nothing, the sixth does', () => {
    expect(where('trend', 50, 10, 20, 30, 40, 50, 10)).toEqual([]);
    expect(where('trend', 60, 10, 20, 30, 40, 50, 60, 10)).toEqual([6]);
  });
  test('two periods are no process', () => expect(pChart([{ period: '1', count: 1, of: 2 }, { period: '2', count: 1, of: 2 }])).toBeNull());
});

describe('funnels', () => {
  /** Exact, in whole numbers: P(X ≤ r) with the rate a/b, times b^n. */
  function exactQuantile(numerator: bigint, denominator: bigint, n: number, a: bigint, b: bigint): number {
    const whole = b ** BigInt(n);
    let sum = 0n;
    let choose = 1n;
    for (let r = 0; r <= n; r += 1) {
      sum += choose * a ** BigInt(r) * (b - a) ** BigInt(n - r);
      if (sum * denominator >= numerator * whole) return r;
      choose = (choose * BigInt(n - r)) / BigInt(r + 1);
    }
    return n;
  }
  test('limits equal those of exact whole-number arithmetic', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 99 }), fc.constantFrom(1, 25, 975, 999), (n, percent, p) => {
      expect(binomialQuantile(p / 1000, n, percent / 100)).toBe(exactQuantile(BigInt(p), 1000n, n, BigInt(percent), 100n));
    }), { numRuns: 60 });
  });
  test('a hundred thousand do not underflow', () => {
    // Normal approximation with continuity correction: 90000 ± 1.96 · 94.87.
    expect(binomialQuantile(0.025, 100_000, 0.9)).toBeGreaterThan(89_810);
    expect(binomialQuantile(0.975, 100_000, 0.9)).toBeLessThan(90_190);
  });

  test('a small unit is not called bad by chance, a large one with the same share is', () => {
    const { points } = funnel([{ unit: 'stor', count: 950, of: 1000 }, { unit: 'liten', count: 4, of: 5 }, { unit: 'ogsa stor', count: 800, of: 1000 }])!;
    expect(points.map(({ unit, verdict }) => [unit, verdict])).toEqual([['stor', 'outside-998-high'], ['liten', 'within'], ['ogsa stor', 'outside-998-low']]);
  });
  test('one unit alone is compared with nobody', () => expect(funnel([{ unit: 'a', count: 1, of: 2 }, { unit: 'b', count: 0, of: 0 }])).toBeNull());
});
