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
export { smtpMailer, type DkimKey, type SmtpOptions } from './smtp-mailer.js';
export { domainOf, messageIdOf, type MessageIdentity } from './message-id.js';
export { startInbox, type Inbox, type InboxOptions } from './inbox/inbox.js';
export type { KeptMail } from './inbox/mail-store.js';
export { emailChannel, type EmailOptions } from './email/email-channel.js';
export { letterMailer, type LetterMail } from './email/letter-mail.js';
export { invitationMailer, type InvitationMail } from './email/invitation-mail.js';
export { ReturnPaths } from './email/return-path.js';
export { startBounceReceiver, type Bounce, type BounceReceiver, type BounceReceiverOptions } from './email/bounce-receiver.js';
export { readDeliveryReport, type DeliveryFact, type DeliveryReport } from './email/delivery-report.js';
export { webhookChannel, webhookSender, type WebhookOptions, type WebhookSender } from './webhook/webhook-channel.js';
export { messageBundle, testBundle } from './webhook/fhir-message.js';
export { checkWebhook, signWebhook, webhookKey, type WebhookDistrust, type WebhookHeaders } from './webhook/signature.js';
export { ReachableAddresses } from './webhook/reachable-address.js';
export { startWebhookReceiver, type ReceivedWebhook, type ReceiverAnswer, type WebhookReceiver, type WebhookReceiverOptions } from './webhook/webhook-receiver.js';
export { inboxHeaders } from './inbox/pages.js';
export { dialogmeldingChannel, type DialogmeldingOptions } from './dialogmelding/dialogmelding-channel.js';
export { readEdiInbox, type EdiInboxEvents, type UnmatchedMessage } from './dialogmelding/edi-inbox.js';
