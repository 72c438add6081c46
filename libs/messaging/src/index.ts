export {
  addressFor,
  channelIds,
  ChannelRefused,
  ChannelUnavailable,
  type Carries,
  type Channel,
  type ChannelAddress,
  type ChannelId,
  type Handed,
  type Language,
  type Outgoing,
  type OutgoingItem,
  type OutgoingPatient,
} from './channel.js';
export { MailRefused, type Mail, type Mailer } from './mailer.js';
export { smtpMailer, type SmtpOptions } from './smtp-mailer.js';
export { domainOf, messageIdOf, type MessageIdentity } from './message-id.js';
export { startInbox, type Inbox, type InboxOptions } from './inbox/inbox.js';
export type { KeptMail } from './inbox/mail-store.js';
