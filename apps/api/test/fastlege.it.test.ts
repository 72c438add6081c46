import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandAnswerSchema, commandsSchema, meSchema, pathwayViewSchema, worklistPageSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, today } from './support/client.js';
import { newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
let api: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
}, 120_000);
afterAll(() => running?.close());

/** A doctor at an office of her own, whom one of two patients names. */
test('a fastlege sees her own patients and what waits on her, asks for guidance, and sees nobody else’s', async () => {
  const [mine, another] = [await api.refer(), await api.refer()];
  await running.ledger.setContact(mine, 'fastlege', { name: 'Lege Legesen', email: null, hprNumber: '9900555' }, { kind: 'system', id: 'prove' });
  // The referral lacks a test: whoever referred is asked for it.
  expect((await api.post(`/pathways/${mine}/facts`, { facts: [{ type: 'supplementEtterspurt', occurredOn: today(), data: { foresporselId: 'f-1', mangler: ['anti-ccp'] } }] })).status).toBe(200);
  const token = await personToken(running.issuer, await newPerson(running.ledger, 'legen', running.house, [], '9900555'));
  const send = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${running.url}/api/v1${path}`, {
      method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }, ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  expect(worklistPageSchema.parse((await send('GET', '/worklist')).body).rows.map(({ pathwayId }) => pathwayId)).toEqual([mine]);
  const { commands } = commandsSchema.parse((await send('GET', `/pathways/${mine}/commands`)).body);
  expect(commands.find(({ command }) => command === 'be-om-veiledning')).toMatchObject({ allowed: true, roles: expect.arrayContaining(['fastlege']) });
  expect(commands.find(({ command }) => command === 'vurder-rett')).toMatchObject({ allowed: false, refusal: { code: 'role-does-not-allow', sentence: { nb: 'Dette gjøres av den som vurderer henvisninger. I Forløp: Behandler.' } } });
  const { actions, othersMay } = meSchema.parse((await send('GET', '/me')).body);
  expect([actions.includes('meetings.write'), othersMay['meetings.write'], othersMay['meetings.read']]).toEqual([false, ['coordinator', 'clinician'], undefined]);
  const asked = await send('POST', `/pathways/${mine}/commands/be-om-veiledning`, { occurredOn: today(), data: { retning: 'primar-til-2-linje', sporsmalId: 's-1' }, text: 'Hvordan trapper vi opp?' });
  expect([asked.status, commandAnswerSchema.safeParse(asked.body).success]).toEqual([200, true]);
  const view = pathwayViewSchema.parse((await send('GET', `/pathways/${mine}`)).body);
  expect(view.clocks.find(({ clock }) => clock === 'VEILEDNING')).toMatchObject({ status: 'running' });
  expect(view.timeline.find(({ type }) => type === 'veiledningSpurt')).toMatchObject({ text: 'Hvordan trapper vi opp?' });
  const waiting = view.clocks.filter(({ owner, dueOn, metOn, endedOn }) => (owner === 'fastlege' || owner === 'henviser') && dueOn !== null && metOn === null && endedOn === null);
  const listed = worklistPageSchema.parse((await send('GET', `/worklist?owner=${waiting[0]?.owner ?? 'henviser'}`)).body).rows;
  expect(listed.map(({ pathwayId, clock }) => [pathwayId, clock?.key])).toEqual([[mine, waiting.sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1))[0]?.key]]);
  for (const path of [`/pathways/${another}`, `/pathways/${another}/commands`, `/pathways/${another}/timeline`]) expect([path, (await send('GET', path)).status]).toEqual([path, 404]);
});
