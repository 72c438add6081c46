import { ChannelRefused, ChannelUnavailable } from '../channel.js';
import { MailRefused } from '../mailer.js';

/** What nodemailer tells of a failure, as far as it is looked at. */
interface SmtpError {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
  readonly message?: unknown;
}

/** Nothing of the message had left when these came. */
const beforeAnything = new Set(['EDNS', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * A failure to send, as the channel tells it: `no-usable-address` and `smtp-5xx` are for good; `smtp-4xx` (greylisting),
 * `tls-unavailable`, `bad-certificate`, `unreachable`, `timeout` and `connection-lost` may pass. Where the server fell silent it may have taken the mail.
 */
export function smtpFailure(error: unknown): ChannelRefused | ChannelUnavailable {
  if (error instanceof MailRefused) return new ChannelRefused(error.replyCode === null ? 'no-usable-address' : `smtp-${error.replyCode}`, { cause: error });
  const { code, originalCode, responseCode, message } = (error ?? {}) as SmtpError;
  if (typeof responseCode === 'number' && code !== 'ETLS') return new ChannelUnavailable(`smtp-${responseCode}`, { cause: error });
  const why = String(originalCode ?? code ?? '');
  if (/CERT|ALTNAME|SELF_SIGNED|UNABLE_TO_VERIFY/.test(why)) return new ChannelUnavailable('bad-certificate', { cause: error });
  if (code === 'ETLS') return new ChannelUnavailable('tls-unavailable', { cause: error });
  if (beforeAnything.has(why) || code === 'EDNS') return new ChannelUnavailable('unreachable', { cause: error });
  if (code === 'ETIMEDOUT') return new ChannelUnavailable('timeout', { maybeSent: !/connection timeout|greeting/i.test(String(message)), cause: error });
  return new ChannelUnavailable('connection-lost', { maybeSent: true, cause: error });
}
