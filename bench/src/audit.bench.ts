import { osloDateOf } from '@forlop/calendar';
import type { AuditedNumber } from './audit/hand-written.js';
import { withCountry, type Country } from './audit/country.js';
import { inTurn } from './audit/reports.js';
import { storage } from './audit/storage.js';
import { percentile, readable, type Bench, type Figure } from './figure.js';
import { progress } from './system/progress.js';

const clock = 'FRIST-INDIVIDUELL';
const years = [2021, 2022, 2023, 2024, 2025];
/** Each hospital once. */
const warmUps = 20;
const rounds = 200;
const wholeRounds = 100;
const nationwideRounds = 15;
const [goalMs, goalRatio, goalNationwideMs] = [300, 2, 3_000];

/**
 * The audit on a million pathways: what they take on disk, and what a report takes, of one hospital and year and of every unit in the country, beside
 * the best hand-written SQL for the same numbers, from the rows and from the sums. They take turns, and must say the same.
 */
export const bench: Bench = () =>
  withCountry(async (country) => {
    const questions = (count: number, over: Partial<AuditedNumber>): AuditedNumber[] => Array.from({ length: count }, (_, n) => ({ ...oneHospital(country, n), ...over }));
    const summing = await summed(country);
    progress('one frist of one hospital and year');
    const one = await inTurn(country, questions(rounds, {}), warmUps);
    progress('all frister of one hospital and year');
    const whole = await inTurn(country, questions(wholeRounds, { clock: null }), warmUps);
    progress('all units');
    const nationwide = await inTurn(country, questions(nationwideRounds, { organisationIds: null }), 2);
    const everything = await inTurn(country, questions(years.length, { organisationIds: null, clock: null }), 1);
    const ofHospital = (name: string, { report, byHand, overSums }: typeof one, what: string): Figure[] => {
      const [p99, bare] = [percentile(report, 0.99), percentile(byHand, 0.99)];
      return [
        figure(`report of one hospital and year, ${name}, p99`, p99, `${what}, ${report.length} questions, another hospital and year each time; median ${readable(percentile(report, 0.5))} ms.`, goalMs),
        {
          name: `the same ÷ by hand from the rows, ${name}, p99`, value: p99 / bare, unit: '×', goal: `≤ ${goalRatio} ×`, met: p99 / bare <= goalRatio,
          detail: `By hand: ${readable(bare)} ms (p99), ${readable(percentile(byHand, 0.5))} ms (median); medians ${readable(percentile(report, 0.5) / percentile(byHand, 0.5))} ×. It counts outcomes and how long people waited: no causes, no quality, no rights, no hash.`,
        },
        {
          name: `the same ÷ by hand from the sums, ${name}, p99`, value: p99 / percentile(overSums, 0.99), unit: '×', goal: null, met: null,
          detail: `By hand: ${readable(percentile(overSums, 0.99))} ms (p99), ${readable(percentile(overSums, 0.5))} ms (median); medians ${readable(percentile(report, 0.5) / percentile(overSums, 0.5))} ×.`,
        },
      ];
    };
    const slowest = (name: string, { report, byHand, overSums }: typeof one): Figure =>
      figure(`report of all units of a year, ${name}, slowest`, Math.max(...report), `${report.length} questions, one year each; median ${readable(percentile(report, 0.5))} ms; by hand from the rows ${readable(Math.max(...byHand))} ms, median ${readable(percentile(byHand, 0.5))}; from the sums ${readable(Math.max(...overSums))} ms, median ${readable(percentile(overSums, 0.5))}.`, goalNationwideMs);
    return [
      ...generation(country),
      ...summing,
      await storage(country),
      ...ofHospital('one frist', one, `«${clock}»`),
      ...ofHospital('all frister', whole, 'All frister at once'),
      slowest('one frist', nationwide),
      slowest('all frister', everything),
    ];
  });

/** What has been written since the last run, or all, is summed before anything is asked, as a worker does within a minute. */
async function summed(country: Country): Promise<Figure[]> {
  progress('summing what is settled');
  const ledger = await country.openLedger();
  const began = performance.now();
  const pathways = await ledger.sumSettled();
  const seconds = (performance.now() - began) / 1000;
  await ledger.close();
  if (pathways === 0) return [];
  await country.database.query('vacuum analyze pathway_state');
  await country.database.query('analyze clock_sum');
  return [{ name: 'pathways summed', value: pathways / seconds, unit: 'pathways/s', goal: null, met: null, detail: `${pathways} pathways in ${Math.round(seconds)} s, by one process.` }];
}

/** The n-th question: hospitals and years in turn, as of the day that it is asked: a kept country was made on another. */
function oneHospital({ departments }: Country, n: number): AuditedNumber {
  const hospitals = [...new Set(departments.map(({ hospitalId }) => hospitalId))];
  const hospital = hospitals[n % hospitals.length]!;
  const organisationIds = departments.filter(({ hospitalId }) => hospitalId === hospital).map(({ id }) => id);
  return { clock, year: years[n % years.length]!, organisationIds, asOf: osloDateOf(Date.now()) };
}

const figure = (name: string, value: number, detail: string, goal: number): Figure => ({ name, value, unit: 'ms', goal: `≤ ${goal} ms`, met: value <= goal, detail });

/** How fast they were made, in the run that made them. */
function generation({ making: { generation: made } }: Country): Figure[] {
  if (made === null) return [];
  return [{
    name: 'histories imported through the ledger', value: made.events / made.seconds, unit: 'events/s', goal: null, met: null,
    detail: `${made.pathways} pathways and ${made.events} events in ${Math.round(made.seconds)} s by ${made.threads} threads, which also made them up; in the run that made the database.`,
  }];
}
