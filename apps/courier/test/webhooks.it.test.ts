import { afterEach, expect, test } from '@jest/globals';
import { Secret } from '@forlop/config';
import { BoxKeys, generateKey, sealTo, type BoxKey } from '@forlop/crypto';
import { secretContext, type PingDue } from '@forlop/ledger';
import { startWebhookReceiver, webhookSender, type Outgoing, type WebhookReceiver } from '@forlop/messaging';
import { appLog } from '@forlop/telemetry';
import { openWebhooks, PingWatch } from '../src/webhooks.js';

const log = appLog('courier', 'silent');
const secret = `whsec_${generateKey()}`;
let receiver: WebhookReceiver;
afterEach(() => receiver?.close());

const setup = (keys: string) => ({ keys: new Secret(keys), networks: ['127.0.0.0/8'], allowHttp: true });
/** The ledger's side: what it was told, and the sealed secrets that it has. */
const ledgerWith = (sealed: () => readonly Buffer[]) => {
  const told: BoxKey[] = [];
  return { told, tellCourierKey: async (key: BoxKey) => void told.push(key), sealedSecrets: async () => sealed(), pingsDue: async () => [], recordPing: async () => undefined };
};

const message = (url: string): Outgoing => ({
  messageId: 'melding-1', receiver: { name: 'Legekontoret', address: { channel: 'webhook', subscriber: 'abonnent', url } }, language: 'nb', subject: 'x', text: 'x', items: [], digest: false, madeAt: '2026-04-08T06:30:00.000Z', repeated: false,
});

test('tells its newest key, and opens secrets that were sealed to it or to the one before', async () => {
  receiver = await startWebhookReceiver({ secrets: [secret] });
  const [old, fresh] = [`en:${generateKey()}`, `to:${generateKey()}`];
  const sealed = sealTo(BoxKeys.read(old, 'x').publicKey(), secret, secretContext('abonnent'));
  const ledger = ledgerWith(() => [sealed]);
  const webhooks = await openWebhooks(setup(`${fresh},${old}`), ledger, log);
  expect(ledger.told).toEqual([BoxKeys.read(fresh, 'x').publicKey()]);
  await webhooks.channel.send(message(receiver.url));
  await webhooks.channel.send(message(receiver.url));
  expect([receiver.received.map(({ id }) => id), receiver.repetitions]).toEqual([['melding-1'], 1]);
  await webhooks.close();
});

test('sends nothing unsigned where the secret was sealed to a key that is gone', async () => {
  receiver = await startWebhookReceiver({ secrets: [secret] });
  const sealed = sealTo(BoxKeys.read(`borte:${generateKey()}`, 'x').publicKey(), secret, secretContext('abonnent'));
  const webhooks = await openWebhooks(setup(`en:${generateKey()}`), ledgerWith(() => [sealed]), log);
  await expect(webhooks.channel.send(message(receiver.url))).rejects.toMatchObject({ name: 'ChannelUnavailable', code: 'no-secret' });
  expect(receiver.requests).toBe(0);
});

test('sends nothing for a subscriber that has ended', async () => {
  receiver = await startWebhookReceiver({ secrets: [secret] });
  const webhooks = await openWebhooks(setup(`en:${generateKey()}`), ledgerWith(() => []), log);
  await expect(webhooks.channel.send(message(receiver.url))).rejects.toMatchObject({ code: 'no-secret' });
  expect(receiver.requests).toBe(0);
});

test.each<[string, number | null, string | null]>([['is taken', null, null], ['is refused', 404, 'http-404'], ['meets a server that is not well', 503, 'http-503']])('a test message that %s is recorded so, and has no patient in it', async (_how, status, code) => {
  receiver = await startWebhookReceiver({ secrets: [secret], answer: () => (status === null ? undefined : { status }) });
  const due: PingDue[] = [{ id: '0198c0de-7777-7000-8000-000000000001', subscriberId: 'abonnent', url: receiver.url }];
  const recorded: [string, string | null][] = [];
  const ledger = { pingsDue: async () => due, recordPing: async (id: string, why: string | null) => void recorded.push([id, why]) };
  const send = webhookSender({ secretsOf: () => [secret], allowHttp: true, openNetworks: ['127.0.0.0/8'] });
  expect(await new PingWatch({ ledger, send, log }).once()).toBe(1);
  expect(recorded).toEqual([[due[0]!.id, code]]);
  if (status === null) expect(JSON.parse(receiver.received[0]!.body)).toEqual({ resourceType: 'Bundle', meta: { tag: [expect.objectContaining({ code: 'HTEST' })] }, type: 'collection', identifier: { system: 'urn:forlop:melding', value: due[0]!.id } });
});
