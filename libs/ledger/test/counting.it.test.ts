import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import { evaluate, EVERYTHING_KNOWN, type LedgerEvent } from '@forlop/pathway';
import type { CountedFacts, CountedQuery, Ledger } from '../src/index.js';
import { coordinator, rules } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

let house: TwoHospitals;
beforeAll(async () => {
  house = await twoHospitals('2026-04-10');
}, 60_000);
afterAll(() => house.close());

async function read(ledger: Ledger, query: CountedQuery = {}): Promise<CountedFacts[]> {
  const all: CountedFacts[] = [];
  for await (const page of ledger.countedFacts(query)) all.push(...page);
  return all;
}

/** A patient with an individual frist. */
async function patient(reshId: string, frist = '2026-05-08') {
  const one = await house.patientAt(reshId, { mottattdato: osloDate('2026-03-20') });
  await house.ledger.record(one.pathwayId, [
    { type: 'vurdert', occurredOn: '2026-03-25', data: { utfall: 'rett' } }, { type: 'fristSatt', occurredOn: '2026-03-25', data: { dato: frist, arsak: 'forste' } },
  ], coordinator);
  return one;
}

describe('pathways read for counting', () => {
  test('come all of them, page by page, with what the kernel needs and no more', async () => {
    const patients = [await patient(northern), await patient(northern), await patient(southern)];
    const ids = patients.map(({ pathwayId }) => pathwayId).sort();
    const counted = await read(house.ledger, { pageSize: 2 });
    expect(counted.map(({ id }) => id)).toEqual(ids);
    const [first] = counted;
    const input = await house.ledger.kernelInput(first!.id);
    const events = (JSON.parse(first!.events) as [string, number, string, string, LedgerEvent['data']][]).map(([id, position, type, occurredOn, data]) => ({ id, position, type, kind: 'fact' as const, occurredOn: osloDate(occurredOn), recordedAt: '', data }));
    expect(evaluate({ rules, birthDate: first!.birthDate, events, asOf: input.asOf, knownAt: EVERYTHING_KNOWN })).toEqual(evaluate(input));
    for (const { number } of patients) expect(JSON.stringify(counted)).not.toContain(number);
    expect(JSON.stringify(counted)).not.toContain('Prøvesen');
  });

  test('hold each event as it is recorded: with what it corrects and retracts', async () => {
    const { pathwayId } = await patient(northern);
    await house.ledger.record(pathwayId, [
      { type: 'helsehjelpStartet', occurredOn: '2026-04-01', data: { kontakttype: '1' } }, { type: 'ansvarligTildelt', occurredOn: '2026-04-01', data: { rolle: 'koordinator', personId: 'k1' } },
    ], coordinator);
    const [started, responsible] = (await house.ledger.kernelInput(pathwayId)).events.filter(({ type }) => type === 'helsehjelpStartet' || type === 'ansvarligTildelt').map(({ id }) => id);
    await house.ledger.correct(started!, { occurredOn: osloDate('2026-04-02'), data: { kontakttype: '2' } }, coordinator);
    await house.ledger.retract(responsible!, 'Feil pasient.', coordinator);
    const { events } = await house.ledger.kernelInput(pathwayId);
    const [counted] = (await read(house.ledger)).filter(({ id }) => id === pathwayId);
    expect(JSON.parse(counted!.events)).toEqual(events.filter(({ kind }) => kind !== 'observation').map(({ id, position, type, occurredOn, data, corrects = null, retracts = null }) => [id, position, type, occurredOn, data, corrects, retracts]));
    expect(events.filter(({ corrects, retracts }) => corrects !== undefined || retracts !== undefined).length).toBe(2);
  });

  test('are those that whoever asks may see', async () => {
    const { pathways } = await house.ledger.countedExtent();
    const [north, south] = [await read(house.api.as(eyes([house.nord]))), await read(house.api.as(eyes([house.sor])))];
    expect([north.length + south.length, new Set([...north, ...south].map(({ id }) => id)).size]).toEqual([pathways, pathways]);
    expect(new Set(north.map(({ organisationId }) => organisationId))).toEqual(new Set([house.nord]));
    expect((await house.api.as(eyes([house.nord])).countedExtent()).pathways).toBe(north.length);
    expect(await read(house.api.as(eyes([house.nord])), { organisationIds: [house.sor] })).toEqual([]);
  });

  test('without what was recorded after a position', async () => {
    const { position } = await house.ledger.countedExtent();
    const before = await read(house.ledger, { knownAt: position });
    await patient(northern);
    expect(await read(house.ledger, { knownAt: position })).toEqual(before);
    expect((await read(house.ledger)).length).toBe(before.length + 1);
    expect(await read(house.ledger, { knownAt: 0 })).toEqual([]);
  });

  test('of the days asked for', async () => {
    const all = (await read(house.ledger)).length;
    const n = async (query: CountedQuery) => [(await read(house.ledger, query)).length, (await house.ledger.countedExtent(query)).pathways];
    expect(await n({ receivedFrom: osloDate('2026-03-20'), receivedTo: osloDate('2026-03-20') })).toEqual([all, all]);
    expect(await n({ receivedFrom: osloDate('2026-03-21') })).toEqual([0, 0]);
    expect(await n({ receivedTo: osloDate('2026-03-19') })).toEqual([0, 0]);
  });

  test.each<[CountedQuery, string]>([[{ organisationIds: ['x'] }, 'virksomhet'], [{ receivedFrom: '2026-02-30' as never }, 'dag'], [{ knownAt: -1 }, 'Posisjonen'], [{ pageSize: 0 }, 'side']])('%j is refused', async (query, sentence) => {
    await expect(read(house.ledger, query)).rejects.toThrow(sentence);
  });
});

