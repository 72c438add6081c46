import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import type { Ledger, NprQuery } from '../src/index.js';
import { coordinator } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
let pathwayId: string;
let placeBefore: number;

/** One patient at each hospital, received on 31 March; the one in the north is corrected to 1 April. */
beforeAll(async () => {
  house = await twoHospitals('2026-09-30');
  ({ pathwayId } = await house.patientAt(northern, { mottattdato: osloDate('2026-03-31') }));
  await house.patientAt(southern, { mottattdato: osloDate('2026-03-31') });
  const { events } = await house.ledger.kernelInput(pathwayId, { asOf: osloDate('2026-09-30') });
  const receipt = events.find(({ type }) => type === 'henvisningMottatt')!;
  placeBefore = Math.max(...events.map(({ position }) => position));
  await house.ledger.correct(receipt.id, { occurredOn: '2026-04-01', data: receipt.data }, coordinator);
}, 120_000);
afterAll(() => house.close());

const march: NprQuery = { from: osloDate('2026-03-01'), to: osloDate('2026-03-31'), asOf: osloDate('2026-09-30'), knownAt: null, organisation: null, definition: null };
const april: NprQuery = { ...march, from: osloDate('2026-04-01'), to: osloDate('2026-04-30') };

async function received(ledger: Ledger, query: NprQuery): Promise<[receivedOn: string | null, resh: string | null][]> {
  const found: [string | null, string | null][] = [];
  for await (const { rows } of ledger.complianceNpr(query)) found.push([rows[0]!.receivedOn, rows[0]!.organisation.reshId]);
  return found.sort();
}

test('a referral belongs to the period of its day of receipt as it stands, or as it stood by what was known then', async () => {
  expect(await received(house.ledger, march)).toEqual([['2026-03-31', southern]]);
  expect(await received(house.ledger, april)).toEqual([['2026-04-01', northern]]);
  const then = { knownAt: placeBefore, organisation: house.nord };
  expect(await received(house.ledger, { ...march, ...then })).toEqual([['2026-03-31', northern]]);
  expect(await received(house.ledger, { ...april, ...then })).toEqual([]);
});

test('whoever is at one hospital is given its referrals alone, whatever they ask for', async () => {
  const inTheNorth = house.api.as(eyes([house.nord]));
  const both = { ...march, to: april.to };
  expect(await received(inTheNorth, both)).toEqual([['2026-04-01', northern]]);
  await expect(received(inTheNorth, { ...both, organisation: house.sor })).rejects.toMatchObject({ code: 'unknown-organisation' });
  expect(await received(house.api.as(eyes([])), both)).toEqual([]);
});
