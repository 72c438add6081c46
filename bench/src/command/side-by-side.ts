import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { ApiClient } from '../system/api-client.js';
import { assess } from '../system/commands.js';
import { startPeer } from '../system/peer.js';
import { progress } from '../system/progress.js';
import { freePort, type BenchSystem } from '../system/system.js';
import { bareQueue, bareUpdateName, bareWorkflow } from './bare-update-contract.js';
import { copyTables, rowsOfCommand } from './same-rows.js';

/** Milliseconds of each way to record a command. */
export interface SideBySide {
  readonly api: number[];
  readonly byTable: number[];
  readonly atOnce: number[];
  readonly update: number[];
  /** Rows that the command writes, table by table. */
  readonly rows: string;
}

/** Between two measured calls, so that the one does not pay for what the other left running. */
const betweenMs = 60;
const warmUps = 20;

/** Which pathways each way writes to; no pathway twice. */
export interface Pathways {
  /** Written to through the API, and by table in the copied tables. */
  readonly measured: readonly string[];
  /** Written to in the copied tables, all at once. */
  readonly spare: readonly string[];
}

/**
 * Records the same command on pathways that stand at the same place: through the API, through a bare Nest endpoint and as a
 * bare Temporal Update, one after the other, each taking turns at being first. One caller, nothing at the same time.
 * @param beforeMeasuring is called when the command's rows have been read, before anything else reads the ledger.
 */
export async function measureSideBySide(system: BenchSystem, api: ApiClient, { measured, spare }: Pathways, beforeMeasuring: () => Promise<void>): Promise<SideBySide> {
  await copyTables(system.database);
  const sample = await command(api, measured[0]!);
  const writes = await rowsOfCommand(system.database, (JSON.parse(sample.body) as { eventIds: string[] }).eventIds[0]!);
  await beforeMeasuring();

  const port = await freePort();
  const nest = await startPeer(new URL('./bare-nest.js', import.meta.url), { DATABASE_URL: system.databaseUrl, BENCH_PORT: String(port), BENCH_ROWS: JSON.stringify(writes), NODE_ENV: 'development' });
  const updates = await startPeer(new URL('./bare-update.js', import.meta.url), { TEMPORAL_ADDRESS: system.temporal.address, TEMPORAL_NAMESPACE: system.temporal.namespace });
  const bare = new ApiClient(`http://127.0.0.1:${port}`, null);
  const temporal = await Connection.connect({ address: system.temporal.address });
  try {
    const update = await startedUpdates(temporal, system.temporal.namespace);
    progress('measuring side by side');
    const ways = [
      (i: number) => timed(() => command(api, measured[i]!)),
      (i: number) => timed(() => bare.expectPost(`/bare/pathways/${measured[i]}/by-table`, assess('').body)),
      (i: number) => timed(() => bare.expectPost(`/bare/pathways/${spare[i]}/at-once`, assess('').body)),
      () => timed(() => update(assess('').body)),
    ];
    const [viaApi, byTable, atOnce, viaUpdate] = await inTurn(ways, 1, measured.length);
    return { api: viaApi!, byTable: byTable!, atOnce: atOnce!, update: viaUpdate!, rows: writes.map(({ table, rows }) => `${table} ${rows.length}`).join(', ') };
  } finally {
    bare.close();
    await temporal.close();
    await Promise.all([nest.stop(), updates.stop()]);
  }
}

function command(api: ApiClient, pathwayId: string) {
  const { path, body } = assess(pathwayId);
  return api.expectPost(path, body);
}

async function startedUpdates(connection: Connection, namespace: string): Promise<(body: object) => Promise<unknown>> {
  const client = new Client({ connection, namespace });
  const handle = await client.workflow.start(bareWorkflow, { taskQueue: bareQueue, workflowId: bareWorkflow });
  return (body) => handle.executeUpdate(bareUpdateName, { args: [body] });
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await call();
  return performance.now() - startedAt;
}

/** Each way once for each number, the first of the ways moving on by one each time; the first rounds only warm up. */
async function inTurn(ways: readonly ((i: number) => Promise<number>)[], from: number, until: number): Promise<number[][]> {
  const samples: number[][] = ways.map(() => []);
  for (let i = from; i < until; i += 1) {
    for (let turn = 0; turn < ways.length; turn += 1) {
      const way = (i + turn) % ways.length;
      const milliseconds = await ways[way]!(i);
      if (i >= from + warmUps) samples[way]!.push(milliseconds);
      await pause(betweenMs);
    }
  }
  return samples;
}
