import type pg from 'pg';
import { ApiClient } from '../system/api-client.js';
import { firstCommands } from '../system/commands.js';
import { progress } from '../system/progress.js';
import { atRate, until } from '../system/waiting.js';

/** What became of a burst. */
export interface Burst {
  readonly sent: number;
  /** Answered with anything but success, or not at all. */
  readonly failed: number;
  /** What was answered instead → how often. */
  readonly failures: Readonly<Record<string, number>>;
  /** Milliseconds from the moment at which each should have been sent: waiting counts. */
  readonly latencies: number[];
  readonly seconds: number;
  /** Milliseconds from the last answer until the outbox was empty. */
  readonly drainedMs: number;
  /** Milliseconds from the last answer until every workflow had been answered with all that was recorded. */
  readonly heardMs: number;
  /** Decisions in the ledger beside those before the burst. */
  readonly recorded: number;
}

const perSecond = 200;
const drainsWithinMs = 600_000;
/** So many commands have a pathway each before the first pathway gets its next. */
export const burstPathways = 1_000;
const commandsEach = 6;

/** Thirty seconds at two hundred commands a second, then waits until the relay has told everything. */
export async function runBurst(database: pg.Pool, api: ApiClient, pathways: readonly string[]): Promise<Burst> {
  const plans = pathways.map(firstCommands);
  const before = await decisions(database);
  const startedAt = performance.now();
  const latencies: number[] = [];
  const failures: string[] = [];
  await atRate(perSecond, pathways.length * commandsEach, async (n, dueAt) => {
    const { path, body } = plans[n % pathways.length]![Math.floor(n / pathways.length)]!;
    try {
      const { status, body: answer } = await api.post(path, body);
      latencies.push(performance.now() - dueAt);
      if (status !== 200) failures.push(`${status} ${(JSON.parse(answer) as { detail?: string }).detail ?? ''}`);
    } catch (error) {
      failures.push((error as Error).message);
    }
  });
  const endedAt = performance.now();
  progress('waiting for the relay');
  await until('the outbox is empty', async () => (await backlog(database)) === 0, drainsWithinMs);
  const drainedMs = performance.now() - endedAt;
  await until('every workflow has heard everything', async () => (await unheard(database)) === 0, drainsWithinMs);
  return {
    sent: pathways.length * commandsEach,
    failed: failures.length,
    failures: Object.fromEntries([...new Set(failures)].map((what) => [what, failures.filter((one) => one === what).length])),
    latencies,
    seconds: (endedAt - startedAt) / 1000,
    drainedMs,
    heardMs: performance.now() - endedAt,
    recorded: (await decisions(database)) - before,
  };
}

const decisions = (database: pg.Pool) => count(database, `select count(*)::int as n from event where kind = 'decision'`);
const backlog = (database: pg.Pool) => count(database, 'select count(*)::int as n from outbox where sent_at is null');
const unheard = (database: pg.Pool) => count(database, 'select count(*)::int as n from pathway where advanced_position < head_position');

async function count(database: pg.Pool, sql: string): Promise<number> {
  return (await database.query<{ n: number }>(sql)).rows[0]!.n;
}
