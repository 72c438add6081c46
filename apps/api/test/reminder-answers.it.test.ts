import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reminderAnswerSchema, remindersAskedSchema, systems } from '@forlop/contracts';
import type { Referral } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, problemOf, referralOf, type Answered } from './support/client.js';
import { newPerson, personToken } from './support/people.js';
import { remind, type SentReminder } from './support/reminders.js';

let running: ApiOnDatabase;
let client: Client;
let doctor: string;
let stranger: string;
let reminder: SentReminder;
const hprNumber = '9900501';
const courier = { kind: 'system', id: 'prove' } as const;
beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
  doctor = await personToken(running.issuer, await newPerson(running.ledger, 'lege', running.house, [], hprNumber));
  stranger = await personToken(running.issuer, await newPerson(running.ledger, 'en annen', running.house, [], '9900502'));
}, 120_000);
beforeEach(async () => {
  reminder = await askedForSupplement();
});
afterAll(() => running?.close());

/** A pathway whose fastlege was asked for more about the referral, and was reminded of it. */
async function askedForSupplement(): Promise<SentReminder> {
  const { ledger, house } = running;
  const { pathwayId } = await ledger.intake(referralOf({ receiver: { system: systems.organisasjonsnummer, value: house.number }, mottattdato: daysAgo(40) }) as Referral, courier);
  for (const foresporselId of ['en', 'to']) await ledger.command(pathwayId, { command: 'etterspor-supplement', occurredOn: daysAgo(10), data: { foresporselId } }, courier);
  return remind(ledger, pathwayId, { name: 'Lege Legesen', email: 'lege@prove.example', hprNumber }, 'SUPPLEMENT-PAMINN-FASTLEGE');
}

