import type { CourierConfig } from '@forlop/config';
import type { KeySet } from '@forlop/crypto';
import type { Ledger } from '@forlop/ledger';
import { dialogmeldingChannel, domainOf, emailChannel, invitationMailer, letterMailer, ReturnPaths, smtpMailer, startBounceReceiver, type Bounce, type BounceReceiver, type Channel, type Inbox, type InvitationMail, type LetterMail, type Mailer } from '@forlop/messaging';
import type { AnswerTokens } from '@forlop/reminders';
import { errorFacts, type Logger } from '@forlop/telemetry';
import { EdiWatch, openEdi } from './edi.js';
import { openWebhooks } from './webhooks.js';

/** What is set up to reach people by, the preferred first. */
export interface Channels {
  readonly all: readonly Channel[];
  readonly mailer: Mailer;
  readonly sendInvitation: (mail: InvitationMail) => Promise<void>;
  readonly sendLetter: (mail: LetterMail) => Promise<void>;
  /** Begins to read what comes back. */
  start(): void;
  close(): Promise<void>;
}

/** A sending is one workflow task; it must have ended before the task is given to another worker. */
const timeouts = { connectMs: 4_000, answerMs: 8_000 };
/** A digest is unsubscribed from by its own link for so long. */
const unsubscribeDays = 90;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What the channels need beside their configuration. */
export interface ChannelParts {
  /** Only where no mail server is set up. */
  readonly inbox: Inbox | null;
  readonly ledger: Pick<Ledger, 'recordReceipt' | 'bounceInvitation' | 'bounceReportMail' | 'recordReply' | 'keepUnmatched' | 'tellCourierKey' | 'sealedSecrets' | 'pingsDue' | 'recordPing'>;
  /** Those that links are signed by, and the tokens they sign; null: nothing is answered by link. */
  readonly keys: KeySet | null;
  readonly tokens: AnswerTokens | null;
  readonly log: Logger;
}

/** Opens the channels that the configuration names. */
export async function openChannels(config: CourierConfig, { inbox, ledger, keys, tokens, log }: ChannelParts): Promise<Channels> {
  const { mail, publicUrl } = config;
  const domain = domainOf(mail.from);
  const mailer = smtpMailer({
    url: inbox?.url ?? mail.smtpUrl?.reveal() ?? '', from: mail.from, timeouts,
    ...(mail.dkim !== null && { dkim: { domain, selector: mail.dkim.selector, privateKey: mail.dkim.key.reveal() } }),
  });
  const returnPaths = keys === null || mail.bouncePort === null ? null : new ReturnPaths(keys, domain);
  const email = emailChannel({
    mailer, domain, returnPaths, replyTo: mail.replyTo,
    unsubscribeLink: tokens === null ? null : ({ items }) =>
      `${publicUrl}/svar/avmeld/${tokens.issue({ purpose: 'unsubscribe', subject: items[0]!.reminderId, expiresAt: Date.now() + unsubscribeDays * dayMs })}`,
  });
  const bounces = returnPaths === null ? null : await receiveBounces(config, returnPaths, ledger, log);
  const edi = config.edi === null ? null : await openEdi(config.edi);
  if (edi !== null) log.info({ url: edi.url, herId: config.edi!.sender.herId }, 'dialogmeldinger go out');
  const watch = edi === null ? null : new EdiWatch({ api: edi.api, herId: config.edi!.sender.herId, ledger, log });
  const dialogmelding = edi === null ? [] : [dialogmeldingChannel({ edi: edi.api, sender: config.edi!.sender, receiptWithinMs: config.edi!.receiptHours * hourMs })];
  const webhooks = config.webhooks === null ? null : await openWebhooks(config.webhooks, ledger, log);
  return {
    // A record system that somebody has registered for a receiver goes before what only an address book says of them.
    all: [...(webhooks === null ? [] : [webhooks.channel]), ...dialogmelding, email],
    mailer,
    sendInvitation: invitationMailer({ mailer, domain, returnPaths, replyTo: mail.replyTo }),
    sendLetter: letterMailer({ mailer, domain, returnPaths, replyTo: mail.replyTo }),
    start: () => {
      watch?.start();
      webhooks?.start();
    },
    close: async () => {
      await webhooks?.close();
      await watch?.stop();
      await edi?.close();
      await bounces?.close();
      mailer.close();
    },
  };
}

function receiveBounces({ host, mail }: CourierConfig, returnPaths: ReturnPaths, ledger: Pick<Ledger, 'recordReceipt' | 'bounceInvitation' | 'bounceReportMail'>, log: Logger): Promise<BounceReceiver> {
  return startBounceReceiver({
    port: mail.bouncePort!, host, returnPaths,
    onBounce: (bounce) => recordBounce(bounce, ledger, log),
    onOther: (why) => log.debug({ why }, 'a mail to the bounce address was dropped'),
    onError: (error) => log.debug({ error: errorFacts(error) }, 'a connection to the bounce address broke off'),
  });
}

/** A mail that is only late may still come: nothing is recorded of it. */
async function recordBounce({ messageId, outcome, status }: Bounce, ledger: Pick<Ledger, 'recordReceipt' | 'bounceInvitation' | 'bounceReportMail'>, log: Logger): Promise<void> {
  if (outcome === 'delayed') return;
  const code = `bounced-${status}`;
  const match = (await ledger.bounceInvitation(messageId, code)) ? 'invitation' : (await ledger.bounceReportMail(messageId, code)) ? 'report' : await ledger.recordReceipt({ channel: 'email', messageId, status: 'rejected', code });
  log.info({ match, status }, 'a mail bounced');
}
