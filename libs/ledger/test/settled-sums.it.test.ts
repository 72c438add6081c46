import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { reportOf, Tree, type ComplianceQuery } from '@forlop/compliance';
import type { Json } from '@forlop/pathway';
import * as fc from 'fast-check';
import { addedUp, wholeMonths } from '../src/compliance/sums.js';
import type { Ledger } from '../src/index.js';
import { coordinator, idsOf } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

const received = osloDate('2026-03-20');
const end = osloDate('2026-09-30');
const question = (over: Partial<ComplianceQuery> = {}): ComplianceQuery => ({
  from: osloDate('2026-01-01'), to: osloDate('2026-12-31'), asOf: end, knownAt: null, cohort: 'started', organisation: null, definition: null, clocks: null, splitBy: [], ...over,
});

let house: TwoHospitals;
let tree: Tree;
beforeAll(async () => {
  house = await twoHospitals('2026-09-30');
  tree = new Tree((await house.ledger.organisations()).map(({ id, parentId, kind }) => ({ id, parentId: parentId ?? null, kind })));
}, 120_000);
afterAll(() => house.close());

const questions = [
  question(), question({ from: osloDate('2026-03-22'), to: osloDate('2026-08-03'), asOf: addDays(end, 45) }), question({ from: osloDate('2026-03-21'), to: osloDate('2026-03-30'), clocks: ['FRIST-VURDERING'] }),
  question({ clocks: ['FRIST-VURDERING', 'VENTETID-START'], definition: 'langvarig-utmattelse' }),
];

/** A report goes through the sums; tallies tell the occurrences apart by place and come from the rows. Of whole months and with their edges, on this day and a later one. */
async function expectSame(ledger: Ledger = house.ledger, asked: readonly ComplianceQuery[] = questions): Promise<void> {
  for (const query of asked) {
    const { report } = await ledger.complianceReport(query, { withDetail: true });
    const counted = reportOf(await ledger.complianceTallies(query), { query, stamp: report.stamp, tree, withDetail: true });
    expect(report).toEqual(counted);
  }
}

const inSums = async (): Promise<number> => (await house.sql<{ n: number }>('select count(*)::int as n from pathway_state where summed'))[0]!.n;
const sumsOf = async (): Promise<readonly string[]> =>
  (await house.sql<{ organisation_id: string; month: string; kind: number; waits: string }>('select organisation_id, month::text as month, kind, waits from clock_sum')).map(({ organisation_id: o, month, kind, waits }) => [o, month, kind, waits].join(' ')).sort();

const facts: readonly (readonly [type: string, data?: Readonly<Record<string, Json>>])[] = [
  ['vurdert', { utfall: 'rett' }], ['vurdert', { utfall: 'avslag' }], ['svarSendt', { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] }], ['fristSatt', { dato: '2026-06-12' }],
  ['timeTilbudt', { tid: '2026-06-10', gjelder: 'oppstart' }], ['utsatt', { kode: '22', nyDato: '2026-06-24', gjelder: 'oppstart' }], ['helsehjelpStartet', { kontakttype: '1' }], ['ventetidSluttet', { kode: '4' }],
  ['forlopAvsluttet', { utfall: 'annet' }], ['pasientDod'],
];

interface Known {
  readonly pathways: string[];
  readonly events: string[];
  readonly blocked: Set<string>;
  extracts: number;
}
const known: Known = { pathways: [], events: [], blocked: new Set(), extracts: 0 };
const oneOf = <T>(list: readonly T[], n: number): T | undefined => (list.length === 0 ? undefined : list[n % list.length]);
const extract = (n: number, days: number) => ({
  source: { system: 'urn:prove', id: `D-${n}` }, definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, organisationId: n % 2 === 0 ? house.sor : house.nord, receivedOn: received,
  patient: { name: { family: 'Prøvesen', given: `Nr${n}` }, birthDate: osloDate('1985-04-15') },
  facts: [{ key: 'h', type: 'henvisningMottatt', occurredOn: received, data: { hastegrad: 'routine' } }, { key: 'v', type: 'vurdert', occurredOn: addDays(received, days), data: { utfall: 'rett' } }],
});
const uttrekk = { kind: 'integration', id: 'uttrekk:urn:prove' } as const;

