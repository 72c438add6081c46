import { handWritten, type AuditedNumber } from './audit/hand-written.js';
import { withCountry, type Country } from './audit/country.js';
import { storage } from './audit/storage.js';
import { percentile, readable, type Bench, type Figure } from './figure.js';
import { progress } from './system/progress.js';

const clock = 'FRIST-INDIVIDUELL';
const years = [2021, 2022, 2023, 2024, 2025];
const warmUps = 10;
const rounds = 200;
const nationwideRounds = 15;

/**
 * The audit on a million pathways: what they take on disk, and what the best hand-written SQL takes for the number of one hospital and year, and for every
 * unit in the country. A report of the system's own is held against these.
 */
export const bench: Bench = () =>
  withCountry(async (country) => {
    const hospital = await timed(rounds, (n) => handWritten(country.database, oneHospital(country, n)));
    progress('all units');
    const all = await timed(nationwideRounds, (n) => handWritten(country.database, { ...oneHospital(country, n), organisationIds: null }));
    return [
      ...generation(country),
      await storage(country),
      figure('one hospital and year by hand, p99', percentile(hospital, 0.99), `«${clock}», ${rounds} questions, another hospital and year each time; median ${readable(percentile(hospital, 0.5))} ms. What a report of it is held against.`),
      figure('all units of a year by hand, slowest', Math.max(...all), `${nationwideRounds} questions, one year each; median ${readable(percentile(all, 0.5))} ms.`),
    ];
  });

/** The n-th question: hospitals and years in turn. */
function oneHospital({ departments, making }: Country, n: number): AuditedNumber {
  const hospitals = [...new Set(departments.map(({ hospitalId }) => hospitalId))];
  const hospital = hospitals[n % hospitals.length]!;
  const organisationIds = departments.filter(({ hospitalId }) => hospitalId === hospital).map(({ id }) => id);
  return { clock, year: years[n % years.length]!, organisationIds, asOf: making.today };
}

/** Milliseconds of each round; the first of them only warm up. Something must have been counted: empty answers would be quick for the wrong reason. */
async function timed(count: number, ask: (n: number) => Promise<readonly { readonly started: number }[]>): Promise<number[]> {
  const samples: number[] = [];
  let counted = 0;
  for (let n = -Math.min(warmUps, count); n < count; n += 1) {
    const began = performance.now();
    const rows = await ask(Math.abs(n));
    if (n >= 0) samples.push(performance.now() - began);
    counted += rows.reduce((sum, { started }) => sum + started, 0);
  }
  if (counted === 0) throw new Error('Nothing was counted.');
  return samples;
}

const figure = (name: string, value: number, detail: string): Figure => ({ name, value, unit: 'ms', goal: null, met: null, detail });

/** How fast they were made, in the run that made them. */
function generation({ making: { generation: made } }: Country): Figure[] {
  if (made === null) return [];
  return [{
    name: 'histories imported through the ledger', value: made.events / made.seconds, unit: 'events/s', goal: null, met: null,
    detail: `${made.pathways} pathways and ${made.events} events in ${Math.round(made.seconds)} s by ${made.threads} threads, which also made them up; in the run that made the database.`,
  }];
}
