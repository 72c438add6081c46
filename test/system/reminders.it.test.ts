import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateKey } from '@forlop/crypto';
import type { ReminderShown } from '@forlop/ledger';
import pg from 'pg';
import { startMailServer, type MailServer } from './mail-server.js';
import { ownTemporalServer, type OwnTemporal } from './own-servers.js';
import { refer } from './patients.js';
import { startSystem, type System } from './system.js';

const coordinator = { kind: 'person', id: 'koordinator' } as const;
let temporal: OwnTemporal;
let mail: MailServer;
let system: System;

beforeAll(async () => {
  [temporal, mail] = [await ownTemporalServer(), await startMailServer()];
  system = await startSystem({ temporal: temporal.address, env: { SMTP_URL: mail.url, FORLOP_ANSWER_KEYS: `test:${generateKey()}` } });
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await mail?.goAway();
  await temporal?.end();
}, 120_000);

/** A new patient's fastlege is asked for a supplement, and so is reminded at once. */
async function remindedAbout(email: string): Promise<string> {
  const id = await refer(system);
  await system.ledger.setContact(id, 'fastlege', { name: `Fastlege ${email}`, email }, coordinator);
  const asked = await system.ledger.command(id, { command: 'etterspor-supplement', occurredOn: system.today, data: { foresporselId: id } }, coordinator);
  expect(asked).toMatchObject({ outcome: 'done' });
  return id;
}

const proofsOf = async (pathwayId: string): Promise<readonly ReminderShown[]> => (await system.ledger.reminders({ pathwayId })).rows;
const inState = (id: string, state: ReminderShown['state'], withinMs?: number) =>
  system.until(`the reminder is ${state}`, async () => (await proofsOf(id)).find((proof) => proof.state === state), withinMs);
const stepsOf = ({ entries }: ReminderShown): string[] => entries.map(({ what }) => what);

test('a reminder that is due arrives by mail with a link that answers it, and the proof says sent', async () => {
  const id = await remindedAbout('ett@legekontor.example');
  const proof = await inState(id, 'sent');
  const mails = mail.mailsTo('ett@legekontor.example');
  expect(mails).toHaveLength(1);
  expect(mails[0]!.text).toMatch(/\/svar\/test\.[\w.~-]+/);
  expect(mails[0]!.text).toContain(`/pasient/${id}`);
  expect(mails[0]!.messageId).toContain(proof.messageId!);
  expect(stepsOf(proof)).toEqual(['planned', 'claimed', 'sent']);
}, 180_000);

test('a courier killed between handing over and hearing so: it arrives again with the same Message-ID, and the proof says so', async () => {
  const address = 'drept@legekontor.example';
  mail.fallSilent();
  const id = await remindedAbout(address);
  await system.until('the server has the mail', () => mail.mailsTo(address).length > 0);
  await system.kill9('courier');
  mail.speak();
  await system.start('courier');
  // The server gives the digest to another courier when the task of the dead one has timed out.
  const proof = await inState(id, 'sent', 120_000);
  expect(stepsOf(proof)).toEqual(['planned', 'claimed', 'possibly-sent-twice', 'sent']);
  const mails = mail.mailsTo(address);
  expect(mails.length).toBeGreaterThanOrEqual(2);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
}, 240_000);

test('a mail server that is away: nothing is lost, and nothing comes twice', async () => {
  const addresses = ['borte-1@legekontor.example', 'borte-2@legekontor.example'];
  await mail.goAway();
  const ids = await Promise.all(addresses.map(remindedAbout));
  for (const id of ids) await system.until('it was tried', async () => (await proofsOf(id)).some((proof) => stepsOf(proof).includes('not-sent')));
  await mail.comeBack();
  for (const id of ids) expect(stepsOf(await inState(id, 'sent'))).not.toContain('possibly-sent-twice');
  expect(addresses.map((address) => mail.mailsTo(address).length)).toEqual([1, 1]);
}, 240_000);

test('done before it is sent: no mail, and the proof says suppressed', async () => {
  const address = 'ferdig@legekontor.example';
  await system.kill9('courier');
  const id = await remindedAbout(address);
  await inState(id, 'planned');
  await system.ledger.record(id, [{ type: 'henvisningSupplert', occurredOn: system.today, data: { foresporselId: id } }], coordinator);
  await system.start('courier');
  const proof = await inState(id, 'suppressed');
  expect([proof.code, stepsOf(proof)]).toEqual(['closed', ['planned', 'suppressed']]);
  expect(mail.mailsTo(address)).toEqual([]);
}, 240_000);

test("Temporal's state lost with the digest in it: the courier finds what is due, and sends it once", async () => {
  const address = 'tapt@legekontor.example';
  await system.kill9('courier');
  const id = await remindedAbout(address);
  await inState(id, 'planned');
  // Without the worker nobody else builds anything anew.
  await system.kill9('worker');
  await temporal.goAway();
  temporal.loseState();
  await temporal.comeBack();
  await duesSince(id, '10 minutes');
  await system.start('courier');
  expect(stepsOf(await inState(id, 'sent', 120_000))).toEqual(['planned', 'claimed', 'sent']);
  await system.start('worker');
  expect(mail.mailsTo(address)).toHaveLength(1);
}, 240_000);

/** Moves what is due back in time: what nobody sends counts as lost after some minutes, which a test does not wait for. */
async function duesSince(pathwayId: string, interval: string): Promise<void> {
  const client = new pg.Client({ connectionString: system.databaseUrl });
  await client.connect();
  try {
    await client.query(`update reminder set due_at = due_at - $2::interval where pathway_id = $1`, [pathwayId, interval]);
  } finally {
    await client.end();
  }
}
