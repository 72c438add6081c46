import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@forlop/calendar';
import {
  bulkAnswerSchema, colleaguesSchema, findingsPageSchema, inboxPageSchema, notesSchema, pathwayAppointmentRequestsSchema, recordedSchema, savedViewSchema, savedViewsSchema, syntheticFodselsnummer, worklistCountsSchema, worklistPageSchema,
} from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, fodselsnummer, newNumber, problemOf, referralOf, today } from './support/client.js';
import { newHouse, newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
let client: Client;
let ids: string[];
let me: string;
const formula = '=1+1';

beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
  ids = [];
  for (const [i, family] of ['Askeladden', 'Bjørkelund', formula].entries()) {
    ids.push(await client.refer(referralOf({ mottattdato: daysAgo(30 - i * 10), patient: { identifier: { system: fodselsnummer, value: newNumber() }, name: { given: 'Kari', family } } })));
  }
  me = (await client.actorOf('anne')).replace('person:', '');
}, 120_000);
afterAll(() => running?.close());

const listed = async (query: string) => (await client.get(`/worklist?${query}`, worklistPageSchema)).rows;
const idsOf = async (query: string) => (await listed(query)).map(({ pathwayId }) => pathwayId);
const bulk = (action: object, pathwayIds: readonly string[], key: string = randomUUID()) => client.post('/worklist/bulk', { action, pathwayIds }, { key });

describe('owners', () => {
  test('many get one at once; each answers for itself, and a repetition does nothing twice', async () => {
    const [first, second] = ids as [string, string, string];
    const nobodys = randomUUID();
    const key = randomUUID();
    const answer = expected(await bulk({ kind: 'assign-owner', role: 'koordinator', person: 'me' }, [first, second, nobodys], key), 200, bulkAnswerSchema);
    expect(answer).toMatchObject({ done: 2, refused: 1, results: [{ id: first, done: true }, { id: second, done: true }, { id: nobodys, done: false, code: 'unknown-pathway' }] });
    expect((await running.ledger.accessLog({ pathwayId: first, limit: 200 })).rows).toContainEqual(expect.objectContaining({ action: 'worklist.bulk', outcome: 'wrote', pathwayIds: expect.arrayContaining([first, second]) }));
    const before = await client.view(first);
    expect(expected(await bulk({ kind: 'assign-owner', role: 'koordinator', person: 'me' }, [first, second, nobodys], key), 200, bulkAnswerSchema)).toEqual(answer);
    expect((await client.view(first)).position).toBe(before.position);
    expect(expected(await bulk({ kind: 'assign-owner', role: 'rektor', person: 'me' }, [first]), 200, bulkAnswerSchema).results[0]).toMatchObject({ done: false, code: expect.any(String), sentence: expect.any(String) });
    expect(problemOf(await bulk({ kind: 'assign-owner', role: 'koordinator', person: 'me' }, Array.from({ length: 501 }, () => randomUUID()))).status).toBe(400);
  });

  test('the list is mine, nobody’s or another’s', async () => {
    expect((await idsOf('person=me')).sort()).toEqual([ids[0]!, ids[1]!].sort());
    expect(await idsOf('person=nobody')).toEqual([ids[2]]);
    expect(await idsOf(`person=${me}&sort=received`)).toEqual([ids[0], ids[1]]);
    expect(await idsOf('person=en-annen')).toEqual([]);
    const [row] = await listed('person=me&sort=received');
    expect(row).toMatchObject({ owner: { role: 'koordinator', person: me }, next: { role: expect.any(String) }, fastlege: null, lastContactOn: null });
    expect(row!.daysLeft).toBeLessThan(0);
    expect(row!.buckets).toEqual(expect.arrayContaining(['today', 'broken']));
  });

  test('a correction, and leaving the role, count', async () => {
    expected(await client.post(`/pathways/${ids[1]!}/commands/fratre-ansvarlig`, { occurredOn: today(), data: { rolle: 'koordinator' } }), 200, recordedSchema.loose());
    expect(await idsOf('person=me')).toEqual([ids[0]]);
  });
});

describe('sorting', () => {
  test.each(['due', 'waiting', 'received', 'contact', 'step', 'variant', 'owner'])('by %s: a page at a time gives each row once, either way round', async (sort) => {
    const whole = await idsOf(`sort=${sort}`);
    expect([...whole].sort()).toEqual([...ids].sort());
    for (const order of ['', '&descending=true']) {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: { rows: readonly { pathwayId: string }[]; nextCursor: string | null } = await client.get(`/worklist?sort=${sort}${order}&limit=1${cursor === undefined ? '' : `&cursor=${cursor}`}`, worklistPageSchema);
        seen.push(...page.rows.map(({ pathwayId }) => pathwayId));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(order === '' ? whole : [...whole].reverse());
    }
  });

  test('last contact: whoever never had any comes first', async () => {
    expected(await client.post(`/pathways/${ids[0]!}/facts`, { facts: [{ type: 'kontaktRegistrert', occurredOn: daysAgo(2), data: { rolle: 'koordinator' } }] }), 200, recordedSchema);
    const rows = await listed('sort=contact');
    expect(rows.at(-1)).toMatchObject({ pathwayId: ids[0], lastContactOn: daysAgo(2) });
  });
});

