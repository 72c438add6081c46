import type { Bundle } from '@medplum/fhirtypes';
import { addressFor, ChannelRefused, ChannelUnavailable, type Channel } from '../channel.js';
import { messageBundle } from './fhir-message.js';
import { post, type PostAnswer } from './post.js';
import { AddressNotAllowed, ReachableAddresses } from './reachable-address.js';
import { signWebhook, webhookKey } from './signature.js';

export interface WebhookOptions {
  /** The secrets of a subscriber (`whsec_…`), the newest first; all of them sign while they are being changed. */
  readonly secretsOf: (subscriber: string) => readonly string[] | Promise<readonly string[]>;
  /** Lets `http:` through, for development alone. */
  readonly allowHttp?: boolean;
  /** Closed networks where subscribers may be, e.g. `10.1.0.0/16`: a hospital's own, or `127.0.0.0/8` in development. */
  readonly openNetworks?: readonly string[];
  /** Milliseconds for a whole try. */
  readonly timeoutMs?: number;
  /** Certificate authorities that are trusted in place of the public ones, as PEM. */
  readonly ca?: string;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** What may pass, though it is a client's error: the server's own slowness, replay protection, too many at once (RFC 9110, 8470, 6585). */
const passing = new Set([408, 425, 429]);
const longestWaitMs = 24 * 3_600_000;

/**
 * A signed webhook: a FHIR R4 Bundle with a Communication, and a Task where something is to be done, for each reminder. The receiver drops repetitions by
 * `webhook-id`.
 */
export function webhookChannel(options: WebhookOptions): Channel {
  const deliver = webhookSender(options);
  return {
    id: 'webhook',
    carries: 'health',
    recognisesId: true,
    send: async (message) => {
      await deliver(addressFor('webhook', message), message.messageId, messageBundle(message));
      return { externalId: message.messageId, receiptDueAt: null };
    },
  };
}

/** Posts a signed Bundle to a subscriber, once. @throws ChannelRefused, ChannelUnavailable. */
export type WebhookSender = (to: { readonly subscriber: string; readonly url: string }, messageId: string, bundle: Bundle) => Promise<void>;

/** What the channel posts by, for messages that are no reminders. */
export function webhookSender({ secretsOf, allowHttp = false, openNetworks = [], timeoutMs = 10_000, ca, now = Date.now }: WebhookOptions): WebhookSender {
  const reachable = new ReachableAddresses(openNetworks);
  return async ({ subscriber, url }, messageId, bundle) => {
    const target = targetOf(url, allowHttp);
    const keys = keysOf(await secretsOf(subscriber));
    const body = JSON.stringify(bundle);
    const headers = { 'content-type': 'application/fhir+json; charset=utf-8', 'user-agent': 'forlop', ...signWebhook(messageId, body, keys, now()) };
    const answer = await post(target, headers, body, { reachable, timeoutMs, ca }).catch((error: unknown) => {
      throw connectionFailure(error);
    });
    judge(answer, now());
  };
}

function targetOf(url: string, allowHttp: boolean): URL {
  const target = URL.canParse(url) ? new URL(url) : null;
  const isAllowed = target?.protocol === 'https:' || (allowHttp && target?.protocol === 'http:');
  // A password in the address would end up in logs.
  if (target === null || !isAllowed || target.username !== '' || target.password !== '') throw new ChannelRefused('bad-url');
  target.hash = '';
  return target;
}

/** A subscriber without a usable secret is a fault of ours, to be mended: nothing goes unsigned. */
function keysOf(secrets: readonly string[]): readonly Buffer[] {
  const keys = secrets.map(webhookKey);
  if (keys.length === 0 || keys.includes(null)) throw new ChannelUnavailable('no-secret');
  return keys as Buffer[];
}

/** @throws ChannelRefused or ChannelUnavailable for every answer but 2xx. */
function judge({ status, retryAfter }: PostAnswer, now: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 410) throw new ChannelRefused('gone');
  if (status >= 500 || passing.has(status)) throw new ChannelUnavailable(`http-${status}`, { retryAfterMs: waitOf(retryAfter, now), maybeSent: status >= 500 });
  throw new ChannelRefused(`http-${status}`);
}

/** `Retry-After` in milliseconds from now, a day at most (RFC 9110, 10.2.3); null when it says nothing that is understood. */
function waitOf(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  const wait = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : retryAfter.endsWith('GMT') ? Date.parse(retryAfter) - now : NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longestWaitMs);
}

const beforeAnything = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function connectionFailure(error: unknown): ChannelRefused | ChannelUnavailable {
  if (error instanceof AddressNotAllowed) return new ChannelRefused('address-not-allowed', { cause: error });
  const { code } = error as { code?: unknown };
  const why = String(code ?? '');
  if (beforeAnything.has(why)) return new ChannelUnavailable('unreachable', { cause: error });
  if (/CERT|ALTNAME|SELF_SIGNED|UNABLE_TO_VERIFY/.test(why)) return new ChannelUnavailable('bad-certificate', { cause: error });
  if (why === 'ABORT_ERR') return new ChannelUnavailable('timeout', { maybeSent: true, cause: error });
  return new ChannelUnavailable('connection-lost', { maybeSent: true, cause: error });
}
