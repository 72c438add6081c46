import { availableParallelism } from 'node:os';
import { osloDate } from '@forlop/calendar';
import { generateKey, MasterKeys, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { openLedger, testDatabase, type Ledger } from '@forlop/ledger';
import { applyPatch, isWhole, readPatch, runWhatIf, type WhatIfResult } from '@forlop/what-if';
import { median, readable, type Bench, type Figure } from './figure.js';
import { progress } from './system/progress.js';
import { writePathways } from './what-if/many-pathways.js';

const pathways = Number(process.env['BENCH_PATHWAYS'] ?? 100_000);
const runs = Number(process.env['BENCH_RUNS'] ?? 3);
const goalSeconds = 10;
const goalPathways = 100_000;

/** What another frist would have meant for a hundred thousand patients, from the ledger to the result with its hash. */
export const bench: Bench = async () => {
  const database = await testDatabase();
  const env = { FORLOP_MASTER_KEY: `bench:${generateKey()}`, FORLOP_SEARCH_KEY: generateKey() };
  const keys = MasterKeys.fromEnv(env);
  try {
    const { events } = await writePathways(database.url, keys, pathways, (done) => (done % 10_000 === 0 ? progress(`${done} pathways written`) : undefined));
    const ledger = await openLedger({ url: database.url, rules: loadRules(), keys, searchKey: SearchKey.fromEnv(env) });
    try {
      return await figures(ledger, events);
    } finally {
      await ledger.close();
    }
  } finally {
    await database.drop();
  }
};

async function figures(ledger: Ledger, events: number): Promise<Figure[]> {
  const times: number[] = [];
  const results: WhatIfResult[] = [];
  for (let n = 0; n < runs; n += 1) {
    const began = performance.now();
    results.push(await asked(ledger, availableParallelism()));
    times.push((performance.now() - began) / 1_000);
    progress(`run ${n + 1}: ${readable(times.at(-1)!)} s`);
  }
  control(results, await asked(ledger, 1));
  const value = median(times);
  const whole = pathways === goalPathways;
  return [{
    name: 'what-if over the ledger, p50', value, unit: 's', goal: whole ? `≤ ${goalSeconds} s` : null, met: whole ? value <= goalSeconds : null,
    detail: `${pathways} pathways with ${events} events, twelve weeks changed to ten, in ${availableParallelism()} threads: read, judged twice, compared, hashed; ${readable(pathways / value)} pathways a second, slowest of ${runs} runs ${readable(Math.max(...times))} s. ${results[0]!.flips.total} flips. Database on the same machine.`,
  }];
}

async function asked(ledger: Ledger, threads: number): Promise<WhatIfResult> {
  const { position } = await ledger.countedExtent();
  const change = applyPatch(loadRules(), readPatch('FRIST-START-VOKSEN-12U: 10 uker'));
  return runWhatIf(ledger.countedFacts({ knownAt: position }), { change, title: null, asOf: osloDate('2026-11-22'), knownAt: position, cohort: { receivedFrom: null, receivedTo: null, organisationIds: null } }, { threads });
}

/** @throws when a run gave another answer than one thread alone, or left somebody out: a wrong answer may be as fast as it likes. */
function control(results: readonly WhatIfResult[], alone: WhatIfResult): void {
  for (const result of results) {
    if (result.sha256 !== alone.sha256 || !isWhole(result)) throw new Error('Two runs gave different answers.');
    if (result.pathways.read !== pathways || result.pathways.unreadable > 0 || result.flips.total === 0) throw new Error(`Read ${JSON.stringify(result.pathways)}, ${result.flips.total} flips.`);
  }
}