test('colleagues are those who follow patients up here and have logged in, under the id that a patient is given to', async () => {
  const personNumber = syntheticFodselsnummer({ birthDate: '1980-01-01', sex: 'mann', serial: 77 });
  const give = (name: string, number: string, organisationId: string) => running.ledger.grantRole({ personNumber: number, name, role: 'coordinator', organisationId, why: 'Prøve' }, { kind: 'system', id: 'prove' });
  const elsewhere = await newHouse(running.ledger, 'Et annet sykehus');
  const stranger = syntheticFodselsnummer({ birthDate: '1980-01-02', sex: 'mann', serial: 78 });
  await give('Kollega Prøvesen', personNumber, running.house.id);
  await give('Fremmed Prøvesen', stranger, elsewhere.id);
  const named = async () => (await client.get('/colleagues', colleaguesSchema)).colleagues.filter(({ name }) => name?.endsWith('Prøvesen') === true);
  expect(await named()).toEqual([]);
  const logIn = (subject: string, number: string) => running.ledger.beginSession({
    identity: { kind: 'person', issuer: 'https://prove.example', subject, personNumber: number, name: 'Annet navn i dag', hprNumber: null, clientId: 'web', organisation: { parent: null, child: null }, scopes: [] },
    keys: [randomUUID()], began: new Date(), until: new Date(Date.now() + 60_000), browser: null,
  });
  await logIn('fremmed', stranger);
  const id = await logIn('kollega', personNumber);
  await logIn('kollega', personNumber);
  expect(await named()).toEqual([{ id, name: 'Kollega Prøvesen', roles: [{ role: 'coordinator', title: 'Forløpskoordinator' }] }]);
  expected(await bulk({ kind: 'assign-owner', role: 'koordinator', person: id }, [ids[1]!]), 200, bulkAnswerSchema);
  expect(await idsOf(`person=${id}`)).toEqual([ids[1]]);
  expect((await listed(`person=${id}`))[0]).toMatchObject({ owner: { person: id }, titles: { step: { nb: 'Til vurdering' }, owner: { nb: 'Forløpskoordinatoren' }, deadline: { nb: expect.any(String) } } });
});

test('counts are those of the lists', async () => {
  const counts = await client.get('/worklist/counts', worklistCountsSchema);
  for (const [name, query] of [['today', 'today=true'], ['waitingForOthers', 'waitingForOthers=true'], ['broken', 'broken=true'], ['findings', 'findings=true']] as const) {
    expect([name, counts[name]]).toEqual([name, (await idsOf(query)).length]);
  }
  expect(counts.today).toBeGreaterThan(0);
});

describe('asking', () => {
  test('for an appointment is recorded, and books nothing', async () => {
    const before = await client.view(ids[0]!);
    expected(await bulk({ kind: 'ask-for-appointment', appointment: 'oppstart', beforeOn: addDays(today(), 14) }, [ids[0]!]), 200, bulkAnswerSchema);
    const after = await client.view(ids[0]!);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'timeEtterspurt', data: { gjelder: 'oppstart', innen: addDays(today(), 14) } });
    const { requests } = await client.get(`/pathways/${ids[0]!}/appointment-requests`, pathwayAppointmentRequestsSchema);
    expect(requests).toEqual([expect.objectContaining({ kind: 'oppstart', beforeOn: addDays(today(), 14), state: 'asked' })]);
    expect(after.clocks).toEqual(before.clocks);
    expect(expected(await bulk({ kind: 'ask-for-appointment', appointment: 'oppstart', beforeOn: daysAgo(1) }, [ids[0]!]), 200, bulkAnswerSchema)).toMatchObject({ done: 0, results: [{ code: 'bad-data' }] });
  });

  test('for a reminder is planned once a day, by the rules of every reminder', async () => {
    await running.ledger.setContact(ids[0]!, 'vurderer', { name: 'Vurderer', email: 'vurderer@prove.example' }, { kind: 'system', id: 'prove' });
    await running.ledger.setContact(ids[0]!, 'koordinator', { name: 'Koordinator', email: 'koordinator@prove.example' }, { kind: 'system', id: 'prove' });
    const first = expected(await bulk({ kind: 'remind' }, [ids[0]!]), 200, bulkAnswerSchema);
    expect(first).toMatchObject({ done: 1, results: [{ done: true }] });
    expect((await running.ledger.reminders({ pathwayId: ids[0]! })).rows).toEqual(expect.arrayContaining([expect.objectContaining({ state: 'planned', purpose: 'ask' })]));
    expect(expected(await bulk({ kind: 'remind' }, [ids[0]!]), 200, bulkAnswerSchema).results[0]).toMatchObject({ done: false, code: 'asked-already' });
  });
});

