import { createPrivateKey } from 'node:crypto';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { MailRefused, type Mail, type Mailer } from './mailer.js';

/** Signs what is sent as the domain's own (RFC 6376). The public key stands in DNS at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** RSA of 2048 bits or more, as PEM. A secret. */
  readonly privateKey: string;
}

/** How to reach the mail server. */
export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. A secret. */
  readonly url: string;
  /** Sender, e.g. `Forløp <forlop@sykehus.example>`. */
  readonly from: string;
  readonly dkim?: DkimKey;
  /** Mail goes over TLS or not at all. Unless it is said, so it is for every server but one on this machine. */
  readonly requireTls?: boolean;
  /** Certificate authorities that are trusted, as PEM, in place of the public ones: a hospital's own. */
  readonly ca?: string;
  /** Milliseconds to wait for a connection, and for each answer. */
  readonly timeouts?: { readonly connectMs: number; readonly answerMs: number };
}

/** Replies that tell of the server or of us and not of this mail, though SMTP calls them permanent: they can be mended. */
const mendableReplies = new Set([521, 530, 534, 535, 538]);

/** RFC 6376's own, with the two headers of RFC 8058, which only count when they are signed. */
const signedHeaders = 'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post';

/**
 * A mailer over SMTP with a few kept connections. Timeouts are short: whoever calls tries again.
 * @throws when the DKIM key cannot sign: mail would otherwise go out unsigned.
 */
export function smtpMailer({ url, from, dkim, requireTls, ca, timeouts = { connectMs: 10_000, answerMs: 30_000 } }: SmtpOptions): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    socketTimeout: timeouts.answerMs,
    requireTLS: requireTls ?? !isThisMachine(url),
    ...(ca !== undefined && { tls: { ca } }),
    ...(dkim !== undefined && { dkim: signingBy(dkim) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(asSent(mail, from));
      } catch (error) {
        throw isRefusal(error) ? new MailRefused(replyCodeOf(error), { cause: error }) : error;
      }
    },
    verify: async () => {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

function asSent({ to, subject, text, messageId, html, calendar, replyTo, returnPath, headers }: Mail, from: string): SendMailOptions {
  return {
    from, to, subject, text, messageId,
    headers: { ...automatic, ...headers },
    ...(html !== undefined && { html }),
    ...(calendar !== undefined && { icalEvent: { method: calendar.method, filename: 'invitasjon.ics', content: calendar.content } }),
    ...(replyTo !== undefined && { replyTo }),
    // Word is wanted of failure and delay, with the headers alone (RFC 3461); servers that cannot are not asked.
    ...(returnPath !== undefined && { envelope: { from: returnPath, to }, dsn: { notify: ['failure', 'delay'], return: 'headers' } }),
  };
}

function signingBy({ domain, selector, privateKey }: DkimKey) {
  const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(privateKey);
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new Error('DKIM-nøkkelen må være RSA med minst 2048 bit.');
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: signedHeaders };
}

/** Whether the mail server is on this machine, where nobody listens in between. */
function isThisMachine(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** RFC 3834: nobody's out-of-office should answer, and no list should take it as a person's letter. */
const automatic = { 'Auto-Submitted': 'auto-generated' };

/**
 * A mail without a usable address never reaches the server, and never will. Of the server's refusals those count that are of this mail: of
 * its addressee, or of its content. What it has against TLS, log-in or the sender is ours to mend, and says nothing of the mail; but one that is too large is told with the sender.
 */
function isRefusal(error: unknown): boolean {
  const [code, reply] = [codeOf(error), replyCodeOf(error)];
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  if (reply === null) return code === 'EENVELOPE';
  const isOfSender = (error as { command?: unknown }).command === 'MAIL FROM' && reply !== 552;
  return reply >= 500 && !isOfSender && !mendableReplies.has(reply);
}

function replyCodeOf(error: unknown): number | null {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' ? code : null;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}

