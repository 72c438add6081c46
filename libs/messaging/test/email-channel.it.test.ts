import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { generateKey, readKeySet } from '@forlop/crypto';
import { ChannelRefused, ChannelUnavailable, emailChannel, ReturnPaths, smtpMailer, type Channel, type Mailer, type SmtpOptions } from '../src/index.js';
import { verifiedDkim } from './support/dkim.js';
import { outgoing, outgoingItem } from './support/outgoing.js';
import { rudeServer, smtpServer } from './support/smtp.js';

const pem = (name: string) => readFileSync(new URL(`./fixtures/localhost-${name}.pem`, import.meta.url), 'utf8');
const returnPaths = new ReturnPaths(readKeySet(generateKey(), 'KEY'), 'sykehus.example');
const message = outgoing({ channel: 'email', email: 'lege@legekontor.example' });
const closing: (() => unknown)[] = [];

function channelTo(url: string, options: Partial<SmtpOptions> = {}): Channel {
  const mailer: Mailer = smtpMailer({ url, from: 'Forløp <forlop@sykehus.example>', timeouts: { connectMs: 5_000, answerMs: 5_000 }, ...options });
  closing.push(() => mailer.close());
  return emailChannel({ mailer, domain: 'sykehus.example', returnPaths, replyTo: 'koordinator@sykehus.example', unsubscribeLink: ({ messageId }) => `https://forlop.example/avmelding/${messageId}` });
}
async function server(...args: Parameters<typeof smtpServer>) {
  const started = await smtpServer(...args);
  closing.push(started.close);
  return started;
}
async function rude(...args: Parameters<typeof rudeServer>) {
  const started = await rudeServer(...args);
  closing.push(started.close);
  return started;
}
const failureOf = (channel: Channel, what = message) => channel.send(what).then(() => undefined, (error: unknown) => error);

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('an e-mail', () => {
  test('has text and HTML, its Message-ID, where answers go and a return path of its own', async () => {
    const { url, taken } = await server();
    await expect(channelTo(url).send(message)).resolves.toEqual({ externalId: '<a1b2c3@sykehus.example>', receiptDueAt: null });
    const mail = await PostalMime.parse(taken[0]?.raw ?? '');
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    expect(taken[0]?.from).toBe(returnPaths.addressOf('a1b2c3'));
    expect(mail).toMatchObject({ messageId: '<a1b2c3@sykehus.example>', subject: message.subject, text: expect.stringContaining(message.text), replyTo: [{ address: 'koordinator@sykehus.example' }] });
    expect(new Date(mail.date ?? '').getTime()).not.toBeNaN();
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('list-unsubscribe')).toBeUndefined();
    expect(mail.html).toContain('<a href="https://forlop.example/forlop/5a1c">');
    expect(mail.html).toContain('Sykehuset &lt;Fjord&gt;');
    expect(mail.html).not.toMatch(/src=|url\(|<script|<link/i);
  });

  test('asks the server for word of failure and delay, where it can give it', async () => {
    const said: string[] = [];
    const { url } = await rude('220 hei', (line) => {
      said.push(line);
      if (line.startsWith('EHLO')) return '250-hei\r\n250 DSN';
      return /^(MAIL|RCPT|RSET|QUIT)/.test(line) || line === '.' ? '250 ok' : line === 'DATA' ? '354 go on' : undefined;
    });
    await channelTo(url).send(message);
    expect(said).toContain(`MAIL FROM:<${returnPaths.addressOf('a1b2c3')}> RET=HDRS`);
    expect(said).toContain('RCPT TO:<lege@legekontor.example> NOTIFY=FAILURE,DELAY');
  });

  test('that is a digest can be unsubscribed from with one press', async () => {
    const { url, taken } = await server();
    await channelTo(url).send({ ...message, digest: true });
    const { headers } = await PostalMime.parse(taken[0]?.raw ?? '');
    expect(headers).toContainEqual(expect.objectContaining({ key: 'list-unsubscribe', value: '<https://forlop.example/avmelding/a1b2c3>' }));
    expect(headers).toContainEqual(expect.objectContaining({ key: 'list-unsubscribe-post', value: 'List-Unsubscribe=One-Click' }));
  });

  test('makes no link of what is not ours', async () => {
    const { url, taken } = await server();
    await channelTo(url).send({ ...message, text: 'Se https://ond.example/x og javascript:alert(1)', items: [outgoingItem({ link: 'javascript:alert(1)' })] });
    expect((await PostalMime.parse(taken[0]?.raw ?? '')).html).not.toContain('<a ');
  });

  test.each(['', 'lege', 'a@x.example, b@y.example', 'a@x.example\r\nBcc: b@y.example', 'Lege <a@x.example>', `${'a'.repeat(250)}@x.example`])('to «%s» is refused before anybody is asked', async (email) => {
    const { url, taken } = await server();
    const failure = await failureOf(channelTo(url), outgoing({ channel: 'email', email }));
    expect(failure).toBeInstanceOf(ChannelRefused);
    expect(failure).toMatchObject({ code: 'no-usable-address' });
    expect(taken).toHaveLength(0);
  });
});