describe('findings', () => {
  const findings = (query = '') => client.get(`/findings${query}`, findingsPageSchema);

  test('stand in one list, with what to do about each; somebody takes one, and lets it stand with a reason', async () => {
    const id = ids[2]!;
    expected(await client.post(`/pathways/${id}/facts`, { facts: [{ type: 'tilbakeforingsmoteHoldt', occurredOn: daysAgo(1), data: { deltakere: ['pasient', 'fastlege'] } }] }), 200, recordedSchema);
    const [row] = (await findings('?code=unexpected-in-step')).rows;
    expect(row).toMatchObject({ pathwayId: id, ageDays: 1, person: null, setAside: false, whatToDo: expect.stringMatching(/\.$/) });
    expected(await client.write('PUT', `/pathways/${id}/findings/owner`, { key: row!.key, person: 'me' }), 200, recordedSchema);
    expect((await findings('?person=me')).rows.map(({ key }) => key)).toEqual([row!.key]);
    const all = (await findings()).rows;
    expect(all.map(({ occurredOn }) => occurredOn)).toEqual(all.map(({ occurredOn }) => occurredOn).sort());
    for (const { pathwayId, key } of all) expected(await client.write('PUT', `/pathways/${pathwayId}/findings/aside`, { key, aside: true, reason: 'Dobbeltregistrert.' }), 200, recordedSchema);
    expect(await findings()).toMatchObject({ rows: [], counts: {} });
    expect((await findings('?setAside=true')).rows).toHaveLength(all.length);
    expect(await idsOf('findings=true')).toEqual([]);
    expect((await client.view(id)).timeline.at(-1)).toMatchObject({ type: 'avvik-lagt-til-side', text: 'Dobbeltregistrert.' });
    expected(await client.write('PUT', `/pathways/${id}/findings/aside`, { key: row!.key, aside: false, reason: 'Likevel ikke.' }), 200, recordedSchema);
    expect(await idsOf('findings=true')).toEqual([id]);
    expect((await running.ledger.verify(id)).differences).toEqual([]);
  });

  test('one that is not there is told', async () => {
    expect(problemOf(await client.write('PUT', `/pathways/${ids[2]!}/findings/owner`, { key: 'tull', person: 'me' }))).toMatchObject({ status: 400, code: 'bad-data' });
  });
});

describe('notes', () => {
  const notes = () => client.get(`/pathways/${ids[0]!}/notes`, notesSchema);

  test('are written, written anew and struck out, and all of it stays on record', async () => {
    const { eventIds: [note] } = expected(await client.post(`/pathways/${ids[0]!}/notes`, { text: 'Ringte pasienten.', visibleTo: ['coordinator'] }), 200, recordedSchema);
    expected(await client.write('PUT', `/pathways/${ids[0]!}/notes/${note!}`, { text: 'Ringte pasienten to ganger.', visibleTo: ['coordinator'] }), 200, recordedSchema);
    expect((await notes()).notes[0]).toMatchObject({ id: note, text: 'Ringte pasienten to ganger.', versions: 2, mine: true, struckOut: null });
    expect((await client.view(ids[0]!)).timeline.filter(({ type }) => type === 'notat').map(({ text }) => text)).toEqual([null, null]);
    expected(await client.post(`/pathways/${ids[0]!}/notes/${note!}/strike-out`, { reason: 'Feil pasient.' }), 200, recordedSchema);
    expect((await notes()).notes[0]!.struckOut).toMatchObject({ why: 'Feil pasient.' });
    expect(problemOf(await client.write('PUT', `/pathways/${ids[0]!}/notes/${note!}`, { text: 'x', visibleTo: ['coordinator'] }))).toMatchObject({ status: 400 });
  });

  test('are read by the roles that they are for, and changed by who wrote them alone', async () => {
    const { eventIds: [note] } = expected(await client.post(`/pathways/${ids[0]!}/notes`, { text: 'Bare koordinatorer.', visibleTo: ['coordinator'] }), 200, recordedSchema);
    const clinician = await newPerson(running.ledger, 'behandler', running.house, ['clinician']);
    const headers = { Authorization: `Bearer ${await personToken(running.issuer, clinician)}` };
    const answer = await fetch(`${running.url}/api/v1/pathways/${ids[0]!}/notes`, { headers });
    expect([answer.status, (await answer.text()).includes('Bare koordinatorer')]).toEqual([200, false]);
    expect(problemOf(await client.write('PUT', `/pathways/${ids[0]!}/notes/${note!}`, { text: 'x', visibleTo: ['coordinator'] }, { actor: 'berit' })).status).toBe(400);
  });
});

