import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signatures by Standard Webhooks 1.0.0 (https://www.standardwebhooks.com): HMAC-SHA-256 over `id.timestamp.body`, under
 * secrets written `whsec_<base64 of 24 to 64 bytes>`.
 */
export interface WebhookHeaders {
  /** The same each time the same message is sent: receivers drop a repetition by it. */
  readonly 'webhook-id': string;
  /** When this try was made, seconds since 1970. */
  readonly 'webhook-timestamp': string;
  /** `v1,<base64>`, one for each secret while they are being changed, with spaces between. */
  readonly 'webhook-signature': string;
}

/** Why a delivery is not believed. `stale`: its time is too far from ours, so it may have been recorded and played again. */
export type WebhookDistrust = 'unsigned' | 'stale' | 'forged';

/** How far the sender's clock may be from the receiver's. */
const toleranceMs = 5 * 60_000;

/** The key in a secret; null when it is none. */
export function webhookKey(secret: string): Buffer | null {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  const key = Buffer.from(base64, 'base64');
  return key.length >= 24 && key.length <= 64 ? key : null;
}

/** The headers that sign a body. @param keys the newest first; at least one. @param now epoch milliseconds. */
export function signWebhook(id: string, body: string, keys: readonly Buffer[], now: number): WebhookHeaders {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = keys.map((key) => `v1,${macOf(key, id, timestamp, body).toString('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** Checks a delivery as a subscriber has to. @param body the bytes as they came. @param now epoch milliseconds. */
export function checkWebhook(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
  keys: readonly Buffer[],
  now: number,
): { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: WebhookDistrust } {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string' || !/^\d{1,12}$/.test(timestamp)) return { ok: false, why: 'unsigned' };
  if (Math.abs(now - Number(timestamp) * 1000) > toleranceMs) return { ok: false, why: 'stale' };
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
  const isOurs = keys.some((key) => given.some((mac) => isSame(mac, macOf(key, id, timestamp, body))));
  return isOurs ? { ok: true, id } : { ok: false, why: 'forged' };
}

function macOf(key: Buffer, id: string, timestamp: string, body: string): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
