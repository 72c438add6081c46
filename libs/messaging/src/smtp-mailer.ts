import { createTransport } from 'nodemailer';
import { MailRefused, type Mailer } from './mailer.js';

/** How to reach the mail server. */
export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. A secret. */
  readonly url: string;
  /** Sender, e.g. `Forløp <forlop@sykehus.example>`. */
  readonly from: string;
}

/** Replies that tell of the server or of us and not of this mail, though SMTP calls them permanent: they can be mended. */
const mendableReplies = new Set([521, 530, 534, 535, 538]);

/** A mailer over SMTP with a few kept connections. Timeouts are short: whoever calls tries again. */
export function smtpMailer({ url, from }: SmtpOptions): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({ from, to: mail.to, subject: mail.subject, text: mail.text, messageId: mail.messageId, headers: automatic });
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

/** RFC 3834: nobody's out-of-office should answer, and no list should take it as a person's letter. */
const automatic = { 'Auto-Submitted': 'auto-generated' };

/** A mail without a usable address never reaches the server, and never will. */
function isRefusal(error: unknown): boolean {
  if (codeOf(error) === 'EENVELOPE' && replyCodeOf(error) === null) return true;
  const reply = replyCodeOf(error);
  return reply !== null && reply >= 500 && !mendableReplies.has(reply);
}

function replyCodeOf(error: unknown): number | null {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' ? code : null;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}

