import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  calendarsSchema, contactAnswerSchema, definitionSchema, definitionsSchema, effectsSchema, intakeResultSchema, organisationSchema, organisationsSchema, recordedSchema, referralChoicesSchema, searchPageSchema,
  worklistCountsSchema, worklistPageSchema,
} from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, newNumber, fodselsnummer, problemOf, referralOf, today } from './support/client.js';

let running: ApiOnDatabase;
let api: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
});
afterAll(() => running.close());

describe('the work list', () => {
  const pathways: string[] = [];
  beforeAll(async () => {
    for (const days of [2, 9, 30, 4, 30]) pathways.push(await api.refer(referralOf({ mottattdato: daysAgo(days) })));
  });

  test('is paged through once and in order, and each page says how much there is', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(`sort=received&limit=2${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      expect([page.total, page.totalIsLeast, page.more]).toEqual([5, false, page.nextCursor !== null]);
      seen.push(...page.rows.map(({ pathwayId }) => pathwayId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(pathways));
    expect(seen.at(-1)).toBe(pathways[0]);
  });
  const pageOf = (query: string) => api.get(`/worklist?${query}`, worklistPageSchema);

  test('a cursor holds for its own list', async () => {
    const { nextCursor } = await pageOf('sort=received&limit=2');
    expect(problemOf(await api.send('GET', `/api/v1/worklist?sort=waiting&cursor=${encodeURIComponent(nextCursor!)}`))).toMatchObject({ status: 400, code: 'bad-cursor' });
  });

  test('tells the broken from the rest, and as of another day', async () => {
    const broken = (await pageOf('clock=FRIST-VURDERING&clockStatus=broken&sort=due')).rows.map(({ pathwayId }) => pathwayId);
    expect(new Set(broken)).toEqual(new Set([pathways[2], pathways[4]]));
    expect((await pageOf(`clock=FRIST-VURDERING&clockStatus=broken&asOf=${daysAgo(29)}`)).rows).toEqual([]);
    const { total } = await pageOf('broken=true');
    expect(total).toBeGreaterThanOrEqual(2);
    expect(await api.get('/worklist/counts', worklistCountsSchema)).toMatchObject({ open: 5, broken: total });
  });

  test('of another organisation is empty; of several, it is theirs together', async () => {
    const { id } = (await pageOf('limit=1')).rows[0]!.organisation;
    expect((await pageOf(`org=${randomUUID()}`)).total).toBe(0);
    expect((await pageOf(`org=${id},${randomUUID()}`)).total).toBe(5);
    expect(await api.get(`/worklist/counts?org=${randomUUID()}`, worklistCountsSchema)).toMatchObject({ open: 0 });
  });

  test('a search by name is paged too', async () => {
    const find = async (cursor?: string) => expected(await api.send('POST', '/api/v1/search', { name: 'testesen', limit: 3, ...(cursor && { cursor }) }), 200, searchPageSchema);
    const first = await find();
    const second = await find(first.nextCursor!);
    expect([first.hits.length, first.more, second.hits.length, second.more]).toEqual([3, true, 2, false]);
  });
});

describe('one pathway', () => {
  test('is moved to other times, with a reason', async () => {
    const id = await api.refer();
    expected(await api.post(`/pathways/${id}/move`, { parameters: { tidssett: 'nettverk' }, reason: 'Vi følger fagnettverket.', on: today() }), 200, recordedSchema);
    expect((await api.view(id)).regime.parameters).toMatchObject({ tidssett: 'nettverk' });
  });

  test('is paused, and is no longer on the list of the living', async () => {
    const id = await api.refer();
    expected(await api.write('PUT', `/pathways/${id}/mode`, { mode: 'paused', reason: 'Etter ønske.' }), 200, recordedSchema);
    expect(await api.view(id)).toMatchObject({ mode: 'paused' });
    expect((await api.get('/worklist?mode=live&limit=200', worklistPageSchema)).rows.map(({ pathwayId }) => pathwayId)).not.toContain(id);
  });

  test('learns who the fastlege is; a wrong address is refused, and no answer repeats it', async () => {
    const id = await api.refer();
    const answered = await api.write('PUT', `/pathways/${id}/contacts/fastlege`, { name: 'Lege Legesen', email: 'lege@legekontor.example' });
    expect(expected(answered, 200, contactAnswerSchema)).toEqual({ pathwayId: id, role: 'fastlege' });
    expect(problemOf(await api.write('PUT', `/pathways/${id}/contacts/fastlege`, { name: 'Lege', email: 'lege' }))).toMatchObject({ status: 400, errors: [{ path: '/email' }] });
  });
});

describe('the house', () => {
  test('knows its organisations; from the first on, an unknown receiver means quarantine', async () => {
    const input = { name: 'Utmarka sykehus', kind: 'hospital', orgNumber: '310000000' };
    const hospital = expected(await api.post('/organisations', input), 201, organisationSchema);
    expect((await api.get('/organisations', organisationsSchema)).organisations).toEqual(expect.arrayContaining([hospital]));
    const unit = expected(await api.post('/organisations', { name: 'Barneavdelingen', kind: 'unit', parentId: hospital.id }), 201, organisationSchema);
    expect(unit.parentId).toBe(hospital.id);
    expect(problemOf(await api.post('/organisations', { ...input, parentId: randomUUID() }))).toMatchObject({ status: 400, code: 'unknown-organisation' });
    expect(problemOf(await api.post('/organisations', { name: 'X', kind: 'hospital', orgNumber: '123456789' }))).toMatchObject({ status: 400, errors: [{ path: '/orgNumber' }] });

    const received = await api.post('/referrals', referralOf({ receiver: { name: 'Et annet sykehus' } }));
    expect(expected(received, 202, intakeResultSchema)).toMatchObject({ outcome: 'quarantined', reasons: [{ code: 'ukjent-mottaker' }] });
  });

  test('sends nothing while its switch is off, and says who turned it', async () => {
    await api.get('/settings/effects', effectsSchema);
    const off = expected(await api.write('PUT', '/settings/effects', { on: false, why: 'Øvelse.' }, { actor: 'operator' }), 200, effectsSchema);
    expect(off).toMatchObject({ on: false, why: 'Øvelse.', by: await api.actorOf('operator') });
    expect(await api.get('/settings/effects', effectsSchema)).toEqual(off);
    expect(problemOf(await api.write('PUT', '/settings/effects', { on: 'nei', why: 'x' }))).toMatchObject({ status: 400, errors: [{ path: '/on', code: 'wrong-type' }] });
  });

  test('shows its rules', async () => {
    const { definitions } = await api.get('/definitions', definitionsSchema);
    expect(definitions.map(({ id }) => id)).toEqual(expect.arrayContaining(['langvarig-utmattelse']));
    for (const { id, version } of definitions) expect(await api.get(`/definitions/${id}/${version}`, definitionSchema)).toMatchObject({ id, version, clocks: expect.any(Array) });
    expect((await api.get('/calendars', calendarsSchema)).calendars.map(({ id }) => id)).toContain('norge');
  });

  test('says which pathways a referral may be taken in on, and which of them its reason leads to', async () => {
    const of = (query: string) => api.get(`/definitions/for-referral${query}`, referralChoicesSchema);
    const choices = ['langvarig-smerte', 'langvarig-utmattelse'].map((id) => expect.objectContaining({ id, title: expect.anything() }));
    expect(await of('')).toEqual({ choices, byReason: null });
    expect(await of('?system=urn:oid:2.16.578.1.12.4.1.1.7170&code=a04')).toEqual({ choices, byReason: 'langvarig-utmattelse' });
    expect((await of('?system=urn:oid:2.16.578.1.12.4.1.1.7170&code=L84')).byReason).toBeNull();
    expect(problemOf(await api.send('GET', '/api/v1/definitions/for-referral?code=A04'))).toMatchObject({ status: 400 });
  });
});

test('after all this the ledger’s chains and lists are whole', async () => {
  await api.refer(referralOf({ patient: { identifier: { system: fodselsnummer, value: newNumber() }, name: { given: 'Siste', family: 'Testesen' } } }));
  expect((await running.ledger.verify()).differences).toEqual([]);
});
