import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDateOf } from '@forlop/calendar';
import { withEmptyCountry } from './audit/country.js';
import { readable, type Bench, type Figure } from './figure.js';
import { writeExtract } from './import/extract-file.js';
import { writeLargeExtract, type Meant } from './import/large-file.js';
import { importExtract, threads, type Run } from './import/run.js';
import { progress } from './system/progress.js';

const bytes = Number(process.env['BENCH_IMPORT_BYTES'] ?? 2_000_000_000);
/** Referrals of it that are right. */
const right = 1_000;

/** An extract of which nearly every line is refused or was there before, through the command line into an empty database. */
export const bench: Bench = () =>
  withEmptyCountry(async ({ departments, databaseUrl, keys }) => {
    const dir = mkdtempSync(join(tmpdir(), 'forlop-bench-'));
    try {
      const [seed, file] = [join(dir, 'riktig.csv'), join(dir, 'uttrekk.csv')];
      await writeExtract(seed, right, { seed: 7, departments, today: osloDateOf(Date.now()) });
      progress(`writing an extract of ${readable(bytes / 1e6)} MB`);
      const meant = await writeLargeExtract(file, seed, bytes);
      const [first, again] = await twice(file, meant, { ...process.env, ...keys, DATABASE_URL: databaseUrl });
      return figures(first, again, meant.bytes);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

/** Takes the file in, and once more. @throws when something else is told, or done, than what was written. */
async function twice(file: string, meant: Meant, env: NodeJS.ProcessEnv): Promise<[Run, Run]> {
  const once = async (nth: number): Promise<Run> => {
    progress(nth === 1 ? 'importing it' : 'importing it again');
    const run = await importExtract(file, env, ['--report', `${file}.avvist-${nth}.csv`]);
    const { lines, created, same, events, refusedLines, duplicates } = run.summary;
    const isRight = nth === 1 ? created === right : same === right && events === 0;
    if (lines !== meant.lines || refusedLines !== meant.refused || duplicates !== meant.duplicates || !isRight) throw new Error(`Meant were ${JSON.stringify(meant)} and ${right} referrals; run ${nth} said ${JSON.stringify(run.summary)}.`);
    return run;
  };
  return [await once(1), await once(2)];
}

function figures({ seconds, summary, mostMegabytes }: Run, again: Run, size: number): Figure[] {
  const what = `${readable(size / 1e9)} GB, ${summary.lines} lines: ${summary.refusedLines} refused, ${summary.duplicates} there before, a tenth of the file one referral's; ${summary.created} referrals right`;
  return [
    { name: 'an extract that is nearly all wrong', value: summary.lines / seconds, unit: 'lines/s', goal: null, met: null, detail: `${what}. «forlop import-extract --report» from start to end in ${readable(seconds)} s by ${threads} threads, every refusal written to a file. Once more in ${readable(again.seconds)} s: the same was refused, and nothing recorded.` },
    ...(mostMegabytes === null ? [] : [{ name: 'memory of it', value: mostMegabytes, unit: 'MB', goal: null, met: null, detail: 'The most that the process held at any time, all threads.' }]),
  ];
}
