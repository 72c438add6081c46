import { actorText } from '@forlop/ledger';
import { withCountry, type Country } from './audit/country.js';
import { storage } from './audit/storage.js';
import { percentile, readable, type Bench } from './figure.js';
import { progress } from './system/progress.js';

const warmUps = 20;
const rounds = 300;
const pageSize = 50;
const goalMs = 50;
const goalRatio = 2;

/**
 * The first page of a work list where there are a million pathways: as the API reads it, with a department's eyes and everything that a row shows, beside the
 * bare statement that gives the same pathways in the same order from their index. They take turns.
 */
export const bench: Bench = () =>
  withCountry(async (country) => {
    await putInLists(country);
    progress('reading first pages');
    const { whole, bare } = await inTurn(country);
    const [p99, bareP99] = [percentile(whole, 0.99), percentile(bare, 0.99)];
    return [
      {
        name: 'first page of a work list, p99', value: p99, unit: 'ms', goal: `≤ ${goalMs} ms`, met: p99 <= goalMs,
        detail: `${pageSize} rows of ${country.making.pathways} pathways, by due date, ${rounds} times for departments in turn, on behalf of somebody with row-level security; the page and its count, the patients' names opened. Median ${readable(percentile(whole, 0.5))} ms.`,
      },
      {
        name: 'first page ÷ the bare indexed query, p99', value: p99 / bareP99, unit: '×', goal: `≤ ${goalRatio} ×`, met: p99 / bareP99 <= goalRatio,
        detail: `The bare query: ${readable(bareP99)} ms (p99), ${readable(percentile(bare, 0.5))} ms (median). It gives ids and dates: no rights, no count, no names, no clocks.`,
      },
      await storage(country),
    ];
  });

/** What was imported is history, which is in no list: those who are not through with it are put there, as if they had been followed here from the start. Done once. */
async function putInLists({ database }: Country): Promise<void> {
  const { rows } = await database.query('select from pathway_state where listed limit 1');
  if (rows.length > 0) return;
  progress('putting the pathways in lists');
  await database.query(`update pathway_state set mode = 'live', listed = true where active or next_due_on is not null`);
  await database.query('vacuum analyze pathway_state');
}

async function inTurn(country: Country): Promise<{ whole: number[]; bare: number[] }> {
  const ledger = await country.openLedger({ role: 'api', poolSize: 2 });
  const samples = { whole: [] as number[], bare: [] as number[] };
  try {
    for (let n = -warmUps; n < rounds; n += 1) {
      const { id } = country.departments[Math.abs(n) % country.departments.length]!;
      const eyes = ledger.as({ kind: 'actor', actor: actorText({ kind: 'person', id: 'bench' }), organisationIds: [id], personHashes: [] });
      const [page, whole] = await timed(() => eyes.worklist({ limit: pageSize }));
      const [ids, bare] = await timed(() => bareQuery(country, id));
      if (page.rows.length === 0) throw new Error('The list is empty.');
      if (page.rows.map(({ pathwayId }) => pathwayId).join() !== ids.join()) throw new Error('The work list and the bare query do not give the same pathways.');
      if (n < 0) continue;
      samples.whole.push(whole);
      samples.bare.push(bare);
    }
  } finally {
    await ledger.close();
  }
  return samples;
}

async function bareQuery({ database }: Country, organisationId: string): Promise<string[]> {
  const { rows } = await database.query<{ pathway_id: string }>({
    name: 'bare', text: `select pathway_id, due_sort, step, received_on from pathway_state where organisation_id = $1 and listed order by due_sort, pathway_id limit ${pageSize}`, values: [organisationId],
  });
  return rows.map(({ pathway_id: id }) => id);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}
