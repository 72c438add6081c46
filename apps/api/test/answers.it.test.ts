import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKey, readKeySet } from '@forlop/crypto';
import { AnswerTokens, referenceOf } from '@forlop/reminders';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client } from './support/client.js';
import { listening } from './support/listening.js';
import { newHouse } from './support/people.js';
import { sentReminder, type SentReminder } from './support/reminders.js';

let running: ApiOnDatabase;
let reminder: SentReminder;
let number = 0;
beforeAll(async () => {
  running = await apiOnDatabase();
}, 120_000);
beforeEach(async () => {
  number += 1;
  reminder = await sentReminder(running.ledger, running.house, { name: 'Lege Svarsen', email: `svar-${number}@prove.example` });
});
afterAll(() => running?.close());

const dayMs = 86_400_000;
const linkTo = (purpose: 'answer' | 'unsubscribe', { subject = reminder.reminderId, expiresAt = Date.now() + dayMs, tokens = running.answerTokens } = {}): string => tokens.issue({ purpose, subject, expiresAt });

async function open(path: string, method = 'GET', form?: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${running.url}/svar/${path}`, { method, headers, ...(form !== undefined && { body: new URLSearchParams(form) }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const answer = (token: string, svar: string) => open(token, 'POST', { svar });
const proof = async ({ pathwayId, reminderId } = reminder) => (await running.ledger.reminders({ pathwayId })).rows.find(({ id }) => id === reminderId)!;
const titleOf = (text: string): string => /<h1>([^<]*)<\/h1>/.exec(text)![1]!;

describe('a link that answers', () => {
  test('shows the reference and two buttons, nothing of the patient, and changes nothing however often it is opened', async () => {
    const before = await proof();
    const token = linkTo('answer');
    const pages = [await open(token), await open(token), await open(token, 'HEAD')];
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { text } = pages[0]!;
    expect(text).toContain(`Referanse: ${referenceOf(reminder.pathwayId)}`);
    expect([...text.matchAll(/value="([^"]+)">([^<]+)/g)].map(([, value, label]) => [value, label])).toEqual([['mottatt', 'Mottatt'], ['ikke-min', 'Ikke min pasient']]);
    expect(text).not.toMatch(/Testesen|Kari|Svarsen|utmattelse|smerte/i);
    expect(pages[1]!.text).toBe(text);
    expect(await proof()).toEqual(before);
  });

  test('leads through the log-in to where the patient is answered about', async () => {
    const token = linkTo('answer');
    const [, href] = /href="([^"]+)">Logg inn/.exec((await open(token)).text)!;
    const address = new URL(href!.replaceAll('&amp;', '&'), running.url);
    expect(address.pathname).toBe('/auth/login');
    const path = address.searchParams.get('til')!;
    expect(path).toBe(`/pasient/${reminder.pathwayId}?${new URLSearchParams({ paminnelse: reminder.reminderId, lenke: token })}`);
  });

  test('is kept nowhere, tells nobody where it was, and loads and runs nothing', async () => {
    const { headers, text } = await open(linkTo('answer'));
    expect(Object.fromEntries(['content-type', 'cache-control', 'referrer-policy', 'x-robots-tag', 'set-cookie'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'set-cookie': null,
    });
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'/);
    expect(text).not.toMatch(/<script|<img|<link|style="|https?:/);
  });

  test('«mottatt» is recorded once; a replay says so and changes nothing', async () => {
    const token = linkTo('answer');
    expect(titleOf((await answer(token, 'mottatt')).text)).toBe('Takk for svaret');
    const once = await proof();
    expect(once).toMatchObject({ state: 'acknowledged', answer: 'received' });
    expect(once.entries.at(-1)).toMatchObject({ what: 'acknowledged', actor: 'link', code: 'received' });
    const again = await answer(token, 'mottatt');
    expect([again.status, titleOf(again.text)]).toEqual([200, 'Svaret er registrert fra før']);
    expect(await proof()).toEqual(once);
  });

  test('«ikke min pasient» is the coordinator’s at once, and is not taken back by another answer', async () => {
    const token = linkTo('answer');
    expect((await answer(token, 'ikke-min')).status).toBe(200);
    const { openObligations } = await running.ledger.advance(reminder.pathwayId, new Date().toISOString());
    expect(openObligations.find(({ duty }) => duty === 'VURDERING-BRUTT')!.escalateAt).not.toBeNull();
    const after = await answer(token, 'mottatt');
    expect([after.status, titleOf(after.text)]).toEqual([409, 'Påminnelsen kan ikke besvares nå']);
    expect(await proof()).toMatchObject({ state: 'answered', answer: 'not-mine' });
    expect((await running.ledger.verify(reminder.pathwayId)).differences).toEqual([]);
  });

  test.each<[string, string | undefined]>([['another answer', 'ferdig'], ['a name of every object', 'toString'], ['none', undefined]])('%s is none', async (_what, svar) => {
    const before = await proof();
    expect((await open(linkTo('answer'), 'POST', svar === undefined ? {} : { svar })).status).toBe(400);
    expect(await proof()).toEqual(before);
  });

  test('the log-in of whoever opens it is not looked at', async () => {
    const headers = { Cookie: '__Host-forlop-session=tull; forlop-session=tull', Authorization: 'Bearer tull' };
    expect((await open(linkTo('answer'), 'POST', { svar: 'mottatt' }, headers)).status).toBe(200);
  });
});

describe('a link that is not one', () => {
  const others = new AnswerTokens(readKeySet(generateKey(), 'FORLOP_ANSWER_KEYS'));
  const flipped = (token: string): string => {
    const [key, content, mac] = token.split('.') as [string, string, string];
    return `${key}.${Buffer.from(Buffer.from(content, 'base64url').toString().replace('9', '8').replace('1', '2')).toString('base64url')}.${mac}`;
  };
  test.each<[string, () => string]>([
    ['is made up', () => 'tull'],
    ['is signed by others', () => linkTo('answer', { tokens: others })],
    ['has been changed', () => flipped(linkTo('answer'))],
    ['is for unsubscribing', () => linkTo('unsubscribe')],
    ['is of no reminder', () => linkTo('answer', { subject: '0198c0de-0000-7000-8000-000000000001' })],
    ['is of nothing that could be one', () => linkTo('answer', { subject: 'tull' })],
  ])('because it %s: one page, the same for all, and nothing is changed', async (_why, token) => {
    const before = await proof();
    const [shown, sent] = [await open(token()), await answer(token(), 'ikke-min')];
    expect([shown.status, titleOf(shown.text), sent.status]).toEqual([404, 'Lenken virker ikke', 404]);
    expect(sent.text).toBe(shown.text);
    expect(shown.text).toBe((await open('noe-annet')).text);
    expect(await proof()).toEqual(before);
  });

  test('because it has expired: a page of its own', async () => {
    const expired = linkTo('answer', { expiresAt: Date.now() - 1_000 });
    expect([(await open(expired)).status, (await answer(expired, 'mottatt')).status]).toEqual([410, 410]);
    expect(titleOf((await open(expired)).text)).toBe('Lenken har gått ut');
    expect((await proof()).answer).toBeNull();
  });

  test('because the reminder was planned and never sent', async () => {
    const { pathwayId, role } = await sentReminder(running.ledger, running.house, { name: 'Først', email: `forst-${number}@prove.example` });
    await running.ledger.setContact(pathwayId, role, { name: 'Så', email: `sa-${number}@prove.example` }, { kind: 'system', id: 'prove' });
    const planned = (await running.ledger.reminders({ pathwayId })).rows.find(({ state }) => state === 'planned')!;
    expect((await answer(linkTo('answer', { subject: planned.id }), 'mottatt')).status).toBe(404);
  });

  test('too many of them are told to wait, on a page', async () => {
    const limited = await listening({ limits: { ...Object.fromEntries(['addressPerMinute'].map((name) => [name, 2])), logInPerMinute: 9, callerPerMinute: 9, searchPerMinute: 9, breakGlassPerHour: 9, bundlePerMinute: 9 } as never });
    try {
      const statuses = [];
      for (let i = 0; i < 3; i += 1) statuses.push(await fetch(`${limited.url}/svar/tull`));
      expect(statuses.map(({ status }) => status)).toEqual([404, 404, 429]);
      expect(statuses[2]!.headers.get('content-type')).toMatch(/^text\/html/);
      expect(statuses[2]!.headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await limited.close();
    }
  });
});

describe('unsubscribing from digests', () => {
  const receiver = async () => (await running.ledger.receivers({ ids: [reminder.receiverId] }))[0]!;

  test('is offered by GET and done by POST, as mail programs do it, once', async () => {
    await running.ledger.setPreferences(reminder.receiverId, { frequency: 'weekly' });
    const link = `avmeld/${linkTo('unsubscribe')}`;
    const shown = await open(link);
    expect([shown.status, titleOf(shown.text), (await receiver()).undigestedAt]).toEqual([200, 'Avmelding av samlemeldinger', null]);
    expect((await open(link, 'POST', { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    const after = await receiver();
    expect(after).toMatchObject({ frequency: 'each', undigestedAt: expect.any(String) });
    expect((await open(link, 'POST')).status).toBe(200);
    expect(await receiver()).toEqual(after);
    expect((await proof()).entries.filter(({ what }) => what === 'unsubscribed')).toHaveLength(1);
  });

  test('holds until a frequency is chosen again', async () => {
    expect((await open(`avmeld/${linkTo('unsubscribe')}`, 'POST')).status).toBe(200);
    expect((await receiver()).undigestedAt).not.toBeNull();
    await running.ledger.setPreferences(reminder.receiverId, { frequency: 'daily' });
    expect((await receiver()).undigestedAt).toBeNull();
  });

  test('takes no link that answers', async () => {
    expect((await open(`avmeld/${linkTo('answer')}`, 'POST')).status).toBe(404);
    expect((await receiver()).undigestedAt).toBeNull();
  });
});

test('the link’s own eyes see their reminder and its pathway, and nothing else that is', async () => {
  const other = await sentReminder(running.ledger, running.house, { name: 'Annen', email: `annen-${number}@prove.example` });
  const eyes = running.parts.ledger!.as({ kind: 'answer', actor: 'system:link', reminderId: reminder.reminderId });
  expect(await eyes.pathwayOfReminder(reminder.reminderId)).toBe(reminder.pathwayId);
  for (const work of [() => eyes.pathwayOfReminder(other.reminderId), () => eyes.answerReminder(other.reminderId, 'received'), () => eyes.unsubscribe(other.reminderId)]) {
    await expect(work()).rejects.toMatchObject({ code: 'unknown-obligation' });
  }
  expect(() => eyes.patientView(reminder.pathwayId)).toThrow('kan ikke lese pasienter');
  expect(() => eyes.reminders({})).toThrow('kan ikke lese pasienter');
});

test('a contact whom a coordinator sets is one receiver, though others know them too, and is asked what the old one has not answered', async () => {
  const client = new Client(running);
  const contact = { name: 'Lege Ny', email: `ny-${number}@prove.example` };
  const elsewhere = await newHouse(running.ledger, 'Annet sykehus');
  const known = await sentReminder(running.ledger, elsewhere, contact);
  const put = await client.write('PUT', `/pathways/${reminder.pathwayId}/contacts/${reminder.role}`, contact);
  expect(put.status).toBe(200);
  const waiting = (await running.ledger.reminders({ pathwayId: reminder.pathwayId })).rows.filter(({ state }) => state === 'planned');
  expect(waiting.map(({ receiverId }) => receiverId)).toEqual([known.receiverId]);
});
