import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheDir, repositoryRoot } from '@forlop/servers';
import { median, readable, type Bench } from './figure.js';
import { progress } from './system/progress.js';
import { freePort } from './system/system.js';

const again = 3;
const goalSeconds = 15;
const readyWithinMs = 300_000;
const readyLine = 'Forløp er klar';

/** `npm start` from the beginning of the process to its ready line, in a state folder and on ports of its own. */
export const bench: Bench = async () => {
  const state = mkdtempSync(join(tmpdir(), 'forlop-bench-'));
  chmodSync(state, 0o755);
  try {
    progress('first start');
    const first = await secondsToReady(state);
    const later: number[] = [];
    for (let i = 0; i < again; i += 1) {
      progress(`start ${i + 1} of ${again} on kept state`);
      later.push(await secondsToReady(state));
    }
    return [
      { name: 'ready after npm start, state kept', value: median(later), unit: 's', goal: '≤ 15 s', met: median(later) <= goalSeconds, detail: `From the process's beginning to «${readyLine}»: npm, the check of what is installed, the build (nothing to do), both servers, the migration, api, worker and courier. Median of ${again} (${later.map(readable).join(', ')}).` },
      { name: 'ready after npm start, empty state', value: first, unit: 's', goal: '≤ 15 s', met: first <= goalSeconds, detail: 'The same with everything installed and downloaded, where the database has yet to be made.' },
    ];
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
};

async function secondsToReady(state: string): Promise<number> {
  const ports = { PORT_API: String(await freePort()), PORT_WORKER: String(await freePort()), PORT_COURIER: String(await freePort()), PORT_LOGIN: String(await freePort()) };
  const env = { ...process.env, ...ports, FORLOP_STATE: state, FORLOP_CACHE: cacheDir(), DATABASE_URL: '', TEMPORAL_ADDRESS: '' };
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], { cwd: repositoryRoot, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  try {
    await new Promise<void>((ready, failed) => {
      const timer = setTimeout(() => failed(new Error(`Not ready within ${readyWithinMs / 1000} s:\n${output}`)), readyWithinMs);
      const take = (chunk: string) => {
        output += chunk;
        if (!output.includes(readyLine)) return;
        clearTimeout(timer);
        ready();
      };
      child.stdout.setEncoding('utf8').on('data', take);
      child.stderr.setEncoding('utf8').on('data', take);
      child.once('exit', (code) => failed(new Error(`npm start ended (code ${code}):\n${output}`)));
    });
    return (performance.now() - startedAt) / 1000;
  } finally {
    // As Ctrl-C in a terminal does: the whole group, which is ours alone.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}
