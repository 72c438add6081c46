import type { EmailOptions } from './email-channel.js';
import { letterMailer, type LetterMail } from './letter-mail.js';

/** An invitation to a meeting as it is mailed: the letter, and the same as iCalendar (RFC 6047). */
export type InvitationMail = Omit<Required<LetterMail>, 'language'>;

/** Mails invitations. Throws ChannelRefused when no other try helps, ChannelUnavailable when one may. */
export function invitationMailer(options: Omit<EmailOptions, 'unsubscribeLink'>): (invitation: InvitationMail) => Promise<void> {
  const send = letterMailer(options);
  return (invitation) => send({ ...invitation, language: 'nb' });
}
