import { burstPathways, runBurst, type Burst } from './command/burst.js';
import { measureSideBySide, type SideBySide } from './command/side-by-side.js';
import { median, percentile, readable, type Bench, type Figure } from './figure.js';
import { referThroughApi } from './system/patients.js';
import { progress } from './system/progress.js';
import { withBenchSystem } from './system/system.js';
import { until } from './system/waiting.js';

const rounds = 220;
const drainGoalMs = 120_000;

/** A command through the API beside a bare Nest endpoint and a bare Temporal Update; then a burst. */
export const bench: Bench = () =>
  withBenchSystem(async (system) => {
    const api = await system.startApi();
    progress('referring the patients');
    const pathways = await referThroughApi(api, 0, rounds + burstPathways);
    const [measured, others] = [pathways.slice(0, rounds), pathways.slice(rounds)];
    const sideBySide = await measureSideBySide(system, api, { measured, spare: others }, async () => {
      progress('arming the workflows');
      await system.startApp('worker');
      await until('every workflow is armed', async () => (await system.database.query('select from pathway where advanced_position < head_position limit 1')).rowCount === 0, 600_000);
    });
    progress('burst');
    const burst = await runBurst(system.database, api, others);
    api.close();
    return [...ratios(sideBySide), ...burstFigures(burst)];
  });

function ratios({ api, byTable, atOnce, update, rows }: SideBySide): Figure[] {
  const [p50, bare, leanest, viaUpdate] = [api, byTable, atOnce, update].map(median) as [number, number, number, number];
  const how = `${api.length} of each, one caller, taking turns, 60 ms apart, worker running; PostgreSQL with fsync.`;
  return [
    { name: 'command through the API, p50', value: p50, unit: 'ms', goal: null, met: null, detail: `«vurder-rett» with a reason, its own Idempotency-Key; p99 ${readable(percentile(api, 0.99))} ms. ${how}` },
    { name: 'bare Nest endpoint, p50', value: bare, unit: 'ms', goal: null, met: null, detail: `The same rows (${rows}) in one transaction in the same database: lock, a prepared statement for each table, commit. No rules, validation, encryption or log. p99 ${readable(percentile(byTable, 0.99))} ms.` },
    { name: 'bare Temporal Update, p50', value: viaUpdate, unit: 'ms', goal: null, met: null, detail: `A workflow that counts its Updates; same server, no activity, no database, no encryption. p99 ${readable(percentile(update, 0.99))} ms.` },
    { name: 'command ÷ bare Nest endpoint', value: p50 / bare, unit: '×', goal: '≤ 1.5', met: p50 <= 1.5 * bare, detail: 'Medians of the same run.' },
    { name: 'command ÷ leanest Nest endpoint', value: p50 / leanest, unit: '×', goal: null, met: null, detail: `Beside an endpoint that writes all the rows in one statement (p50 ${readable(leanest)} ms): the fewest round trips that can be.` },
    { name: 'command ÷ bare Temporal Update', value: p50 / viaUpdate, unit: '×', goal: '< 1', met: p50 < viaUpdate, detail: 'Medians of the same run.' },
  ];
}

function burstFigures({ sent, failed, failures, latencies, seconds, drainedMs, heardMs, recorded }: Burst): Figure[] {
  const why = failed > 0 ? ` Failed: ${Object.entries(failures).map(([what, times]) => `${times} × ${what}`).join('; ')}` : '';
  const succeeded = sent - failed;
  return [
    { name: 'burst, failed requests', value: failed, unit: `of ${sent}`, goal: '0', met: failed === 0, detail: `200 commands a second for 30 s, sent at their moments whether or not those before were answered; six different commands on each of ${burstPathways} pathways; api, worker, PostgreSQL, Temporal and the caller on the same machine.${why}` },
    { name: 'burst, latency p50', value: median(latencies), unit: 'ms', goal: null, met: null, detail: `From the moment at which each should have been sent, so that waiting counts. The last was answered after ${readable(seconds)} s.` },
    { name: 'burst, latency p99', value: percentile(latencies, 0.99), unit: 'ms', goal: null, met: null, detail: 'As above.' },
    { name: 'burst, backlog drained', value: drainedMs / 1000, unit: 's', goal: '≤ 120 s', met: drainedMs <= drainGoalMs, detail: `From the last answer until no outbox row was unsent. Every workflow had been answered with all that was recorded after ${readable(heardMs / 1000)} s.` },
    { name: 'burst, lost', value: succeeded - recorded, unit: 'commands', goal: '0', met: succeeded === recorded, detail: `${succeeded} answered with success, ${recorded} decisions in the ledger; no pathway whose workflow has not heard its last event.` },
  ];
}
