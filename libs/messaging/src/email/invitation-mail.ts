import { ChannelRefused } from '../channel.js';
import type { Mail } from '../mailer.js';
import { isOneAddress, returnHeader, type EmailOptions } from './email-channel.js';
import { htmlLetter } from './html-letter.js';
import { smtpFailure } from './smtp-failure.js';

/** An invitation to a meeting as it is mailed: the letter, and the same as iCalendar (RFC 6047). */
export interface InvitationMail {
  /** As of `Outgoing`: the same for each try. */
  readonly messageId: string;
  readonly email: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly calendar: NonNullable<Mail['calendar']>;
}

/** Mails invitations. Throws ChannelRefused when no other try helps, ChannelUnavailable when one may. */
export function invitationMailer({ mailer, domain, returnPaths, replyTo }: Omit<EmailOptions, 'unsubscribeLink'>): (invitation: InvitationMail) => Promise<void> {
  return async ({ messageId, email, subject, text, link, calendar }) => {
    if (!isOneAddress(email)) throw new ChannelRefused('no-usable-address');
    try {
      await mailer.send({
        to: email, subject, text, calendar,
        html: htmlLetter({ text, subject, language: 'nb', items: [{ link, answerLink: null }] }),
        messageId: `<${messageId}@${domain}>`,
        headers: { 'Content-Language': 'nb', ...(returnPaths && { [returnHeader]: returnPaths.tokenOf(messageId) }) },
        ...(replyTo !== null && { replyTo }),
        ...(returnPaths && { returnPath: returnPaths.addressOf(messageId) }),
      });
    } catch (error) {
      throw smtpFailure(error);
    }
  };
}
