import { ChannelRefused, type Language } from '../channel.js';
import type { Mail } from '../mailer.js';
import { isOneAddress, returnHeader, type EmailOptions } from './email-channel.js';
import { htmlLetter } from './html-letter.js';
import { smtpFailure } from './smtp-failure.js';

/** A letter to one addressee that is no reminder: its words, and one link. */
export interface LetterMail {
  /** As of `Outgoing`: the same for each try. */
  readonly messageId: string;
  readonly email: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  /** A meeting as iCalendar (RFC 6047). */
  readonly calendar?: NonNullable<Mail['calendar']>;
}

/** Mails letters. Throws ChannelRefused when no other try helps, ChannelUnavailable when one may. */
export function letterMailer({ mailer, domain, returnPaths, replyTo }: Omit<EmailOptions, 'unsubscribeLink'>): (letter: LetterMail) => Promise<void> {
  return async ({ messageId, email, language, subject, text, link, calendar }) => {
    if (!isOneAddress(email)) throw new ChannelRefused('no-usable-address');
    try {
      await mailer.send({
        to: email, subject, text,
        ...(calendar !== undefined && { calendar }),
        html: htmlLetter({ text, subject, language, items: [{ link, answerLink: null }] }),
        messageId: `<${messageId}@${domain}>`,
        headers: { 'Content-Language': language, ...(returnPaths && { [returnHeader]: returnPaths.tokenOf(messageId) }) },
        ...(replyTo !== null && { replyTo }),
        ...(returnPaths && { returnPath: returnPaths.addressOf(messageId) }),
      });
    } catch (error) {
      throw smtpFailure(error);
    }
  };
}