describe('saved views', () => {
  const views = async (actor: string) => expected(await client.send('GET', '/api/v1/worklist/views', undefined, { actor }), 200, savedViewsSchema).views;

  test('are one’s own, or the unit’s, and changed by who made them', async () => {
    const body = { name: 'Mine', settings: { filter: { person: 'me' }, sort: 'due' }, shareWith: null };
    const mine = expected(await client.post('/worklist/views', body), 201, savedViewSchema);
    expect(problemOf(await client.post('/worklist/views', body))).toMatchObject({ status: 400, code: 'bad-data' });
    expect(await views('berit')).toEqual([]);
    expected(await client.write('PUT', `/worklist/views/${mine.id}`, { ...body, shareWith: running.house.id }), 200, savedViewSchema);
    expect(await views('berit')).toEqual([{ ...mine, organisationId: running.house.id, mine: false }]);
    expect(problemOf(await client.write('PUT', `/worklist/views/${mine.id}`, body, { actor: 'berit' }))).toMatchObject({ status: 404, code: 'unknown-view' });
    expect(problemOf(await client.write('DELETE', `/worklist/views/${mine.id}`, undefined, { actor: 'berit' })).status).toBe(404);
    const stranger = await newHouse(running.ledger, 'Fremmed sykehus');
    expect(problemOf(await client.post('/worklist/views', { ...body, name: 'Annet', shareWith: stranger.id }))).toMatchObject({ status: 400 });
    expect((await client.write('DELETE', `/worklist/views/${mine.id}`, undefined)).status).toBe(200);
    expect(await views('anne')).toEqual([]);
  });
});

describe('the referral inbox', () => {
  test('has the frist, what is missing and whether more was asked for; who is assessed leaves it', async () => {
    const rows = (await client.get('/inbox?sort=received', inboxPageSchema)).rows;
    expect(rows.map(({ pathwayId }) => pathwayId)).toEqual(ids);
    expect(rows[0]!.referral).toMatchObject({ frist: { key: 'FRIST-VURDERING#1', status: 'broken' }, hasOriginal: true, documents: 1, supplementAskedOn: null });
    expect(rows[0]!.referral.missing.length).toBeGreaterThan(0);
    expect((await client.post(`/pathways/${ids[1]!}/commands/vurder-rett`, { occurredOn: today() })).status).toBe(200);
    expect((await client.get('/inbox?sort=received', inboxPageSchema)).rows.map(({ pathwayId }) => pathwayId)).toEqual([ids[0], ids[2]]);
  });
});

describe('the list as a file', () => {
  test('has the chosen columns in words, no formula, and stands in the access log with count and filter', async () => {
    const response = await fetch(`${running.url}/api/v1/worklist/export?sort=received&columns=name,step,deadline`, { headers: { Authorization: `Bearer ${await running.tokenOf('anne')}` } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = (await response.text()).replace('\uFEFF', '').split('\r\n');
    expect(lines[0]).toBe('"navn";"steg";"frist"');
    expect(lines).toHaveLength(ids.length + 2);
    expect(lines[1]).toMatch(/^"Askeladden, Kari";/);
    expect(lines[3]).toContain(`"'${formula}, Kari"`);
    const { rows } = await running.ledger.accessLog({ pathwayId: ids[2]!, limit: 200 });
    const entry = rows.find(({ action }) => action === 'worklist.export')!;
    expect(entry).toMatchObject({ outcome: 'read', detail: { rows: ids.length, filter: expect.stringContaining('received') } });
  });

  test('another hospital sees nothing of it, in any of the lists', async () => {
    const person = await newPerson(running.ledger, 'fremmed', await newHouse(running.ledger, 'Annet sykehus'), ['coordinator']);
    const headers = { Authorization: `Bearer ${await personToken(running.issuer, person)}` };
    for (const path of ['/worklist', '/findings', '/findings?setAside=true', '/inbox', '/worklist/export']) {
      const text = await (await fetch(`${running.url}/api/v1${path}`, { headers })).text();
      expect([path, ids.filter((id) => text.includes(id)), text.includes('Askeladden')]).toEqual([path, [], false]);
    }
  });
});
