import { describe, expect, test } from '@jest/globals';
import type { LivePathway } from '@forlop/ledger';
import { appLog } from '@forlop/telemetry';
import { faultOf, Sweep } from '../src/sweep/sweep.js';
import type { RunningWorkflows } from '../src/sweep/running-workflows.js';
import { WorkerMetrics } from '../src/metrics.js';

const now = Date.parse('2026-11-22T10:00:00Z');
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
const pathway = (more: Partial<LivePathway> = {}): LivePathway => ({ pathwayId: 'p1', position: 7, advancedPosition: 7, nextWakeAt: at(60), finished: false, obligations: [], dormant: [], ...more });
const running = (pathways: readonly string[], obligations: Readonly<Record<string, readonly string[]>> = {}): RunningWorkflows => ({ pathways: new Set(pathways), obligations: new Map(Object.entries(obligations)) });
const one = 'p1/PAMINN/1';

describe('what is wrong with a pathway’s workflows', () => {
  test.each<[string, LivePathway, RunningWorkflows, ReturnType<typeof faultOf>]>([
    ['all is well', pathway(), running(['p1']), null],
    ['no workflow, and a moment to come', pathway(), running([]), 'missing'],
    ['no workflow, and an obligation that must run', pathway({ nextWakeAt: null, obligations: [one] }), running([]), 'missing'],
    ['no workflow has heard the last events', pathway({ finished: true, nextWakeAt: null, advancedPosition: 3 }), running([]), 'missing'],
    ['finished and heard: none is needed', pathway({ finished: true, nextWakeAt: null }), running([]), null],
    ['no workflow, and a stray obligation that should have stopped', pathway({ finished: true, nextWakeAt: null }), running([], { p1: [one] }), 'missing'],
    ['runs, but has not heard all', pathway({ advancedPosition: 3 }), running(['p1']), 'behind'],
    ['slept past its moment', pathway({ nextWakeAt: at(-11) }), running(['p1']), 'behind'],
    ['its moment has just passed: it may be on its way', pathway({ nextWakeAt: at(-3), obligations: [one] }), running(['p1']), null],
    ['an obligation is missing', pathway({ obligations: [one] }), running(['p1']), 'obligations'],
    ['a stray obligation runs', pathway(), running(['p1'], { p1: [one] }), 'obligations'],
    ['no workflow, over, and a notice that is still owed', pathway({ finished: true, nextWakeAt: null, obligations: [one] }), running([]), 'missing'],
    ['one that is dormant need not run', pathway({ dormant: [one] }), running(['p1']), null],
    ['one that is dormant may run', pathway({ dormant: [one] }), running(['p1'], { p1: [one] }), null],
    ['no workflow, and a dormant obligation', pathway({ finished: true, nextWakeAt: null, dormant: [one] }), running([]), 'missing'],
    ['obligations agree', pathway({ obligations: [one] }), running(['p1'], { p1: [one] }), null],
  ])('%s', (_, live, there, fault) => {
    expect(faultOf(live, there, now)).toBe(fault);
  });
});

test('a lost Temporal is rebuilt page by page: every live pathway is told, with what runs of its obligations', async () => {
  const all = Array.from({ length: 2_500 }, (_, i) => pathway({ pathwayId: `p${String(i).padStart(5, '0')}` }));
  const told: string[] = [];
  const ledger = {
    livePathways: async ({ after, limit }: { after?: string; limit: number }) => all.filter((p) => after === undefined || p.pathwayId > after).slice(0, limit),
    clean: async () => ({ outbox: 0, idempotency: 0 }),
  };
  const sweep = new Sweep({
    ledger,
    teller: { changed: async () => undefined, recheck: async (id, signal) => void told.push(`${id} ${signal.running.length}`) },
    running: async () => running([], { p00001: [one] }),
    minutes: 10, keepDays: 14, parallel: 8, log: appLog('test', 'fatal'), metrics: new WorkerMetrics({ backlog: async () => ({ rows: 0, oldestMs: null }) }),
  });
  expect(await sweep.once()).toEqual({ pathways: 2_500, missing: 2_500, behind: 0, obligations: 0 });
  expect(new Set(told).size).toBe(2_500);
  expect(told).toContain('p00001 1');
});
