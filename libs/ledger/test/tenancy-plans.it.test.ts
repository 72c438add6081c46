import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import type { ActorAccess, WorklistFilter, WorklistSort } from '../src/index.js';
import { hprHash } from '../src/tenancy/holder.js';
import { countStatement, pageStatement } from '../src/worklist/statement.js';
import { coordinator, searchKey } from './helpers.js';
import { copyPathway } from './many.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
let named: string;
const each = 10_000;

beforeAll(async () => {
  house = await twoHospitals();
  for (const reshId of [northern, southern]) await copyPathway(house, (await house.patientAt(reshId)).pathwayId, each);
  named = (await house.patientAt(southern)).pathwayId;
  await house.ledger.setContact(named, 'fastlege', { name: 'Lege Legesen', email: null, hprNumber: '55' }, coordinator);
  await house.ledger.grantAccess(named, { organisationId: house.nord, role: 'samarbeid' }, coordinator);
  await house.sql('vacuum analyze');
}, 300_000);
afterAll(() => house.close());

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

async function nodesOf(access: ActorAccess, { sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }): Promise<Node[]> {
  const [row] = await house.asTenant<{ 'QUERY PLAN': { Plan: Node }[] }>(access, `explain (analyze, timing off, format json) ${sql}`, [...parameters]);
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return all(row!['QUERY PLAN'][0]!.Plan);
}

const large = new Set(['pathway', 'pathway_state', 'clock_row', 'patient', 'pathway_access', 'event']);
const looked = (nodes: readonly Node[]): number => nodes.filter((node) => large.has(node['Relation Name'] ?? '')).reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0);
const scanned = (nodes: readonly Node[]): string[] => nodes.filter((node) => node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name'] ?? '')).map((node) => node['Relation Name']!);

const today = osloDate('2026-03-20');
const lists: readonly [string, WorklistFilter, WorklistSort][] = [
  ['all, by due date', {}, 'due'], ['longest waiting', {}, 'waiting'], ['one clock', { clock: 'FRIST-VURDERING' }, 'due'], ['one owner', { owner: 'vurderer' }, 'due'], ['a step', { step: 'mottatt' }, 'due'],
  ['nobody’s', { person: '' }, 'due'], ['something today', { today: true }, 'due'], ['waiting for others', { waitingForOthers: true }, 'due'],
  ['last contact', {}, 'contact'], ['by step', {}, 'step'], ['by variant', {}, 'variant'], ['by owner', {}, 'owner'],
];

describe(`with ${2 * each} pathways and row-level security on`, () => {
  const people = { hospital: () => eyes([house.nord]), fastlege: () => eyes([], [hprHash(searchKey, '55')]), nobody: () => eyes([]) };

  for (const [name, filter, sort] of lists) {
    test.each(['hospital', 'fastlege', 'nobody'] as const)(`${name}: a page for %s is read from indexes, and little more than it shows`, async (who) => {
      const nodes = await nodesOf(people[who](), pageStatement(filter, sort, today, null, 50, true));
      expect(scanned(nodes)).toEqual([]);
      expect(looked(nodes)).toBeLessThan(who === 'hospital' ? 2_000 : 60);
    });
  }

  test('a list is counted to its limit, and for a fastlege the few there are', async () => {
    for (const [who, most] of [['hospital', 2_500], ['fastlege', 30], ['nobody', 1]] as const) {
      const nodes = await nodesOf(people[who](), countStatement({}, 'due', today, true));
      expect([who, scanned(nodes), looked(nodes) <= most]).toEqual([who, [], true]);
    }
  });

  test('pathways that name somebody stand among their organisation’s own, once', async () => {
    const statement = pageStatement({}, 'due', today, null, 200, true);
    const rows = await house.asTenant<{ pathway_id: string; organisation_id: string }>(people.hospital(), `select pathway_id, organisation_id from (${statement.sql}) x`, [...statement.parameters]);
    expect(rows.filter((row) => row.pathway_id === named)).toHaveLength(1);
    expect(new Set(rows.filter((row) => row.pathway_id !== named).map((row) => row.organisation_id))).toEqual(new Set([house.nord]));
  });

  test('counts are somebody’s own', async () => {
    expect((await house.api.as(people.hospital()).worklistCounts()).open).toBe(each + 2);
    expect((await house.api.as(people.fastlege()).worklistCounts()).open).toBe(1);
    expect((await house.api.as(people.nobody()).worklistCounts()).open).toBe(0);
    expect((await house.api.as(people.hospital()).worklistCounts({ organisationIds: [house.sor] })).open).toBe(1);
  });

  test('a patient’s pathway is found by its id and looked at alone', async () => {
    const nodes = await nodesOf(people.hospital(), { sql: 'select (select count(*) from event x where x.pathway_id = p.id) from pathway p join patient pt on pt.id = p.patient_id where p.id = $1', parameters: [named] });
    expect(scanned(nodes)).toEqual([]);
    expect(looked(nodes)).toBeLessThan(20);
  });
});