/** What can happen to the rows that sums are made of, and to the sums. Each does what it can with what there is. */
const happenings: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
  arrival: async (n) => known.pathways.push((await house.patientAt(n % 3 === 0 ? northern : southern, { mottattdato: addDays(received, n % 40) })).pathwayId),
  command: async (n) => {
    const id = oneOf(known.pathways, n);
    const [type, data] = oneOf(facts, n >> 3)!;
    if (id === undefined) return;
    const result = await house.ledger.record(id, [{ type, occurredOn: addDays(received, n % 120), ...(data && { data }) }], coordinator);
    if (result.outcome === 'done') known.events.push(idsOf(result)[0]!);
  },
  correction: async (n) => {
    const id = known.events.splice(n % Math.max(1, known.events.length), 1)[0];
    if (id !== undefined) await house.ledger.retract(id, 'Feil pasient.', coordinator);
  },
  handedOver: async (n) => {
    const id = oneOf(known.pathways, n);
    if (id !== undefined) await house.ledger.transfer(id, { to: n % 2 === 0 ? house.nord : house.avdeling, on: addDays(end, n % 3), reason: 'Flyttet' }, coordinator);
  },
  blocked: async (n) => {
    const id = oneOf(known.pathways.filter((one) => !known.blocked.has(one)), n);
    if (id === undefined) return;
    known.blocked.add(id);
    await house.ledger.block(id, { organisationId: house.avdeling }, coordinator);
  },
  imported: async (n) => house.ledger.importPathways([extract((known.extracts += 1), n % 50)], uttrekk),
  importedAgain: async (n) => (known.extracts === 0 ? undefined : house.ledger.importPathways([extract(1 + (n % known.extracts), n % 60)], uttrekk)),
  rebuilt: async (n) => house.ledger.rebuild(oneOf(known.pathways, n)),
  summed: () => house.ledger.sumSettled(),
  // Ends after one small transaction, as where the process is killed.
  summedInPart: async (n) => {
    let asked = 0;
    await house.ledger.sumSettled({ most: 1 + (n % 3), stop: () => (asked += 1) > 1 });
  },
  summedTwiceAtOnce: () => Promise.all([house.ledger.sumSettled({ most: 2 }), house.ledger.sumSettled({ most: 3 })]),
  summedAmongCommands: async (n) => Promise.all([house.ledger.sumSettled({ most: 2 }), happenings['command']!(n), happenings['command']!(n + 8)]),
};
const names = Object.keys(happenings);

test('whatever happens, and wherever the summing stands, a report is what the rows count to', async () => {
  for (let n = 0; n < 8; n += 1) await happenings['arrival']!(n * 7);
  const story = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(10_000)), { minLength: 24, maxLength: 24 });
  const [steps] = fc.sample(story, { numRuns: 1, seed: 20261123 });
  // Each of them at least once, whatever the sample says.
  for (const [name, n] of [...names.map((one, index): readonly [string, number] => [one, index * 13]), ...steps!]) {
    await happenings[name]!(n);
    await expectSame(house.ledger, [questions[0]!, questions[1 + (n % 3)]!]);
  }
  await house.ledger.sumSettled();
  await expectSame();
  expect(await inSums()).toBeGreaterThan(5);
  expect((await house.ledger.verify()).differences).toEqual([]);
}, 300_000);

test('what is all summed is counted from the sums alone, and merging changes nothing that they say', async () => {
  expect(await house.ledger.sumSettled()).toBe(0);
  const [{ left } = { left: -1 }] = await house.sql<{ left: number }>('select count(*)::int as left from pathway_state where not summed and not several and not restricted and organisation_until is null');
  expect(left).toBe(0);
  const before = await house.ledger.complianceReport(question());
  for (const id of [house.nord, house.sor, house.avdeling]) await house.sql('select merge_sums($1)', [id]);
  expect((await house.ledger.complianceReport(question())).sha256).toBe(before.sha256);
  const kinds = (await sumsOf()).map((row) => row.split(' ').slice(0, 3).join(' '));
  expect(kinds.length).toBeGreaterThan(20);
});

