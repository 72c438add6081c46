import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, percentile, readable, type Bench, type Figure } from './figure.js';
import { ways, type Way } from './policy/readers-contract.js';
import { ApiClient, type Answered } from './system/api-client.js';
import { DemoTokens } from './system/demo-tokens.js';
import { startPeer, type Peer } from './system/peer.js';
import { referThroughApi } from './system/patients.js';
import { progress } from './system/progress.js';
import { benchLimits, freePort, withBenchSystem, type BenchSystem } from './system/system.js';

const patients = 300;
const rounds = 400;
const warmUps = 60;
/** Between two measured calls, so that the one does not pay for what the other left running. */
const betweenMs = 5;
const goalMs = 1;
const path = '/api/v1/worklist?limit=20';

interface Reader {
  readonly client: ApiClient;
  stop(): Promise<void>;
}

/** One page of the work list: with log-in and policy, beside the same read with the guard off. */
export const bench: Bench = () =>
  withBenchSystem(async (system) => {
    const api = await system.startApi();
    progress('referring the patients');
    await referThroughApi(api, 0, patients);
    api.close();
    const readers: Reader[] = [];
    try {
      for (const way of ways) readers.push(await startReader(system, way));
      const clients = readers.map(({ client }) => client);
      await mustAnswerAlike(clients);
      progress('measuring');
      return figures(await inTurn(clients));
    } finally {
      for (const reader of readers) await reader.stop();
    }
  });

async function startReader(system: BenchSystem, way: Way): Promise<Reader> {
  const [port, loginPort] = [await freePort(), await freePort()];
  const [url, stateFile] = [`http://127.0.0.1:${port}`, join(system.dir, `login-${way}.json`)];
  const peer: Peer = await startPeer(new URL('./policy/reader.js', import.meta.url), {
    ...system.keys, DATABASE_URL: system.databaseUrl, TEMPORAL_ADDRESS: system.temporal.address, BENCH_WAY: way, LOG_LEVEL: 'warn', ...benchLimits, NODE_ENV: 'development',
    PORT_API: String(port), PUBLIC_URL: url, PORT_LOGIN: String(loginPort), FORLOP_LOGIN_FILE: stateFile,
  });
  const tokens = await DemoTokens.open(stateFile, loginPort, ['koordinator'], (error) => progress(`no new token: ${String(error)}`));
  const client = new ApiClient(url, () => tokens.of('koordinator'));
  return {
    client,
    stop: async () => {
      tokens.close();
      client.close();
      await peer.stop();
    },
  };
}

/** A read that shows less would be quicker for the wrong reason. */
async function mustAnswerAlike(clients: readonly ApiClient[]): Promise<void> {
  const answers = await Promise.all(clients.map(async (client) => rowsOf(await client.get(path))));
  if (new Set(answers).size !== 1) throw new Error('The ways do not show the same patients.');
}

function rowsOf({ status, body }: Answered): string {
  if (status !== 200) throw new Error(`The work list answered ${status}: ${body}`);
  return (JSON.parse(body) as { rows: { pathwayId: string }[] }).rows.map(({ pathwayId }) => pathwayId).join();
}

/** Each way once a round, the first of the ways moving on by one each time; the first rounds only warm up. */
async function inTurn(clients: readonly ApiClient[]): Promise<number[][]> {
  const samples: number[][] = clients.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < clients.length; turn += 1) {
      const way = (round + turn) % clients.length;
      const answered = await clients[way]!.get(path);
      rowsOf(answered);
      if (round >= warmUps) samples[way]!.push(answered.milliseconds);
      await pause(betweenMs);
    }
  }
  return samples;
}

function figures(samples: readonly number[][]): Figure[] {
  const [off, guarded, whole] = samples.map(median) as [number, number, number];
  const p99 = (i: number) => `p99 ${readable(percentile(samples[i]!, 0.99))} ms`;
  const how = `GET ${path}, ${rounds - warmUps} of each, one caller, taking turns, ${patients} patients.`;
  return [
    { name: 'read with the guard off, p50', value: off, unit: 'ms', goal: null, met: null, detail: `Nobody is asked who they are, the database lets everything through, nothing is logged. ${p99(0)}. ${how}` },
    { name: 'read with log-in and policy, p50', value: guarded, unit: 'ms', goal: null, met: null, detail: `A signed token verified, the policy asked, row-level security on. ${p99(1)}.` },
    { name: 'log-in and policy add, p50', value: guarded - off, unit: 'ms', goal: `≤ ${goalMs} ms`, met: guarded - off <= goalMs, detail: 'Difference of the medians of the same run.' },
    { name: 'log-in, policy and access log add, p50', value: whole - off, unit: 'ms', goal: null, met: null, detail: `With the entry in the access log written and committed before the answer is given: ${readable(whole)} ms in all, ${p99(2)}.` },
  ];
}