describe('what a forecast is made from', () => {
  const basis = async (ledger: Ledger, id: string) => (await ledger.firstVisits({ weeksBack: 8, weeksAhead: 8, clock: 'FRIST-INDIVIDUELL' })).units.find(({ organisationId }) => organisationId === id)!;

  test('is who waits, who came, at what notice, who did not, and what is free, by unit', async () => {
    const before = await basis(house.ledger, house.sor);
    const [came, missed, left] = [await patient(southern), await patient(southern, '2026-05-20'), await patient(southern)];
    const record = (pathwayId: string, type: string, occurredOn: string, data: Record<string, string> = {}) => house.ledger.record(pathwayId, [{ type, occurredOn, data }], coordinator);
    await record(came.pathwayId, 'timeTilbudt', '2026-03-26', { tid: '2026-04-07', timeId: 't1', gjelder: 'oppstart' });
    await record(came.pathwayId, 'helsehjelpStartet', '2026-04-07', { kontakttype: '1' });
    await record(missed.pathwayId, 'timeTilbudt', '2026-03-27', { tid: '2026-04-08', timeId: 't2', gjelder: 'oppstart' });
    await record(missed.pathwayId, 'ikkeMott', '2026-04-08', { timeId: 't2', gjelder: 'oppstart' });
    await record(missed.pathwayId, 'timeTilbudt', '2026-04-09', { tid: '2026-05-27', timeId: 't3', gjelder: 'oppstart' });
    await record(left.pathwayId, 'ventetidSluttet', '2026-04-09', { kode: '2' });
    await house.ledger.mirrorCapacity({
      source: 'urn:dips', externalId: 'K-1', version: '1', versionAt: '2026-04-09T08:00:00.000Z', organisation: { system: systems.reshId, value: southern }, on: osloDate('2026-04-15'), serviceType: 'poliklinikk', freeMinutes: 120, busyMinutes: 60, freePlaces: 2, busyPlaces: 1,
    }, { kind: 'integration', id: 'dips', organisationId: house.sor });
    const after = await basis(house.ledger, house.sor);
    expect(after.waiting.slice().sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))).toEqual([...before.waiting, { dueOn: '2026-05-20', bookedOn: '2026-05-27', passedByPatient: true }]);
    expect(after.inflow).toEqual([{ on: '2026-03-25', n: before.inflow[0]!.n + 3 }]);
    expect([after.waits, after.visits, after.noShows, after.left]).toEqual([[{ value: 13, n: 1 }], [{ on: '2026-04-07', n: 1 }], 1, 1]);
    expect(after.notices).toEqual([{ value: 12, n: 2 }, { value: 48, n: 1 }]);
    expect(after.freePlaces).toEqual([{ on: '2026-04-15', n: 2 }]);
    expect(after.lengths).toEqual([{ value: 44, n: before.waiting.length + 2 }, { value: 56, n: 1 }]);
  });

  test('is of the units that whoever asks may see, and of clocks that there are', async () => {
    const { units, clocks, today } = await house.api.as(eyes([house.nord])).firstVisits({ weeksBack: 8, weeksAhead: 8 });
    expect([units.map(({ organisationId }) => organisationId), today]).toEqual([[house.nord], '2026-04-10']);
    expect(clocks).toContain('FRIST-INDIVIDUELL');
    await expect(house.ledger.firstVisits({ weeksBack: 8, weeksAhead: 8, clock: 'FRIST-VURDERING' })).rejects.toThrow('ingen frist som en første time oppfyller');
    await expect(house.ledger.firstVisits({ weeksBack: 0, weeksAhead: 8 })).rejects.toThrow('uker bakover');
  });
});
