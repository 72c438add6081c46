import { randomBytes } from 'node:crypto';
import { sealTo } from '@forlop/crypto';
import type { Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';

/** Standard Webhooks asks for 24 to 64 bytes. */
const secretBytes = 32;

/** What a subscriber's secret is sealed for: it opens for no other. */
export const secretContext = (subscriberId: string): string => `webhook/${subscriberId}`;

/** A new secret, and what is kept of it: sealed to the courier, so that not even we can read it again. @throws LedgerError `no-courier-key`. */
export async function newSecret(transaction: Transaction, subscriberId: string): Promise<{ readonly secret: string; readonly sealed: Buffer }> {
  const [key] = await transaction.query<{ id: string; public_key: Buffer }>('select id, public_key from webhook_key order by told_at desc, id limit 1');
  if (key === undefined) throw new LedgerError('no-courier-key', 'Budet (courier) har ikke meldt hvilken nøkkel hemmeligheter skal forsegles med. Sett FORLOP_WEBHOOK_KEYS hos courier, start den, og prøv igjen.');
  const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
  return { secret, sealed: sealTo({ keyId: key.id, publicKey: key.public_key }, secret, secretContext(subscriberId)) };
}
