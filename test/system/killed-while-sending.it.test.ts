import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { digestsIn } from '@forlop/activities';
import { generateKey } from '@forlop/crypto';
import { startEdiSimulator, type EdiSimulator } from '@forlop/dialogmelding/simulator';
import { startHelseIdSimulator, type HelseIdSimulator } from '@forlop/identity/simulator';
import type { PlannedDigest, ReminderShown } from '@forlop/ledger';
import { startWebhookReceiver, type WebhookReceiver } from '@forlop/messaging';
import { startHoldingProxy, type HoldingProxy } from './holding-proxy.js';
import { newPatient, referralOf } from './patients.js';
import { startSystem, type System } from './system.js';

const coordinator = { kind: 'person', id: 'koordinator' } as const;
const us = '8000001';
/** Receivers by each channel, in as many groups as the courier is killed. */
const [each, kills] = [9, 3];
/** Long enough to be killed in, short enough for nine in a row. */
const holdMs = 400;
const officesOf = (first: number): string[] => Array.from({ length: each }, (_, n) => String(first + n));
const offices = { webhook: officesOf(8_095_001), dialogmelding: officesOf(8_096_001) };

let helseId: HelseIdSimulator;
let edi: EdiSimulator;
let subscriber: WebhookReceiver | undefined;
let proxies: { readonly edi: HoldingProxy; webhook?: HoldingProxy };
let system: System;

beforeAll(async () => {
  helseId = await startHelseIdSimulator({ apis: { 'nhn:msh': 'nhn:msh/api' }, ownOrganisation: '310000019' });
  edi = await startEdiSimulator();
  proxies = { edi: await startHoldingProxy(edi.url, holdMs) };
  system = await startSystem({
    apps: ['courier'],
    env: {
      FORLOP_WEBHOOK_KEYS: `test:${generateKey()}`, FORLOP_WEBHOOK_NETWORKS: '127.0.0.0/8',
      FORLOP_EDI: 'real', EDI_URL: proxies.edi.url, EDI_HER_ID: us, EDI_SENDER_NAME: 'Nordlia sykehus',
      HELSEID_ISSUER: helseId.issuer, HELSEID_CLIENT_ID: helseId.clientId, HELSEID_CLIENT_KEY: JSON.stringify(helseId.clientKey),
    },
  });
  await subscribe();
}, 240_000);
afterAll(async () => {
  await system?.stop();
  for (const one of [proxies?.edi, proxies?.webhook, subscriber, edi, helseId]) await one?.close();
}, 120_000);

/** A real subscriber, registered under the key that the running courier has told. */
async function subscribe(): Promise<void> {
  const secrets: string[] = [];
  subscriber = await startWebhookReceiver({ secrets });
  const webhook = await startHoldingProxy(subscriber.url, holdMs);
  const { secret } = await system.ledger.registerSubscriber({ label: 'Journalsystem', url: webhook.url, serves: offices.webhook.map((herId) => ({ herId })) }, coordinator);
  await subscriber.close();
  subscriber = await startWebhookReceiver({ secrets: [secret], port: Number(new URL(subscriber.url).port) });
  proxies = { ...proxies, webhook };
}

/** A new patient's fastlege is to be asked for a supplement. */
async function planned(herId: string): Promise<PlannedDigest & { readonly pathwayId: string }> {
  const { pathwayId } = await system.ledger.intake(referralOf(newPatient(), system.today), coordinator);
  await system.ledger.setContact(pathwayId, 'fastlege', { name: `Legekontor ${herId}`, email: null, herId }, coordinator);
  const asked = await system.ledger.command(pathwayId, { command: 'etterspor-supplement', occurredOn: system.today, data: { foresporselId: pathwayId } }, coordinator);
  expect(asked).toMatchObject({ outcome: 'done' });
  const plan = await system.ledger.planReminder({ pathwayId, key: 'SUPPLEMENT-PAMINN-FASTLEGE#1', attempt: Number(system.today.replaceAll('-', '')), purpose: 'ask', wording: 'remind' });
  if (!plan.go) throw new Error(plan.why);
  return { ...plan.digests[0]!, pathwayId };
}

async function killWhenHeld(proxy: HoldingProxy): Promise<void> {
  await system.until('a message is taken that the courier has not heard of', () => proxy.held > 0, 60_000);
  await system.kill9('courier');
  await system.start('courier');
}

const proofOf = async (pathwayId: string): Promise<ReminderShown> => (await system.ledger.reminders({ pathwayId })).rows[0]!;

test('a courier killed again and again while it sends by webhook and dialogmelding: each message is accepted once, and none is lost', async () => {
  const all: (PlannedDigest & { readonly pathwayId: string })[] = [];
  for (const herId of [...offices.webhook, ...offices.dialogmelding]) all.push(await planned(herId));
  const digests = digestsIn(system.temporal);
  // One group after the other: what a dead courier had begun is given to another after half a minute, and all that at once.
  for (let kill = 0; kill < kills; kill += 1) {
    await Promise.all(all.filter((_, n) => n % kills === kill).map((digest) => digests.start(digest)));
    await killWhenHeld(kill % 2 === 0 ? proxies.webhook! : proxies.edi);
  }
  const proofs = await system.until('all have arrived', async () => {
    const rows = await Promise.all(all.map(({ pathwayId }) => proofOf(pathwayId)));
    return rows.every(({ state }) => state === 'sent' || state === 'delivered') ? rows : undefined;
  }, 120_000);

  const sentBy = (channel: string) => proofs.filter((proof) => proof.channel === channel).map(({ messageId }) => messageId).sort();
  // A subscriber: every id once, and the repetitions were known again by it.
  expect(subscriber!.received.map(({ id }) => id).sort()).toEqual(sentBy('webhook'));
  expect(subscriber!.received).toHaveLength(each);
  expect(subscriber!.repetitions).toBeGreaterThan(0);
  // The health network: every document once, by its MsgId.
  const documents = edi.messages().filter(({ senderHerId, isAppRec }) => senderHerId === us && !isAppRec);
  expect(documents.map(({ receiverHerId }) => receiverHerId).sort()).toEqual(offices.dialogmelding);
  expect(new Set(documents.map(({ msgId }) => msgId)).size).toBe(each);
  expect(sentBy('dialogmelding')).toHaveLength(each);
  expect(documents.reduce((sum, { repetitions }) => sum + repetitions, 0)).toBeGreaterThan(0);
  // What may have gone out twice stands so in its proof.
  expect(proofs.filter(({ entries }) => entries.some(({ what }) => what === 'possibly-sent-twice')).length).toBeGreaterThanOrEqual(2);
}, 240_000);
