import { afterEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { startWebhookReceiver, webhookChannel, type ReceiverAnswer, type WebhookOptions, type WebhookReceiver, type WebhookReceiverOptions } from '../src/index.js';
import { outgoing } from './support/outgoing.js';

const pem = (name: string) => readFileSync(new URL(`./fixtures/localhost-${name}.pem`, import.meta.url), 'utf8');
const tls = { cert: pem('cert'), key: pem('key') };
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const closing: (() => unknown)[] = [];

async function receiver(options: Partial<WebhookReceiverOptions> = {}): Promise<WebhookReceiver> {
  const started = await startWebhookReceiver({ secrets: [secret], tls, ...options });
  closing.push(started.close);
  return started;
}
const says = (answer: ReceiverAnswer) => receiver({ answer: () => answer });
const to = (url: string, messageId = 'a1b2c3') => ({ ...outgoing({ channel: 'webhook', subscriber: 'legekontor', url }), messageId });
const channel = (options: Partial<WebhookOptions> = {}) => webhookChannel({ secretsOf: () => [secret], openNetworks: ['127.0.0.0/8'], ca: tls.cert, ...options });
const failureOf = (url: string, options?: Partial<WebhookOptions>) => channel(options).send(to(url)).then(() => undefined, (error: unknown) => error);

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a webhook', () => {
  test('arrives signed, as FHIR', async () => {
    const subscriber = await receiver();
    await expect(channel().send(to(subscriber.url))).resolves.toEqual({ externalId: 'a1b2c3', receiptDueAt: null });
    expect(subscriber.received).toMatchObject([{ id: 'a1b2c3' }]);
    expect(JSON.parse(subscriber.received[0]?.body ?? '')).toMatchObject({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Communication' } }, { resource: { resourceType: 'Task' } }] });
  });

  test('sent again arrives once', async () => {
    const subscriber = await receiver();
    for (let time = 0; time < 3; time++) await channel().send(to(subscriber.url));
    await channel().send(to(subscriber.url, 'other'));
    expect(subscriber.received.map(({ id }) => id)).toEqual(['a1b2c3', 'other']);
    expect(subscriber.repetitions).toBe(2);
  });

  test('is believed under an older secret while it is being changed', async () => {
    const subscriber = await receiver();
    await channel({ secretsOf: () => [`whsec_${randomBytes(32).toString('base64')}`, secret] }).send(to(subscriber.url));
    expect(subscriber.received).toHaveLength(1);
  });

  test('that is not believed is refused', async () => {
    const subscriber = await receiver();
    expect(await failureOf(subscriber.url, { secretsOf: () => [`whsec_${randomBytes(32).toString('base64')}`] })).toMatchObject({ name: 'ChannelRefused', code: 'http-401' });
    expect(await failureOf(subscriber.url, { now: () => Date.now() - 600_000 })).toMatchObject({ name: 'ChannelRefused', code: 'http-401' });
    expect(subscriber.received).toEqual([]);
  });

  test('without a secret nothing is sent', async () => {
    const subscriber = await receiver();
    for (const secrets of [[], ['hemmelig'], [secret, '']]) expect(await failureOf(subscriber.url, { secretsOf: () => secrets })).toMatchObject({ name: 'ChannelUnavailable', code: 'no-secret' });
    expect(subscriber.requests).toBe(0);
  });
});

describe('an answer of', () => {
  test.each([200, 201, 202, 204])('%i means that it has it', async (status) => {
    const { url } = await says({ status });
    expect(await failureOf(url)).toBeUndefined();
  });

  test.each([
    [410, 'gone'], [400, 'http-400'], [401, 'http-401'], [404, 'http-404'], [422, 'http-422'], [301, 'http-301'],
  ])('%i is for good (%s)', async (status, code) => {
    const { url } = await says({ status });
    expect(await failureOf(url)).toMatchObject({ name: 'ChannelRefused', code });
  });

  test.each([408, 425, 429, 500, 502, 503, 504])('%i may pass', async (status) => {
    const { url } = await says({ status });
    expect(await failureOf(url)).toMatchObject({ name: 'ChannelUnavailable', code: `http-${status}`, retryAfterMs: null });
  });

  test.each([
    ['120', 120_000], ['0', 0], ['999999999', 86_400_000], ['Sun, 22 Nov 2026 12:02:00 GMT', 120_000], ['Sun, 22 Nov 2026 11:00:00 GMT', 0], ['soon', null], ['-5', null],
  ])('«Retry-After: %s» is heeded: %s ms', async (retryAfter, retryAfterMs) => {
    const { url } = await says({ status: 503, headers: { 'retry-after': retryAfter } });
    expect(await failureOf(url, { now: () => Date.parse('2026-11-22T12:00:00Z') })).toMatchObject({ code: 'http-503', retryAfterMs });
  });

  test('a redirect is not followed', async () => {
    const elsewhere = await receiver();
    for (const status of [302, 307, 308]) {
      const { url } = await says({ status, headers: { location: elsewhere.url } });
      expect(await failureOf(url)).toMatchObject({ name: 'ChannelRefused', code: `http-${status}` });
    }
    expect(elsewhere.requests).toBe(0);
  });

  test('yes with a book behind it is yes', async () => {
    const { url } = await says({ status: 200, body: 'x'.repeat(5_000_000) });
    expect(await failureOf(url)).toBeUndefined();
  });
});

describe('a subscriber that', () => {
  test('hangs is left, and may have it', async () => {
    const { url } = await says('hang');
    expect(await failureOf(url, { timeoutMs: 200 })).toMatchObject({ name: 'ChannelUnavailable', code: 'timeout', maybeSent: true });
  });

  test('takes the connection and never speaks TLS is left', async () => {
    const silent = await rawServer(() => undefined);
    expect(await failureOf(`https://127.0.0.1:${silent}/`, { timeoutMs: 200 })).toMatchObject({ name: 'ChannelUnavailable', code: 'timeout' });
  });

  test('says yes and then never ends has it', async () => {
    const port = await rawServer((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx'));
    expect(await failureOf(`http://127.0.0.1:${port}/`, { allowHttp: true, timeoutMs: 5_000 })).toBeUndefined();
  });

  test.each(['', 'HTTP/1.1 200', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 'SSH-2.0-OpenSSH\r\n'])('breaks off or speaks otherwise', async (said) => {
    const port = await rawServer((socket) => socket.end(said));
    expect(await failureOf(`http://127.0.0.1:${port}/`, { allowHttp: true })).toMatchObject({ name: 'ChannelUnavailable', code: 'connection-lost', maybeSent: true });
  });

  test('is not there', async () => {
    const { url, close } = await receiver();
    await close();
    expect(await failureOf(url)).toMatchObject({ name: 'ChannelUnavailable', code: 'unreachable', maybeSent: false });
  });

  test('has a certificate that nobody vouches for', async () => {
    const subscriber = await receiver();
    expect(await webhookChannel({ secretsOf: () => [secret], openNetworks: ['127.0.0.0/8'] }).send(to(subscriber.url)).catch((error: unknown) => error)).toMatchObject({ name: 'ChannelUnavailable', code: 'bad-certificate' });
    expect(subscriber.requests).toBe(0);
  });

  test.each(['http://epj.example/', 'ftp://epj.example/', 'epj.example', '', 'https://bruker:passord@epj.example/'])('gives «%s» for address is refused', async (url) => {
    expect(await failureOf(url)).toMatchObject({ name: 'ChannelRefused', code: 'bad-url' });
  });

  test.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])('stands behind our own walls (%s) is never asked', async (host) => {
    const subscriber = await receiver();
    expect(await failureOf(subscriber.url.replace('127.0.0.1', host), { openNetworks: [] })).toMatchObject({ name: 'ChannelRefused', code: 'address-not-allowed' });
    expect(subscriber.requests).toBe(0);
  });
});

async function rawServer(onRequest: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => onRequest(socket));
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  closing.push(() => new Promise<void>((closed) => {
    for (const socket of sockets) socket.destroy();
    server.close(() => closed());
  }));
  return (server.address() as AddressInfo).port;
}
