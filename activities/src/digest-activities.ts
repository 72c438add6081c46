import { ApplicationFailure } from '@temporalio/common';
import { osloDateOf } from '@forlop/calendar';
import type { Digest, DigestItem, Ledger } from '@forlop/ledger';
import { ChannelRefused, ChannelUnavailable, type Channel, type ChannelAddress, type Outgoing, type OutgoingItem } from '@forlop/messaging';
import { referenceOf, renderItem, renderLetter, shippedTemplates, type AnswerTokens, type RenderedItem } from '@forlop/reminders';
import type { DeliveryActivities, Wording } from '@forlop/workflows';
import type { DigestsPort } from './digests.js';
import { asActivity } from './failures.js';

/** The ports of a digest's activities. */
export interface DigestPorts {
  readonly ledger: Pick<Ledger, 'claimDigest' | 'settleDigest' | 'failDigest'>;
  readonly digests: DigestsPort;
  /** What is set up, the preferred first. */
  readonly channels: readonly Channel[];
  /** Where people sign in; without a slash at the end. */
  readonly publicUrl: string;
  /** Null: nothing is answered by link. */
  readonly tokens: AnswerTokens | null;
}

/** A link answers for so long; after that the receiver logs in. */
const answerDays = 30;
const dayMs = 86_400_000;

/** Sends a receiver's digests, one message for each channel. */
export function digestActivities(ports: DigestPorts): Pick<DeliveryActivities, 'sendDigest' | 'failDigest'> {
  const offered = ports.channels.map(({ id, carries }) => ({ id, carries }));
  return {
    sendDigest: async (call) => {
      for (let messages = 0; ; ) {
        const claim = await asActivity(() => ports.ledger.claimDigest({ ...call, channels: offered }));
        if (claim.go) {
          messages += (await send(ports, claim.digest)) ? 1 : 0;
        } else if (claim.why === 'nothing') {
          await Promise.all(claim.handedOn.map((digest) => ports.digests.start(digest)));
          return { messages, retryAt: null };
        } else if (claim.why === 'hold') {
          return { messages, retryAt: claim.retryAt };
        }
      }
    },
    failDigest: (call) => asActivity(() => ports.ledger.failDigest(call)),
  };
}

/** Hands one message over, and records how that went. @returns false when it was refused for good. @throws what another try may mend. */
async function send({ ledger, channels, publicUrl, tokens }: DigestPorts, digest: Digest): Promise<boolean> {
  const channel = channels.find(({ id }) => id === digest.channel)!;
  try {
    const { message, template } = outgoing(digest, channel, publicUrl, tokens);
    const { externalId, receiptDueAt } = await channel.send(message);
    await asActivity(() => ledger.settleDigest(digest, { status: 'sent', messageId: message.messageId, externalId, receiptDueAt, template }));
    return true;
  } catch (error) {
    if (error instanceof ChannelRefused) {
      await asActivity(() => ledger.settleDigest(digest, { status: 'failed', code: error.code }));
      return false;
    }
    if (!(error instanceof ChannelUnavailable)) throw error;
    if (!error.maybeSent) await asActivity(() => ledger.settleDigest(digest, { status: 'not-sent', code: error.code }));
    throw ApplicationFailure.create({ message: error.message, type: error.code, ...(error.retryAfterMs !== null && { nextRetryDelay: error.retryAfterMs }) });
  }
}

function outgoing(digest: Digest, channel: Channel, publicUrl: string, tokens: AnswerTokens | null): { readonly message: Outgoing; readonly template: string } {
  const { messageId, language, items, repeated, address } = digest;
  const today = osloDateOf(Date.now());
  const each = items.map((item) => itemOf(item, digest, channel, publicUrl, tokens));
  const letter = renderLetter(shippedTemplates, each.map(({ rendered }) => rendered), { language, carries: channel.carries }, today);
  return {
    message: {
      messageId,
      receiver: { name: address.name, address: addressOn(digest) },
      language,
      subject: letter.subject,
      text: letter.text,
      items: each.map(({ item }) => item),
      digest: items.length > 1,
      madeAt: items.map(({ plannedAt }) => plannedAt).sort()[0] ?? '',
      repeated,
    },
    template: letter.templates.map(({ id, version }) => `${id}@${version}`).join(' '),
  };
}

/** @throws ChannelRefused where it can be reached no more as when it was claimed. */
function addressOn({ channel, address, subscriber }: Digest): ChannelAddress {
  if (channel === 'email') return { channel, email: address.email ?? '' };
  if (channel === 'dialogmelding') return { channel, herId: address.herId ?? '' };
  if (subscriber === null) throw new ChannelRefused('no-subscriber');
  return { channel, subscriber: subscriber.id, url: subscriber.url };
}

function itemOf({ reminderId, pathwayId, wording, dutyTitle, dueOn, organisation, patient }: DigestItem, { language }: Digest, { carries }: Channel, publicUrl: string, tokens: AnswerTokens | null): { readonly item: OutgoingItem; readonly rendered: RenderedItem } {
  const said = wording as Wording;
  const open = {
    reference: referenceOf(pathwayId),
    link: `${publicUrl}/pasient/${pathwayId}`,
    answerLink: tokens === null ? null : `${publicUrl}/svar/${tokens.issue({ purpose: 'answer', subject: reminderId, expiresAt: Date.now() + answerDays * dayMs })}`,
    organisation,
  };
  const about = patient === null ? null : { name: patient.name ?? '', givenName: patient.given, familyName: patient.family, personNumber: patient.identifier };
  const facts = { wording: said, language, ...open, due: dueOn };
  const rendered = renderItem(
    shippedTemplates,
    carries === 'health' && about !== null ? { ...facts, carries, dutyTitle, patientName: about.name, personNumber: about.personNumber } : { ...facts, carries: 'nothing' },
    osloDateOf(Date.now()),
  );
  // Both can reveal a diagnosis, so a channel that carries nothing is not even given them.
  const health = carries === 'health' ? { dutyTitle, patient: about } : { dutyTitle: '', patient: null };
  return { item: { reminderId, wording: said, dueOn, ...open, ...health, content: rendered.content }, rendered };
}