describe('DKIM', () => {
  let privateKey = '';
  beforeAll(() => {
    ({ privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }));
  });

  test('signs the headers that count, those of the unsubscription among them', async () => {
    const { url, taken } = await server();
    await channelTo(url, { dkim: { domain: 'sykehus.example', selector: 'forlop', privateKey } }).send({ ...message, digest: true });
    const raw = taken[0]?.raw ?? '';
    const verified = verifiedDkim(raw, privateKey);
    expect(verified?.domain).toBe('sykehus.example');
    expect(verified?.headers).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']));
    expect(verifiedDkim(raw.replace('Noe', 'Ikke noe').replace('a1b2c3@', 'b@'), privateKey)).toBeNull();
  });

  test.each([
    ['none', 'ingen nøkkel'],
    ['of another kind', generateKeyPairSync('ed25519', { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey],
    ['too short', generateKeyPairSync('rsa', { modulusLength: 1024, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey],
  ])('a key that is %s is an error at start, so that nothing goes unsigned', (_, key) => {
    expect(() => channelTo('smtp://127.0.0.1:1', { dkim: { domain: 'sykehus.example', selector: 'forlop', privateKey: key } })).toThrow();
  });
});

describe('TLS', () => {
  const withTls = { disabledCommands: ['AUTH' as const], cert: pem('cert'), key: pem('key') };

  test('is used where it is asked for, with a certificate that is trusted', async () => {
    const { url, taken } = await server({ ...withTls });
    await channelTo(url, { requireTls: true, ca: pem('cert') }).send(message);
    expect(taken).toHaveLength(1);
  });

  test('with a certificate that nobody vouches for, nothing is sent', async () => {
    const { url, taken } = await server({ ...withTls });
    expect(await failureOf(channelTo(url, { requireTls: true }))).toMatchObject({ name: 'ChannelUnavailable', code: 'bad-certificate', maybeSent: false });
    expect(taken).toHaveLength(0);
  });

  test('where the server has none, nothing is sent', async () => {
    const { url, taken } = await server();
    expect(await failureOf(channelTo(url, { requireTls: true }))).toMatchObject({ name: 'ChannelUnavailable', code: 'tls-unavailable', maybeSent: false });
    expect(taken).toHaveLength(0);
  });
});

describe('a mail server that', () => {
  const refusing = (responseCode: number) => ({ onRcptTo: (_address: unknown, _session: unknown, done: (error: Error) => void) => done(Object.assign(new Error('no'), { responseCode })) });
  const polite = (line: string): string | undefined => (/^(EHLO|MAIL|RCPT|RSET)/.test(line) ? '250 ok' : line === 'DATA' ? '354 go on' : undefined);

  test.each([450, 451, 421])('says %i, as greylisting does, may take it later', async (reply) => {
    const { url } = await server(refusing(reply));
    expect(await failureOf(channelTo(url))).toMatchObject({ name: 'ChannelUnavailable', code: `smtp-${reply}`, maybeSent: false });
  });

  test.each([550, 553])('says %i never will', async (reply) => {
    const { url } = await server(refusing(reply));
    expect(await failureOf(channelTo(url))).toMatchObject({ name: 'ChannelRefused', code: `smtp-${reply}` });
  });

  test('does not know us any more is to be mended, and the mail kept', async () => {
    const { url } = await server(refusing(530));
    expect(await failureOf(channelTo(url))).toMatchObject({ name: 'ChannelUnavailable', code: 'smtp-530' });
  });

  test('does not take us as a sender has nothing against the mail', async () => {
    const { url } = await server({ onMailFrom: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode: 550 })) });
    expect(await failureOf(channelTo(url))).toMatchObject({ name: 'ChannelUnavailable', code: 'smtp-550' });
  });

  test('is not there', async () => {
    const { url, close } = await smtpServer();
    await close();
    expect(await failureOf(channelTo(url))).toMatchObject({ name: 'ChannelUnavailable', code: 'unreachable', maybeSent: false });
  });

  test('hangs up when it has the mail, before it answers: it may have it', async () => {
    const { url } = await rude('220 hei', (line) => (line === '.' ? null : polite(line)));
    expect(await failureOf(channelTo(url))).toMatchObject({ name: 'ChannelUnavailable', code: 'connection-lost', maybeSent: true });
  });

  test('falls silent when it has the mail: it may have it', async () => {
    const { url } = await rude('220 hei', polite);
    expect(await failureOf(channelTo(url, { timeouts: { connectMs: 5_000, answerMs: 100 } }))).toMatchObject({ name: 'ChannelUnavailable', code: 'timeout', maybeSent: true });
  });

  test('never greets: it has nothing', async () => {
    const { url } = await rude(undefined, () => undefined);
    expect(await failureOf(channelTo(url, { timeouts: { connectMs: 100, answerMs: 5_000 } }))).toMatchObject({ name: 'ChannelUnavailable', code: 'timeout', maybeSent: false });
  });

  test('speaks no SMTP', async () => {
    const { url } = await rude('HTTP/1.1 400 Bad Request', () => null);
    expect(await failureOf(channelTo(url))).toBeInstanceOf(ChannelUnavailable);
  });
});
