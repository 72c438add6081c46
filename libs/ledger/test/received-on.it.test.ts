import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { osloDate, type OsloDate } from '@forlop/calendar';
import type { ComplianceQuery } from '@forlop/compliance';
import { coordinator } from './helpers.js';
import { northern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

/** Two receipts that were registered on the wrong side of the year's end, and what was known before they were put right. */
let house: TwoHospitals;
let [moved, fetched, knownBefore]: [moved: string, fetched: string, knownBefore: number] = ['', '', 0];
const [last, first] = [osloDate('2025-12-31'), osloDate('2026-01-01')];

beforeAll(async () => {
  house = await twoHospitals('2026-01-20');
  ({ pathwayId: moved } = await house.patientAt(northern, { mottattdato: last }));
  ({ pathwayId: fetched } = await house.patientAt(northern, { mottattdato: first }));
  const receipts = [await receiptOf(moved), await receiptOf(fetched)] as const;
  knownBefore = Math.max(...receipts.map(({ position }) => position));
  await house.ledger.correct(receipts[0].id, { occurredOn: first, data: receipts[0].data }, coordinator);
  await house.ledger.correct(receipts[1].id, { occurredOn: last, data: receipts[1].data }, coordinator);
}, 120_000);
afterAll(() => house.close());

async function receiptOf(pathwayId: string) {
  const { events } = await house.ledger.kernelInput(pathwayId);
  return events.find(({ type }) => type === 'henvisningMottatt')!;
}

const year = (n: number): Pick<ComplianceQuery, 'from' | 'to'> => ({ from: osloDate(`${n}-01-01`), to: osloDate(`${n}-12-31`) });
const all = { asOf: osloDate('2026-01-20'), organisation: null, definition: null };

async function ids(found: AsyncIterable<{ readonly pathwayId: string }>): Promise<string[]> {
  const list: string[] = [];
  for await (const { pathwayId } of found) list.push(pathwayId);
  return list;
}

async function counted(n: number, over: { readonly asOf?: OsloDate; readonly knownAt?: number } = {}): Promise<string[]> {
  const { items } = await house.ledger.complianceCell({ ...year(n), ...all, knownAt: null, cohort: 'started', clocks: ['FRIST-VURDERING'], splitBy: [], ...over });
  return items.map(({ pathwayId }) => pathwayId);
}

test('a corrected day of receipt moves the referral to its year: in the report, the NPR rows, the event log, the what-if and the lists', async () => {
  for (const [n, pathwayId] of [[2025, fetched], [2026, moved]] as const) {
    expect(await counted(n)).toEqual([pathwayId]);
    expect(await ids(house.ledger.complianceNpr({ ...year(n), ...all, knownAt: null }))).toEqual([pathwayId]);
    expect(await ids(house.ledger.complianceEventLog({ ...year(n), ...all }))).toEqual([pathwayId]);
    const whatIf: string[] = [];
    for await (const page of house.ledger.countedFacts({ receivedFrom: year(n).from, receivedTo: year(n).to })) whatIf.push(...page.map(({ id }) => id));
    expect(whatIf).toEqual([pathwayId]);
  }
  const { rows } = await house.ledger.worklist({ sort: 'received' });
  expect(rows.map(({ pathwayId, receivedOn }) => [pathwayId, receivedOn])).toEqual([[fetched, last], [moved, first]]);
});

test('what was true on the year\'s last day follows the correction; what was known before it does not', async () => {
  expect(await counted(2025, { asOf: last })).toEqual([fetched]);
  expect(await counted(2025, { asOf: last, knownAt: knownBefore })).toEqual([moved]);
  expect(await counted(2026, { knownAt: knownBefore })).toEqual([fetched]);
});

test('verify finds a day that is not as the events say, and rebuild puts it right', async () => {
  expect(await house.ledger.verify()).toMatchObject({ pathways: 2, differences: [] });
  await house.sql('update pathway set received_on = $2 where id = $1', [moved, last]);
  await house.sql('update pathway_state set received_on = $2 where pathway_id = $1', [moved, last]);
  expect((await house.ledger.verify()).differences.map(({ what }) => what)).toEqual(expect.arrayContaining(['pathway_state', 'head']));
  await house.ledger.rebuild();
  expect(await house.ledger.verify()).toMatchObject({ differences: [] });
});

test('a receipt that never came leaves the day of the one that did', async () => {
  const { pathwayId } = await house.patientAt(northern, { mottattdato: last });
  const result = await house.ledger.record(pathwayId, [{ type: 'henvisningMottatt', occurredOn: first }], coordinator);
  if (result.outcome !== 'done') throw new Error(JSON.stringify(result));
  await house.ledger.retract((await receiptOf(pathwayId)).id, 'Gjaldt en annen.', coordinator);
  expect((await house.sql<{ received_on: string }>('select received_on::text from pathway_state where pathway_id = $1', [pathwayId]))[0]).toEqual({ received_on: first });
});