async function answer(body: object, { token = doctor, key = randomUUID(), about = reminder }: { token?: string; key?: string; about?: Pick<SentReminder, 'pathwayId' | 'reminderId'> } = {}): Promise<Answered> {
  const response = await fetch(`${running.url}/api/v1/pathways/${about.pathwayId}/reminders/${about.reminderId}/answer`, {
    method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key }, body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

const proof = async () => (await running.ledger.reminders({ pathwayId: reminder.pathwayId })).rows.find(({ id }) => id === reminder.reminderId)!;
const recordedIn = async (type: string) => (await running.ledger.patientView(reminder.pathwayId)).timeline.filter((event) => event.type === type);

describe('a fastlege who has logged in', () => {
  test('says that it was done on a day: the command that the definition names is given, and the proof says who, with what and by which link', async () => {
    const link = running.answerTokens.issue({ purpose: 'answer', subject: reminder.reminderId, expiresAt: Date.now() + 60_000 });
    const given = expected(await answer({ answer: 'done', occurredOn: daysAgo(2), text: 'Prøvesvar er sendt.', link }), 200, reminderAnswerSchema);
    expect(given).toMatchObject({ reminderId: reminder.reminderId, answer: 'done', repeated: false, recorded: { pathwayId: reminder.pathwayId, eventIds: [expect.any(String)] } });
    // Of two questions it answers the one that the reminder was about.
    const asked = reminder.key.endsWith('#1') ? 'en' : 'to';
    expect(await recordedIn('henvisningSupplert')).toMatchObject([{ id: given.recorded!.eventIds[0], occurredOn: daysAgo(2), data: { foresporselId: asked }, text: 'Prøvesvar er sendt.' }]);
    const after = await proof();
    expect(after).toMatchObject({ state: 'answered', answer: 'done' });
    expect(after.entries.at(-1)).toMatchObject({
      what: 'answered', code: 'done', actor: expect.stringMatching(/^person:/),
      detail: { command: 'registrer-supplement', event: given.recorded!.eventIds[0], on: daysAgo(2), link: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    const { openObligations } = await running.ledger.advance(reminder.pathwayId, new Date().toISOString());
    expect(openObligations.map(({ key }) => key)).not.toContain(reminder.key);
  });

  test('sees what she was asked and how it may be answered, until she has answered; a stranger sees nothing', async () => {
    const asked = async (token: string) => fetch(`${running.url}/api/v1/pathways/${reminder.pathwayId}/reminders-asked`, { headers: { Authorization: `Bearer ${token}` } });
    const of = async () => remindersAskedSchema.parse(await (await asked(doctor)).json()).asked.find(({ id }) => id === reminder.reminderId);
    expect(await of()).toMatchObject({ role: 'fastlege', title: 'Supplement til henvisningen mangler', open: true, answer: null, dueOn: expect.stringMatching(/^\d{4}-/) });
    expect((await of())!.answers).toEqual([{ answer: 'done', command: 'registrer-supplement', given: [] }, { answer: 'takes-over', command: 'overta-oppgave', given: ['rolle'] }]);
    await answer({ answer: 'done', occurredOn: daysAgo(2) });
    expect(await of()).toMatchObject({ open: false, answer: 'done' });
    expect((await asked(stranger)).status).toBe(404);
  });

  test('says the same once more, by the same key or another: nothing is recorded twice', async () => {
    const key = randomUUID();
    const body = { answer: 'done', occurredOn: daysAgo(2) };
    const first = await answer(body, { key });
    expect((await answer(body, { key })).body).toEqual(first.body);
    expect(expected(await answer(body), 200, reminderAnswerSchema)).toMatchObject({ repeated: true, recorded: null });
    const both = await Promise.all([answer({ answer: 'takes-over' }), answer({ answer: 'takes-over' })]);
    expect(both.map(({ body: one }) => reminderAnswerSchema.parse(one).repeated).sort()).toEqual([false, true]);
    expect([await recordedIn('henvisningSupplert'), await recordedIn('oppgaveOvertatt')].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('is told that another day for what is recorded is a correction, so that no day is lost', async () => {
    await answer({ answer: 'done', occurredOn: daysAgo(2) });
    expect(problemOf(await answer({ answer: 'done', occurredOn: daysAgo(3) }))).toMatchObject({ status: 409, code: 'already-answered' });
    expect(await recordedIn('henvisningSupplert')).toMatchObject([{ occurredOn: daysAgo(2) }]);
  });

  test('takes it over: that is a decision on the pathway', async () => {
    expect((await answer({ answer: 'takes-over' })).status).toBe(200);
    expect(await recordedIn('oppgaveOvertatt')).toMatchObject([{ kind: 'decision', data: { rolle: 'fastlege' } }]);
    expect(await proof()).toMatchObject({ state: 'answered', answer: 'takes-over' });
  });

  test.each([['received', 'acknowledged'], ['not-mine', 'answered']])('says %s, as by a link, and the proof says who', async (said, state) => {
    expect(expected(await answer({ answer: said }), 200, reminderAnswerSchema)).toMatchObject({ repeated: false, recorded: null });
    expect(await proof()).toMatchObject({ state, answer: said });
    expect((await proof()).entries.at(-1)!.actor).toMatch(/^person:/);
  });

  test.each<[string, object, number, string]>([
    ['a day that has not come', { answer: 'done', occurredOn: '2199-01-01' }, 400, 'invalid-input'],
    ['an answer that the definition does not offer', { answer: 'guidance' }, 409, 'answer-not-offered'],
    ['an answer that there is not', { answer: 'kanskje' }, 400, 'invalid-input'],
    ['a field that the event has not', { answer: 'done', data: { utfall: 'rett' } }, 400, 'invalid-input'],
    ['a link that is none', { answer: 'received', link: 'tull' }, 400, 'bad-link'],
  ])('is told why %s is refused, and nothing is changed', async (_what, body, status, code) => {
    const before = await proof();
    expect(problemOf(await answer(body))).toMatchObject({ status, code });
    expect(await proof()).toEqual(before);
  });

  test('another’s link is none of this reminder’s', async () => {
    const other = await askedForSupplement();
    const link = running.answerTokens.issue({ purpose: 'answer', subject: other.reminderId, expiresAt: Date.now() + 60_000 });
    expect(problemOf(await answer({ answer: 'received', link }))).toMatchObject({ status: 400, code: 'bad-link' });
  });
});

describe('somebody else', () => {
  test('who is not the patient’s fastlege finds no such pathway', async () => {
    expect(problemOf(await answer({ answer: 'received' }, { token: stranger }))).toMatchObject({ status: 404, code: 'unknown-pathway' });
  });

  test('a fastlege does not answer what others were reminded of', async () => {
    const theirs = await remind(running.ledger, reminder.pathwayId, { name: 'Koordinator', email: 'koordinator@prove.example' });
    expect(problemOf(await answer({ answer: 'not-mine' }, { about: theirs }))).toMatchObject({ status: 403, code: 'role-does-not-allow' });
  });

  test('a coordinator answers on behalf of whoever was reminded', async () => {
    const path = `/pathways/${reminder.pathwayId}/reminders/${reminder.reminderId}/answer`;
    expect(expected(await client.write('POST', path, { answer: 'done', occurredOn: daysAgo(1) }), 200, reminderAnswerSchema)).toMatchObject({ repeated: false });
  });

  test('a reminder that is not there, or is another pathway’s, is not found', async () => {
    const other = await askedForSupplement();
    for (const reminderId of ['0198c0de-0000-7000-8000-000000000001', 'tull', other.reminderId]) {
      expect(problemOf(await answer({ answer: 'received' }, { about: { pathwayId: reminder.pathwayId, reminderId } })).status).toBe(404);
    }
  });
});

test('a contact without any address can be set where somebody waits to be reminded: the reminder fails, and the coordinator has it', async () => {
  const path = `/pathways/${reminder.pathwayId}/contacts/fastlege`;
  expect((await client.write('PUT', path, { name: 'Uten adresse', email: null })).status).toBe(200);
  expect(await proof()).toMatchObject({ state: 'failed', code: 'no-contact' });
});
