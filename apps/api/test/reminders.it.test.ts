import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { remindersPageSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, problemOf, today } from './support/client.js';
import { newHouse, newPerson, personToken } from './support/people.js';
import { sentReminder, type SentReminder } from './support/reminders.js';

let running: ApiOnDatabase;
let client: Client;
let [one, two]: SentReminder[] = [];
const formula = '=HYPERLINK("http://ond.example";"Lege")';
beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
  one = await sentReminder(running.ledger, running.house, { name: formula, email: 'en@prove.example' });
  two = await sentReminder(running.ledger, running.house, { name: 'Lege To', email: 'to@prove.example' });
}, 120_000);
afterAll(() => running?.close());

const idsOf = async (query: string) => (await client.get(`/reminders${query}`, remindersPageSchema)).rows.map(({ id }) => id);

describe('the proof of reminders', () => {
  test('of a pathway: each with everything that happened with it', async () => {
    const { rows, more } = await client.get(`/pathways/${one!.pathwayId}/reminders`, remindersPageSchema);
    expect([rows.length, more]).toEqual([1, false]);
    expect(rows[0]).toMatchObject({ id: one!.reminderId, receiverId: one!.receiverId, receiverName: formula, state: 'sent', template: 'remind.nothing.nb@1', channel: 'email', duty: 'VURDERING-BRUTT', purpose: 'ask' });
    expect(rows[0]!.entries.map(({ what }) => what)).toEqual(['planned', 'claimed', 'sent']);
  });

  test('of a receiver, a period, a state: what is given must all hold', async () => {
    const both = [two!.reminderId, one!.reminderId];
    expect(await idsOf('')).toEqual(both);
    expect(await idsOf(`?receiver=${one!.receiverId}`)).toEqual([one!.reminderId]);
    expect(await idsOf(`?from=${today()}&to=${today()}&state=sent`)).toEqual(both);
    expect(await idsOf(`?to=${daysAgo(1)}`)).toEqual([]);
    expect(await idsOf('?state=failed')).toEqual([]);
  });

  test('comes a page at a time', async () => {
    const first = await client.get('/reminders?limit=1', remindersPageSchema);
    expect([first.rows[0]!.id, first.more]).toEqual([two!.reminderId, true]);
    expect((await client.get(`/reminders?limit=1&cursor=${first.nextCursor}`, remindersPageSchema)).rows[0]!.id).toBe(one!.reminderId);
    expect(problemOf(await client.send('GET', '/api/v1/reminders?cursor=tull'))).toMatchObject({ status: 400, code: 'bad-cursor' });
  });

  test.each(['from=8.4.2026', 'state=borte', 'receiver=7', 'limit=0', 'pasient=x'])('«%s» is told to be wrong', async (query) => {
    expect(problemOf(await client.send('GET', `/api/v1/reminders?${query}`)).status).toBe(400);
  });

  test('another hospital sees none of it', async () => {
    const person = await newPerson(running.ledger, 'fremmed', await newHouse(running.ledger, 'Fremmed sykehus'), ['coordinator']);
    const headers = { Authorization: `Bearer ${await personToken(running.issuer, person)}` };
    const answers = await Promise.all(['/reminders', `/reminders?receiver=${one!.receiverId}`, `/pathways/${one!.pathwayId}/reminders`].map((path) => fetch(`${running.url}/api/v1${path}`, { headers })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    for (const answer of answers.slice(0, 2)) expect(await answer.json()).toEqual({ rows: [], nextCursor: null, more: false });
  });

  test('an auditor sees what was sent and not to whom, for whose fastlege somebody is tells who she is', async () => {
    const person = await newPerson(running.ledger, 'revisor', running.house, ['auditor']);
    const answer = await fetch(`${running.url}/api/v1/reminders?receiver=${two!.receiverId}`, { headers: { Authorization: `Bearer ${await personToken(running.issuer, person)}` } });
    expect((await answer.json()) as object).toMatchObject({ rows: [{ id: two!.reminderId, receiverName: null, state: 'sent' }] });
  });
});

describe('a reminder that has not left', () => {
  const again = ({ pathwayId, key }: { readonly pathwayId: string; readonly key: string }) => ({ pathwayId, key, attempt: 20_260_102, purpose: 'ask', wording: 'remind-again' }) as const;
  const planned = async (): Promise<{ readonly pathwayId: string; readonly key: string; readonly id: string }> => {
    const { pathwayId, key } = await sentReminder(running.ledger, running.house, { name: 'Lege Tre', email: 'tre@prove.example' });
    const answer = await running.ledger.planReminder(again({ pathwayId, key }));
    expect(answer.go).toBe(true);
    const { rows } = await client.get(`/pathways/${pathwayId}/reminders`, remindersPageSchema);
    return { pathwayId, key, id: rows.find(({ state }) => state === 'planned')!.id };
  };
  const steer = (pathwayId: string, id: string, how: 'stop' | 'now') => client.post(`/pathways/${pathwayId}/reminders/${id}/${how}`, how === 'stop' ? { reason: 'Avtalt på telefon.' } : undefined);
  const shown = async ({ pathwayId, id }: { readonly pathwayId: string; readonly id: string }) => (await client.get(`/pathways/${pathwayId}/reminders`, remindersPageSchema)).rows.find((row) => row.id === id)!;

  test('is stopped with a reason that stays on the pathway, sealed; nothing leaves, and the task stands', async () => {
    const reminder = await planned();
    expect((await steer(reminder.pathwayId, reminder.id, 'stop')).status).toBe(200);
    const { state, code, entries, receiverId } = await shown(reminder);
    expect([state, code, entries.at(-1)!.actor]).toEqual(['suppressed', 'stopped', expect.stringMatching(/^person:/)]);
    const view = await running.ledger.patientView(reminder.pathwayId);
    expect(view.timeline.find(({ type }) => type === 'paminnelse-stoppet')).toMatchObject({ text: 'Avtalt på telefon.' });
    expect(view.obligations.some(({ key }) => key.startsWith('VURDERING-BRUTT'))).toBe(true);
    const claim = await running.ledger.claimDigest({ receiverId: receiverId!, digestId: 'prove/stoppet', channels: [{ id: 'email', carries: 'nothing' }] });
    expect(claim.go && claim.digest.items.some(({ reminderId }) => reminderId === reminder.id)).toBe(false);
    expect(await running.ledger.planReminder(again(reminder))).toEqual({ go: false, why: 'already-done' });
    expect(problemOf(await steer(reminder.pathwayId, reminder.id, 'stop'))).toMatchObject({ status: 409, code: 'ended-already' });
    expect((await running.ledger.verify(reminder.pathwayId)).differences).toEqual([]);
  });

  test('leaves now when somebody asks for it; one that has left does neither, nor one of another patient', async () => {
    const reminder = await planned();
    expect((await steer(reminder.pathwayId, reminder.id, 'now')).status).toBe(200);
    const { dueAt, entries, plannedAt } = await shown(reminder);
    expect([entries.at(-1)!.what, Date.parse(dueAt) - Date.parse(plannedAt) < 60_000]).toEqual(['hastened', true]);
    expect(problemOf(await steer(one!.pathwayId, one!.reminderId, 'stop'))).toMatchObject({ status: 409, code: 'sent-already' });
    expect(problemOf(await steer(one!.pathwayId, reminder.id, 'now'))).toMatchObject({ status: 404 });
  });
});

describe('the proof as a file', () => {
  const file = async (query = '') => fetch(`${running.url}/api/v1/reminders/export${query}`, { headers: { Authorization: `Bearer ${await running.tokenOf('anne')}` } });

  test('has a line for each thing that happened, and no formula', async () => {
    const response = await file(`?receiver=${one!.receiverId}`);
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="paminnelser.csv"']);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect([lines.length, lines[0]!.startsWith('"påminnelse";"forløp"'), lines[4]]).toEqual([5, true, '']);
    expect(lines[3]).toContain(`"'=HYPERLINK(""http://ond.example"";""Lege"")"`);
    for (const cell of lines.join(';').split(';')) expect(cell).not.toMatch(/^"[=+@-]/);
  });

  test('stands in the access log under each pathway that is in it', async () => {
    await file();
    const { rows } = await running.ledger.accessLog({ pathwayId: two!.pathwayId, limit: 200 });
    expect(rows).toContainEqual(expect.objectContaining({ action: 'reminders.export', outcome: 'read', pathwayIds: expect.arrayContaining([one!.pathwayId, two!.pathwayId]) }));
  });
});
