import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDateOf } from '@forlop/calendar';
import { withEmptyCountry } from './audit/country.js';
import { readable, type Bench, type Figure } from './figure.js';
import { writeExtract } from './import/extract-file.js';
import { importExtract, threads, type Run } from './import/run.js';
import { progress } from './system/progress.js';

const referrals = Number(process.env['BENCH_IMPORT_REFERRALS'] ?? 100_000);
const goalPerSecond = 20_000;

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
      const first = await importExtract(file, env);
      if (first.summary.created !== referrals) throw new Error(`Not all referrals were imported: ${JSON.stringify(first.summary)}`);
      progress('importing it again');
      const again = await importExtract(file, env);
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
