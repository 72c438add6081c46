import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDateOf } from '@forlop/calendar';
import { repositoryRoot } from '@forlop/servers';
import { withEmptyCountry } from './audit/country.js';
import { readable, type Bench, type Figure } from './figure.js';
import { writeExtract } from './import/extract-file.js';
import { progress } from './system/progress.js';

const referrals = Number(process.env['BENCH_IMPORT_REFERRALS'] ?? 100_000);
const threads = Number(process.env['BENCH_IMPORT_WORKERS'] ?? availableParallelism());
const goalPerSecond = 20_000;
const watchMs = 500;

/** How one run of the command went, by its own account. */
interface Run {
  readonly seconds: number;
  /** The most memory that the process ever held, in megabytes; null where the system does not say. */
  readonly mostMegabytes: number | null;
  readonly summary: { readonly lines: number; readonly referrals: number; readonly created: number; readonly same: number; readonly events: number; readonly refusedLines: number };
}

/** A hospital's extract through the command line, from the file to the last commit, and the same file once more. */
export const bench: Bench = () =>
  withEmptyCountry(async ({ departments, databaseUrl, keys }) => {
    const dir = mkdtempSync(join(tmpdir(), 'forlop-bench-'));
    try {
      const file = join(dir, 'uttrekk.csv');
      progress(`writing an extract of ${referrals} referrals`);
      await writeExtract(file, referrals, { seed: 7, departments, today: osloDateOf(Date.now()) });
      const env = { ...process.env, ...keys, DATABASE_URL: databaseUrl };
      progress('importing it');
      const first = await run(file, env);
      if (first.summary.created !== referrals) throw new Error(`Not all referrals were imported: ${JSON.stringify(first.summary)}`);
      progress('importing it again');
      const again = await run(file, env);
      if (again.summary.same !== referrals || again.summary.events !== 0) throw new Error(`The second run recorded something: ${JSON.stringify(again.summary)}`);
      return figures(first, again, statSync(file).size);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

function figures({ seconds, summary, mostMegabytes }: Run, again: Run, bytes: number): Figure[] {
  const perSecond = summary.events / seconds;
  const what = `${summary.lines} lines (${readable(bytes / 1e6)} MB), ${summary.referrals} referrals, ${summary.events} events`;
  return [
    {
      name: 'import of an extract', value: perSecond, unit: 'events/s', goal: `≥ ${goalPerSecond} events/s`, met: perSecond >= goalPerSecond,
      detail: `${what} in ${readable(seconds)} s by ${threads} threads: «forlop import-extract» from start to end, read, checked, judged, chained and committed, the database on the same machine.`,
    },
    { name: 'the same extract again', value: again.summary.lines / again.seconds, unit: 'lines/s', goal: null, met: null, detail: `Everything was there: nothing is recorded, in ${readable(again.seconds)} s.` },
    ...(mostMegabytes === null ? [] : [{ name: 'memory of the import', value: mostMegabytes, unit: 'MB', goal: null, met: null, detail: `The most that the process held at any time, all threads; the extract is ${readable(bytes / 1e6)} MB.` }]),
  ];
}

function run(file: string, env: NodeJS.ProcessEnv): Promise<Run> {
  const args = [join(repositoryRoot, 'apps/cli/bin/forlop.js'), 'import-extract', file, '--mapping', join(repositoryRoot, 'docs/extracts/henvisninger.yaml'), '--workers', String(threads), '--json'];
  const began = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let most: number | null = null;
  const watch = setInterval(() => void (most = memoryOf(child.pid!) ?? most), watchMs);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (out = (out + text).slice(-100_000)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code !== 0) return reject(new Error(`The import ended with ${code}: ${out.slice(-2_000)}`));
      resolve({ seconds: (performance.now() - began) / 1_000, mostMegabytes: most, summary: (JSON.parse(out.trimEnd().split('\n').at(-1)!) as { summary: Run['summary'] }).summary });
    });
  });
}

/** The most that a process has held so far; null when the system does not say, or it has ended. */
function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_000;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH') return null;
    throw error;
  }
}