test('an erased patient’s dates are counted as before', async () => {
  const { pathwayId } = await house.patientAt(southern, { mottattdato: received });
  await house.ledger.record(pathwayId, [{ type: 'vurdert', occurredOn: addDays(received, 3), data: { utfall: 'rett' } }, { type: 'pasientDod', occurredOn: addDays(received, 4) }], coordinator);
  await house.ledger.sumSettled();
  const { id } = await house.ledger.requestErasure(pathwayId, { legalBasis: 'patients-demand', reason: 'Krav etter § 43, vurdert av journalansvarlig.' }, coordinator);
  const result = await house.ledger.carryOutErasure(id, { kind: 'person', id: 'administrator-1' });
  expect(result.outcome).toBe('done');
  await expectSame();
  await house.ledger.sumSettled();
  await expectSame();
});

test('a hospital’s reports are of its own sums, and those of nobody else are read', async () => {
  for (const [own, foreign] of [[house.nord, house.sor], [house.sor, house.nord]] as const) {
    await expectSame(house.api.as(eyes([own])));
    const seen = await house.asTenant<{ organisation_id: string }>({ organisationIds: [own] }, 'select distinct organisation_id from clock_sum');
    expect(seen).toEqual([{ organisation_id: own }]);
    await happenings['command']!(5);
    await house.sql('update pathway_state set summed = false where organisation_id = $1', [foreign]);
    expect(await house.asTenant({ organisationIds: [own] }, `select 1 from outdated_sums(array[$1]::uuid[], '2026-01-01', '2026-12-31')`, [foreign])).toEqual([]);
    await expect(house.asTenant({ organisationIds: [own] }, 'select 1 from pathway_sum')).rejects.toThrow('permission denied');
    await expect(house.asTenant({ organisationIds: [own] }, 'select sum_settled(1)')).rejects.toThrow('permission denied');
  }
  expect(await house.asTenant(null, `select 1 from clock_sum union all select 1 from outdated_sums(null, '2026-01-01', '2026-12-31')`)).toEqual([]);
  await expectSame(house.api.as(eyes([house.region, house.nord, house.sor, house.avdeling])));
  await house.ledger.sumSettled();
  await expectSame(house.api.as(eyes([house.region, house.nord, house.sor, house.avdeling])));
});

test('sums that were tampered with are told of, and made anew by a rebuild', async () => {
  await house.sql(`update clock_sum set waits = waits || ',9999:1' where ctid = (select min(ctid) from clock_sum)`);
  await house.sql(`update pathway_sum set waits[1] = waits[1] + 1 where pathway_id = (select pathway_id from pathway_sum where kinds <> '{}' order by pathway_id limit 1)`);
  const { differences } = await house.ledger.verify();
  expect(new Set(differences.map(({ what }) => what))).toEqual(new Set(['clock_sum', 'pathway_sum']));
  await house.ledger.rebuild();
  expect((await house.ledger.verify()).differences).toEqual([]);
  await expectSame();
});

test.each([
  ['2026-01-01', '2026-12-31', ['2026-01-01', '2026-12-31'], []],
  ['2026-01-02', '2026-12-30', ['2026-02-01', '2026-11-30'], [['2026-01-02', '2026-01-31'], ['2026-12-01', '2026-12-30']]],
  ['2024-02-01', '2024-02-29', ['2024-02-01', '2024-02-29'], []],
  ['2024-01-31', '2024-02-29', ['2024-02-01', '2024-02-29'], [['2024-01-31', '2024-01-31']]],
  ['2026-12-01', '2027-01-01', ['2026-12-01', '2026-12-31'], [['2027-01-01', '2027-01-01']]],
  ['2026-03-02', '2026-04-29', null, null],
  ['2026-03-05', '2026-03-31', null, null],
] as const)('the whole months of %s to %s', (from, to, inner, edges) => {
  const period = (dates: readonly [string, string]) => ({ from: dates[0] as OsloDate, to: dates[1] as OsloDate });
  expect(wholeMonths(period([from, to]))).toEqual(inner === null ? null : { inner: period(inner), edges: edges.map(period) });
});

test('lengths add up wherever they stand, taken out ones too', () => {
  expect([...addedUp('12:3,-2:1,12:-1,0:10')]).toEqual([[12, 2], [-2, 1], [0, 10]]);
});
