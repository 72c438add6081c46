import { pathwayWorkflowId } from '@forlop/workflows';
import { temporalClient } from '@forlop/temporal';
import type pg from 'pg';
import { median, percentile, readable, type Bench } from './figure.js';
import { firstCommands } from './system/commands.js';
import { historyOf, timeOf, type HistoryEvents } from './system/history.js';
import { referThroughApi } from './system/patients.js';
import { progress } from './system/progress.js';
import { withBenchSystem } from './system/system.js';
import { atRate, until } from './system/waiting.js';

const perSecond = Number(process.env.BENCH_REARM_PER_SECOND ?? 20);
const pathwayCount = 200;
/** Each pathway has time to answer before its next command comes. */
const commandsEach = 5;
const goalMs = 1_000;

interface Commit {
  readonly pathwayId: string;
  /** Epoch milliseconds at which the outbox row was written, a moment before the commit itself. */
  readonly at: number;
}

/**
 * From the commit of a command to the timer that its pathway's workflow set after having heard of it. Of commands that change nothing for
 * the workflow it does not hear (docs/decisions/0011): its timer is right as it is, and they count as none.
 */
export const bench: Bench = () =>
  withBenchSystem(async (system) => {
    const api = await system.startApi();
    await system.startApp('worker');
    progress('referring the patients');
    const pathways = await referThroughApi(api, 0, pathwayCount);
    const armed = async () => (await system.database.query('select from pathway where advanced_position < head_position limit 1')).rowCount === 0;
    await until('every workflow is armed', armed, 300_000);
    const [{ id: last }] = (await system.database.query<{ id: number }>('select max(id)::int as id from outbox')).rows as [{ id: number }];
    const plans = pathways.map(firstCommands);
    progress('sending commands');
    await atRate(perSecond, pathwayCount * commandsEach, (n) => {
      const { path, body } = plans[n % pathwayCount]![Math.floor(n / pathwayCount)]!;
      return api.expectPost(path, body);
    });
    await until('every workflow has heard everything', armed, 300_000);
    api.close();
    const commits = await commitsAfter(system.database, last);
    const { client, close } = temporalClient(system.temporal);
    progress('reading the histories');
    const delays: number[] = [];
    for (const pathwayId of pathways) {
      const mine = commits.filter((commit) => commit.pathwayId === pathwayId);
      await until(`the workflow of ${pathwayId} has set its timer`, async () => {
        const found = delaysOf(await historyOf(client, pathwayWorkflowId(pathwayId)), mine);
        if (found !== null) delays.push(...found);
        return found !== null;
      }, 60_000);
    }
    await close();
    const sent = pathwayCount * commandsEach;
    return [
      { name: 'commit → re-armed timer, p99', value: percentile(delays, 0.99), unit: 'ms', goal: '≤ 1 s', met: percentile(delays, 0.99) <= goalMs, detail: `${sent} commands at ${perSecond} a second through the API to ${pathwayCount} pathways, ${commandsEach} each; ${delays.length} of them concern the workflow, and only they count. From the outbox row's own instant to the TimerStarted event in the workflow's history that follows the signal telling of it (one machine, one clock). Slowest ${readable(Math.max(...delays))} ms.` },
      { name: 'commit → re-armed timer, p50', value: median(delays), unit: 'ms', goal: null, met: null, detail: 'As above.' },
    ];
  });

async function commitsAfter(database: pg.Pool, outboxId: number): Promise<Commit[]> {
  const { rows } = await database.query<{ pathway_id: string; at: number }>(
    'select pathway_id, (extract(epoch from created_at) * 1000)::float8 as at from outbox where id > $1 order by id',
    [outboxId],
  );
  return rows.map((row) => ({ pathwayId: row.pathway_id, at: row.at }));
}

const setsTimer = (event: HistoryEvents[number]): boolean => event.timerStartedEventAttributes != null;

/**
 * For each commit: the first timer set after the first signal that came after it. A wake that was under way may have heard of
 * the commit from the ledger itself; the signal then tells nothing new and sets no timer, and that wake's timer counts. Null
 * while one is not set: the ledger knows that a workflow has heard of everything a moment before its timer is in the history.
 */
function delaysOf(events: HistoryEvents, commits: readonly Commit[]): number[] | null {
  const delays = commits.map(({ at }) => {
    const signal = events.findIndex((event) => event.workflowExecutionSignaledEventAttributes && timeOf(event) >= at);
    const after = signal < 0 ? undefined : events.slice(signal).find(setsTimer);
    const timer = after ?? events.find((event) => setsTimer(event) && timeOf(event) >= at);
    return timer === undefined ? null : timeOf(timer) - at;
  });
  return delays.every((delay) => delay !== null) ? delays : null;
}
