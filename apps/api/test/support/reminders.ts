import { systems, type Referral } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import { daysAgo, referralOf } from './client.js';
import type { House } from './people.js';

const courier = { kind: 'system', id: 'prove' } as const;

/** A reminder that has been sent, of a pathway whose assessment is late. */
export interface SentReminder {
  readonly pathwayId: string;
  readonly reminderId: string;
  readonly receiverId: string;
  readonly role: string;
  /** Key of the obligation that it is about. */
  readonly key: string;
}

/** Takes a referral in that nobody has assessed, reminds whoever should have, and hands that over as the courier does. */
export async function sentReminder(ledger: Ledger, house: House, contact: { readonly name: string; readonly email: string; readonly hprNumber?: string }): Promise<SentReminder> {
  const { pathwayId } = await ledger.intake(referralOf({ receiver: { system: systems.organisasjonsnummer, value: house.number }, mottattdato: daysAgo(60) }) as Referral, courier);
  return remind(ledger, pathwayId, contact);
}

/** Reminds whoever owes what a duty asks for on this pathway: the assessment, unless another is named. */
export async function remind(ledger: Ledger, pathwayId: string, contact: { readonly name: string; readonly email: string; readonly hprNumber?: string }, named = 'VURDERING-BRUTT'): Promise<SentReminder> {
  const { openObligations } = await ledger.advance(pathwayId, new Date().toISOString());
  const { key } = openObligations.find(({ duty }) => duty === named)!;
  const { obligations } = await ledger.patientView(pathwayId);
  const role = obligations.find((one) => one.key === key)!.to;
  await ledger.setContact(pathwayId, role, contact, courier);
  const planned = await ledger.planReminder({ pathwayId, key, attempt: 20_260_101, purpose: 'ask', wording: 'remind' });
  if (!planned.go) throw new Error(`Nothing was planned: ${planned.why}`);
  const { digestId, receiverId } = planned.digests[0]!;
  const claim = await ledger.claimDigest({ digestId, receiverId, channels: [{ id: 'email', carries: 'nothing' }] });
  if (!claim.go) throw new Error(`Nothing was claimed: ${claim.why}`);
  await ledger.settleDigest(claim.digest, { status: 'sent', messageId: `prove-${pathwayId}`, externalId: null, receiptDueAt: null, template: 'remind.nothing.nb@1' });
  return { pathwayId, reminderId: claim.digest.items.find((item) => item.pathwayId === pathwayId)!.reminderId, receiverId, role, key };
}
