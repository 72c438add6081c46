import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inboxHeaders, MailRefused, smtpMailer, startInbox, type Inbox, type Mailer } from '../src/index.js';

const mail = { to: 'lege@legekontor.example', subject: 'Noe venter på deg i Forløp', text: 'Referanse: ÆØÅ <b>\n', messageId: '<0123@sykehus.example>' };

describe('mail over SMTP into the inbox', () => {
  let dir: string;
  let inbox: Inbox;
  let mailer: Mailer;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'forlop-inbox-'));
    inbox = await startInbox({ smtpPort: 0, dir });
    mailer = smtpMailer({ url: inbox.url, from: 'Forløp <forlop@sykehus.example>' });
  });
  afterEach(async () => {
    mailer.close();
    await inbox.close();
    await rm(dir, { recursive: true });
  });

  test('arrives as it was written, with its Message-ID, and is kept on disk', async () => {
    await mailer.verify();
    await mailer.send(mail);
    expect(await inbox.list()).toEqual([
      expect.objectContaining({ to: '<lege@legekontor.example>', from: 'Forløp <forlop@sykehus.example>', subject: mail.subject, messageId: mail.messageId, text: mail.text }),
    ]);
    expect((await readdir(dir)).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  });

  test('is shown as a list and one by one, as text whatever it holds', async () => {
    await mailer.send({ ...mail, subject: '<script>alert(1)</script>' });
    const list = await inbox.page('/mail');
    expect(list).toMatchObject({ status: 200, html: expect.stringContaining('&lt;script&gt;alert(1)&lt;/script&gt;') });
    expect(list.html).not.toContain('<script>');
    const [kept] = await inbox.list();
    const one = await inbox.page('/mail', kept?.id);
    expect(one.html).toContain('ÆØÅ &lt;b&gt;');
    expect(list.html).toContain(`/mail/${kept?.id}`);
    // The one style that its headers allow is its own.
    const [, style] = /<style>([^]*)<\/style>/.exec(list.html)!;
    expect(inboxHeaders['Content-Security-Policy']).toContain(`style-src 'sha256-${createHash('sha256').update(style!).digest('base64')}';`);
    expect(list.html).not.toContain(' style=');
  });

  test('an id that is none of its mails, a path among them, is not found', async () => {
    await writeFile(join(dir, 'secret.txt'), 'x');
    for (const id of ['secret.txt', '../secret.txt', 'nothing']) expect(await inbox.page('/mail', id)).toMatchObject({ status: 404 });
  });

  test('what the server can never take is refused, what may pass is an error to try again', async () => {
    await expect(mailer.send({ ...mail, text: 'x'.repeat(1_100_000) })).rejects.toMatchObject({ name: 'MailRefused', replyCode: 552 });
    await expect(mailer.send({ ...mail, to: 'ingen adresse' })).rejects.toBeInstanceOf(MailRefused);
    const gone = smtpMailer({ url: `smtp://127.0.0.1:${await closedPort()}`, from: 'forlop@sykehus.example' });
    const failure = await gone.send(mail).catch((error: unknown) => error);
    gone.close();
    expect(failure).toMatchObject({ message: expect.stringContaining('ECONNREFUSED') });
    expect(failure).not.toBeInstanceOf(MailRefused);
  });

  test('a taken port is an error', async () => {
    const port = Number(new URL(inbox.url).port);
    await expect(startInbox({ smtpPort: port, dir })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
