import { addressFor, ChannelRefused, type Channel, type Outgoing } from '../channel.js';
import type { Mail, Mailer } from '../mailer.js';
import { htmlLetter } from './html-letter.js';
import type { ReturnPaths } from './return-path.js';
import { smtpFailure } from './smtp-failure.js';

/** Told in the header that word of undelivered mail brings back, for servers that do not keep the return path. */
export const returnHeader = 'X-Forlop-Return';

export interface EmailOptions {
  readonly mailer: Mailer;
  /** Right-hand side of every Message-ID. */
  readonly domain: string;
  /** Null: nothing receives bounces, and they go to the sender. */
  readonly returnPaths: ReturnPaths | null;
  /** Where people's answers go; null: to the sender. */
  readonly replyTo: string | null;
  /** Where a digest is unsubscribed from by one POST (RFC 8058), an https address with a token; null: it cannot be. */
  readonly unsubscribeLink: ((message: Outgoing) => string) | null;
}

/**
 * E-mail. Carries nothing of the patient, and an accepted mail is all that is known: there is no receipt, and a bounce
 * comes later (`startBounceReceiver`).
 */
export function emailChannel(options: EmailOptions): Channel {
  return {
    id: 'email',
    carries: 'nothing',
    recognisesId: false,
    send: async (message) => {
      const mail = mailOf(message, options);
      try {
        await options.mailer.send(mail);
      } catch (error) {
        throw smtpFailure(error);
      }
      return { externalId: mail.messageId, receiptDueAt: null };
    },
  };
}

function mailOf(message: Outgoing, { domain, returnPaths, replyTo, unsubscribeLink }: EmailOptions): Mail {
  const { email } = addressFor('email', message);
  if (!isOneAddress(email)) throw new ChannelRefused('no-usable-address');
  return {
    to: email,
    subject: message.subject,
    text: message.text,
    html: htmlLetter(message),
    messageId: `<${message.messageId}@${domain}>`,
    headers: {
      'Content-Language': message.language,
      ...(returnPaths && { [returnHeader]: returnPaths.tokenOf(message.messageId) }),
      ...(message.digest && unsubscribeLink && { 'List-Unsubscribe': `<${unsubscribeLink(message)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    ...(replyTo !== null && { replyTo }),
    ...(returnPaths && { returnPath: returnPaths.addressOf(message.messageId) }),
  };
}

/** One address and no more: a comma or a line break would send the mail to others. */
export function isOneAddress(email: string): boolean {
  return email.length <= 254 && /^[^\s@<>(),;:"[\]\\\p{Cc}]+@[^\s@<>(),;:"[\]\\\p{Cc}]+$/u.test(email);
}
