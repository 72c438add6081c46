import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDateOf } from '@forlop/calendar';
import { withEmptyCountry } from './audit/country.js';
import { readable, type Bench, type Figure } from './figure.js';
import { writeExtract } from './import/extract-file.js';
import { writeLargeExtract } from './import/large-file.js';
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
      progress('importing it');
      const run = await importExtract(file, { ...process.env, ...keys, DATABASE_URL: databaseUrl }, ['--report', join(dir, 'avvist.csv')]);
      const { lines, created, refusedLines, duplicates } = run.summary;
      if (lines !== meant.lines || created !== right || refusedLines !== meant.refused || duplicates !== meant.duplicates) throw new Error(`Meant were ${JSON.stringify(meant)}; it said ${JSON.stringify(run.summary)}.`);
      return figures(run, meant.bytes);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

function figures({ seconds, summary, mostMegabytes }: Run, size: number): Figure[] {
  const what = `${readable(size / 1e9)} GB, ${summary.lines} lines: ${summary.refusedLines} refused, ${summary.duplicates} there before, a tenth of the file one referral's; ${summary.created} referrals right`;
  return [
    { name: 'an extract that is nearly all wrong', value: summary.lines / seconds, unit: 'lines/s', goal: null, met: null, detail: `${what}. «forlop import-extract --report» from start to end in ${readable(seconds)} s by ${threads} threads, every refusal written to a file.` },
    ...(mostMegabytes === null ? [] : [{ name: 'memory of it', value: mostMegabytes, unit: 'MB', goal: null, met: null, detail: 'The most that the process held at any time, all threads.' }]),
  ];
}
