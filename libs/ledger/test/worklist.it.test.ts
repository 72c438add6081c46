import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { osloDate, type OsloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import { clockStatus } from '@forlop/pathway';
import type { WorklistFilter, WorklistQuery, WorklistRow } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
const ids: Record<string, string> = {};
const hospitals: string[] = [];

beforeAll(async () => {
  house = await startLedger('2026-04-20');
  for (const reshId of ['4200123', '4200124']) hospitals.push((await house.ledger.registerOrganisation({ name: `Sykehus ${reshId}`, kind: 'hospital', reshId })).id);
  const add = async (name: string, received: string, more: Parameters<typeof referral>[0] = {}): Promise<void> => {
    ids[name] = (await house.ledger.intake(referral({ mottattdato: osloDate(received), receiver: { system: systems.reshId, value: '4200123' }, ...more }), coordinator)).pathwayId;
  };
  await add('broken', '2026-03-20');
  await add('warned', '2026-04-09');
  await add('fresh', '2026-04-20');
  await add('child', '2026-04-17', { born: '2012-05-05' });
  // Turns 18 on 21 April.
  await add('turning', '2026-04-18', { born: '2008-04-21' });
  await add('elsewhere', '2026-03-23', { receiver: { system: systems.reshId, value: '4200124' } });
  await add('finding', '2026-04-16');
  await house.ledger.record(ids['finding']!, [{ type: 'tilbakeforingsmoteHoldt', occurredOn: '2026-04-17', data: { deltakere: ['pasient', 'fastlege'] } }], coordinator);
  await add('finished', '2026-04-01');
  await house.ledger.record(ids['finished']!, [{ type: 'pasientDod', occurredOn: '2026-04-10' }], coordinator);
  await add('quarantined', '2026-04-20', { reasonCodes: [] });
}, 60_000);
afterAll(() => house.close());

const nameOf = (row: WorklistRow): string => Object.entries(ids).find(([, id]) => id === row.pathwayId)![0];
const list = async (filter: WorklistFilter, more: WorklistQuery = {}): Promise<string[]> => (await house.ledger.worklist({ filter, ...more })).rows.map(nameOf);
const on = (day: string): { asOf: OsloDate } => ({ asOf: osloDate(day) });

describe('the work list', () => {
  test('everybody who waits, the first due first; who is over is not there unless asked for', async () => {
    expect(await list({})).toEqual(['broken', 'elsewhere', 'warned', 'quarantined', 'finding', 'child', 'turning', 'fresh'].sort((a, b) => names.indexOf(a) - names.indexOf(b)));
    expect(await list({ includeFinished: true })).toContain('finished');
    expect((await house.ledger.worklist()).total).toBe(8);
  });

  /** By due date of the assessment, then id: read from the patients themselves. */
  let names: string[] = [];
  beforeAll(async () => {
    const due = await Promise.all(Object.entries(ids).map(async ([name, id]) => ({ name, id, due: (await house.ledger.patientView(id)).nextSteps[0]?.dueOn ?? '9999' })));
    names = due.sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1)).map((d) => d.name);
  });

  test('a row says who, where, which clock and in what state', async () => {
    const { rows, asOf } = await house.ledger.worklist({ filter: { broken: true, organisationIds: [hospitals[0]!] } });
    expect(asOf).toBe('2026-04-20');
    expect(rows).toEqual([expect.objectContaining({
      pathwayId: ids['broken'], patient: expect.objectContaining({ name: { given: 'Kari-Anne', family: 'Prøvesen' }, birthDate: '1985-04-15' }),
      organisation: { id: hospitals[0], name: 'Sykehus 4200123' }, step: 'mottatt', variant: 'VOKSEN', broken: true, atRisk: false, quarantined: false,
      clock: { key: expect.stringMatching(/^FRIST-(VURDERING|SVAR)#1$/), clock: expect.any(String), owner: expect.any(String), dueOn: '2026-04-08', status: 'broken' },
    })]);
  });

  test.each<[string, WorklistFilter, string[]]>([
    ['broken', { broken: true }, ['broken', 'elsewhere']],
    ['any clock broken', { clockStatus: ['broken'] }, ['broken', 'elsewhere']],
    ['one clock, broken', { clock: 'FRIST-VURDERING', clockStatus: ['broken'] }, ['broken', 'elsewhere']],
    ['one clock, warned', { clock: 'FRIST-VURDERING', clockStatus: ['warned'] }, ['warned']],
    ['one hospital', { organisationIds: ['1'] }, ['elsewhere']],
    ['variant', { variant: 'BARN' }, ['child', 'turning']],
    ['step', { step: 'karantene' }, ['quarantined']],
    ['quarantine', { quarantine: true }, ['quarantined']],
    ['due before', { dueBefore: osloDate('2026-04-24') }, ['broken', 'elsewhere', 'quarantined', 'warned']],
    ['owner of something broken', { owner: 'vurderer', broken: true }, ['broken', 'elsewhere']],
    ['a mode that nobody is in', { mode: 'paused' }, []],
    ['another definition', { definition: 'finnes-ikke' }, []],
    ['nobody without a next step', { noNextStep: true }, []],
  ])('%s', async (_, filter, expected) => {
    const organisationIds = filter.organisationIds?.map((i) => hospitals[Number(i)]!);
    expect((await list({ ...filter, ...(organisationIds && { organisationIds }) })).sort()).toEqual([...expected].sort());
  });

  test('is right at midnight though nothing ran: statuses, the variant at a birthday', async () => {
    expect(await list({ clock: 'FRIST-VURDERING', clockStatus: ['broken'] }, on('2026-04-23'))).not.toContain('warned');
    expect(await list({ clock: 'FRIST-VURDERING', clockStatus: ['broken'] }, on('2026-04-24'))).toContain('warned');
    expect((await list({ variant: 'BARN' }, on('2026-04-20'))).sort()).toEqual(['child', 'turning']);
    expect(await list({ variant: 'BARN' }, on('2026-04-21'))).toEqual(['child']);
    const { variant } = await house.ledger.patientView(ids['turning']!, on('2026-04-21'));
    expect(await list({ variant: variant! }, on('2026-04-21'))).toContain('turning');
  });

  test('every status in a list of a clock is the kernel’s own', async () => {
    for (const day of ['2026-04-20', '2026-05-06', '2026-06-20', '2026-08-01']) {
      const asOf = osloDate(day);
      for (const id of Object.values(ids)) {
        const { clocks } = await house.ledger.patientView(id);
        for (const row of clocks.filter((c) => c.clock === 'FRIST-VURDERING')) {
          const status = clockStatus(row, asOf);
          const { rows } = await house.ledger.worklist({ filter: { clock: row.clock, clockStatus: [status], includeFinished: true }, asOf });
          expect(rows.filter((r) => r.pathwayId === id).map((r) => r.clock?.status)).toEqual([status]);
        }
      }
    }
  });

  test('pages join to the whole list, in every sort, also by owner and by clock', async () => {
    const queries: WorklistQuery[] = [{ sort: 'due' }, { sort: 'waiting' }, { sort: 'received' }, { filter: { owner: 'koordinator' } }, { filter: { clock: 'FRIST-SVAR' }, sort: 'received' }, { filter: { variant: 'BARN' } }];
    for (const query of queries) {
      const whole = await house.ledger.worklist(query);
      const joined: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof house.ledger.worklist>> = await house.ledger.worklist({ ...query, limit: 2, ...(cursor && { cursor }) });
        expect(page.total).toBe(whole.total);
        joined.push(...page.rows.map((r) => `${r.pathwayId} ${r.clock?.key ?? ''}`));
        cursor = page.nextCursor;
      }
      expect(joined).toEqual(whole.rows.map((r) => `${r.pathwayId} ${r.clock?.key ?? ''}`));
      expect(joined).toHaveLength(whole.total);
    }
  });

  test('a cursor belongs to one list and keeps its day', async () => {
    const { nextCursor } = await house.ledger.worklist({ limit: 1 });
    house.at('2026-04-21');
    expect((await house.ledger.worklist({ limit: 1, cursor: nextCursor! })).asOf).toBe('2026-04-20');
    house.at('2026-04-20');
    await expect(house.ledger.worklist({ cursor: nextCursor!, filter: { broken: true } })).rejects.toMatchObject({ code: 'bad-cursor' });
    await expect(house.ledger.worklist({ cursor: 'tull' })).rejects.toMatchObject({ code: 'bad-cursor' });
    for (const query of [{ limit: 0 }, { limit: 201 }, { asOf: '2026-02-30' as OsloDate }, { filter: { organisationIds: ['x'] } }, { filter: { clockStatus: ['rotten' as never] } }]) {
      await expect(house.ledger.worklist(query)).rejects.toMatchObject({ code: 'bad-data' });
    }
  });

  test('the counts are the lengths of the lists', async () => {
    const counts = await house.ledger.worklistCounts();
    expect(counts).toMatchObject({ asOf: '2026-04-20', open: 8, broken: 2, quarantine: 1, noNextStep: 0 });
    expect(counts.findings).toBe((await list({ findings: true })).length);
    expect(counts.atRisk).toBe((await list({ atRisk: true })).length);
    expect((await house.ledger.worklistCounts({ organisationIds: [hospitals[1]!] })).open).toBe(1);
  });
});
