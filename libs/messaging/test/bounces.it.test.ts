import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { generateKey, readKeySet } from '@forlop/crypto';
import { emailChannel, ReturnPaths, smtpMailer, startBounceReceiver, type Bounce, type BounceReceiver } from '../src/index.js';
import { outgoing } from './support/outgoing.js';
import { smtpServer } from './support/smtp.js';

const keys = readKeySet(generateKey(), 'KEY');
const returnPaths = new ReturnPaths(keys, 'sykehus.example');
const [own, token] = [returnPaths.addressOf('a1b2c3'), returnPaths.tokenOf('a1b2c3')];
const plain = 'bounce@sykehus.example';

let receiver: BounceReceiver;
let bounces: Bounce[];
let others: string[];
let failure: Error | null;

beforeEach(async () => {
  [bounces, others, failure] = [[], [], null];
  receiver = await startBounceReceiver({
    port: 0, host: '127.0.0.1', returnPaths,
    onBounce: async (bounce) => {
      if (failure) throw failure;
      bounces.push(bounce);
    },
    onOther: (why) => others.push(why),
  });
});
afterEach(() => receiver.close());

/** Sends a mail as it is to the receiver, as another mail server would. */
async function deliver(raw: string, to = own): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: receiver.port, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: '', to }, raw: raw.replaceAll(/\r?\n/g, '\r\n') });
  transport.close();
}

/** A report as Postfix writes it. */
function report(fields: string, returned = `Message-ID: <a1b2c3@sykehus.example>\nX-Forlop-Return: ${token}`, returnedType = 'text/rfc822-headers'): string {
  return `From: MAILER-DAEMON@legekontor.example (Mail Delivery System)
To: ${own}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

This is the mail system at host legekontor.example.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; legekontor.example
Arrival-Date: Sun, 22 Nov 2026 12:00:00 +0000 (UTC)

Final-Recipient: rfc822; lege@legekontor.example
${fields}
Diagnostic-Code: smtp; 550 5.1.1 <lege@legekontor.example>:
    Recipient address rejected: User unknown

--b1
Content-Type: ${returnedType}

${returned}

--b1--
`;
}

describe('a bounce', () => {
  test.each([
    ['Action: failed\nStatus: 5.1.1', { outcome: 'failed', status: '5.1.1' }],
    ['Action: FAILED (mailbox full)\nStatus: 5.2.2 (over quota)', { outcome: 'failed', status: '5.2.2' }],
    ['Action: delayed\nStatus: 4.4.1', { outcome: 'delayed', status: '4.4.1' }],
    ['Action: failed\nStatus: 4.4.7', { outcome: 'failed', status: '4.4.7' }],
    ['Action: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822; b@b.example\nAction: failed\nStatus: 5.1.1', { outcome: 'failed', status: '5.1.1' }],
  ])('%j', async (fields, told) => {
    await deliver(report(fields));
    expect(bounces).toEqual([{ messageId: 'a1b2c3', foundBy: 'return-path', ...told }]);
  });

  test.each(['text/rfc822-headers', 'message/rfc822'])('is found by the header that comes back (%s) when what follows the plus was dropped on the way', async (type) => {
    await deliver(report('Action: failed\nStatus: 5.1.1', undefined, type), plain);
    expect(bounces).toEqual([{ messageId: 'a1b2c3', outcome: 'failed', status: '5.1.1', foundBy: 'returned-header' }]);
  });

  test('is found when its address came back in capitals', async () => {
    await deliver(report('Action: failed\nStatus: 5.1.1'), own.toUpperCase());
    expect(bounces).toMatchObject([{ messageId: 'a1b2c3' }]);
  });

  test.each([
    ['no token', 'Message-ID: <a1b2c3@sykehus.example>'],
    ["another message's token", `Message-ID: <zzz@sykehus.example>\nX-Forlop-Return: ${token}`],
    ['a token that somebody made up', 'Message-ID: <zzz@sykehus.example>\nX-Forlop-Return: zzz.0123456789abcdef'],
    ['nothing', 'Subject: x'],
  ])('that nobody can have got from us (%s) changes nothing', async (_, returned) => {
    await deliver(report('Action: failed\nStatus: 5.1.1', returned), plain);
    expect(bounces).toEqual([]);
    expect(others).toEqual(['not-ours']);
  });

  test.each([
    ['an absence notice', `From: lege@legekontor.example\nAuto-Submitted: auto-replied\nSubject: Borte\n\nJeg er borte.\n`],
    ['a report without fields', report('X-Nothing: 1')],
    ['a report with nonsense for status', report('Action: failed\nStatus: dead')],
    ['no mail at all', '\u0000\u0001'],
  ])('that is none (%s) is taken and dropped', async (_, raw) => {
    await deliver(raw);
    expect(bounces).toEqual([]);
    expect(others).toEqual(['not-a-report']);
  });

  test('that says the mail arrived is none', async () => {
    await deliver(report('Action: delivered\nStatus: 2.0.0'));
    expect([bounces, others]).toEqual([[], ['delivered']]);
  });

  test.each(['forlop@sykehus.example', 'bounce+a1b2c3.0123456789abcdef@sykehus.example', own.replace('sykehus', 'annet'), own.replace('a1b2c3', 'a1b2c4')])('to %s is not taken at all', async (to) => {
    await expect(deliver(report('Action: failed\nStatus: 5.1.1'), to)).rejects.toMatchObject({ responseCode: 550 });
    expect(bounces).toEqual([]);
  });

  test('that cannot be recorded now comes again', async () => {
    failure = new Error('the database is away');
    await expect(deliver(report('Action: failed\nStatus: 5.1.1'))).rejects.toMatchObject({ responseCode: 451 });
    failure = null;
    await deliver(report('Action: failed\nStatus: 5.1.1'));
    expect(bounces).toHaveLength(1);
  });

  test('that is far too large is refused for good', async () => {
    await expect(deliver(`${report('Action: failed\nStatus: 5.1.1')}${'x'.repeat(1_100_000)}`)).rejects.toMatchObject({ responseCode: 552 });
  });

  test('a server that took a mail and then gave it up says so, and it is found', async () => {
    const mta = await smtpServer({}, async ({ from, raw }) => deliver(report('Action: failed\nStatus: 5.4.4', raw.split('\r\n\r\n')[0]), from));
    const mailer = smtpMailer({ url: mta.url, from: 'forlop@sykehus.example' });
    const channel = emailChannel({ mailer, domain: 'sykehus.example', returnPaths, replyTo: null, unsubscribeLink: null });
    await channel.send({ ...outgoing({ channel: 'email', email: 'lege@legekontor.example' }), messageId: 'd4e5' });
    mailer.close();
    await mta.close();
    expect(bounces).toEqual([{ messageId: 'd4e5', outcome: 'failed', status: '5.4.4', foundBy: 'return-path' }]);
  });
});

describe('a return path', () => {
  test('fits an address for the longest id, and holds under an older key', () => {
    const id = 'a'.repeat(40);
    expect(returnPaths.addressOf(id).split('@')[0]).toHaveLength(64);
    const rotated = new ReturnPaths({ current: '2', keys: new Map([['2', readKeySet(generateKey(), 'KEY').keys.get('1')!], ...keys.keys]) }, 'sykehus.example');
    expect(rotated.addressOf(id)).not.toBe(returnPaths.addressOf(id));
    expect(rotated.messageOfAddress(returnPaths.addressOf(id))).toBe(id);
  });

  test.each(['', 'A1', 'a'.repeat(41), 'a@b', 'a.b'])('is not made for «%s»', (id) => expect(() => returnPaths.addressOf(id)).toThrow(RangeError));
});
