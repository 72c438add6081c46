import type { Carries, Language } from '@forlop/reminders';
import type { Wording } from '@forlop/workflows';

export type { Carries, Language };

export const channelIds = ['email', 'dialogmelding', 'webhook'] as const;
export type ChannelId = (typeof channelIds)[number];

/** Where a receiver is reached, by channel. */
export type ChannelAddress =
  | { readonly channel: 'email'; readonly email: string }
  /** HER-id in Adresseregisteret. */
  | { readonly channel: 'dialogmelding'; readonly herId: string }
  /** `subscriber` names whose signing secret is used; the secret itself is the courier's. */
  | { readonly channel: 'webhook'; readonly subscriber: string; readonly url: string };

/** Whom an item is about; only channels that carry health are given it. */
export interface OutgoingPatient {
  readonly name: string;
  /** The name in its parts, for channels that write them apart. */
  readonly givenName?: string;
  readonly familyName?: string;
  /** Fødselsnummer or D-number. */
  readonly personNumber: string | null;
}

/** One reminder in what is sent. */
export interface OutgoingItem {
  readonly reminderId: string;
  /** Opaque; people use it on the telephone, and it stands in every channel. */
  readonly reference: string;
  readonly wording: Wording;
  /** Can reveal a diagnosis: only for channels that carry health. */
  readonly dutyTitle: string;
  /** The day that it is due, `YYYY-MM-DD` in Oslo; null: no day. */
  readonly dueOn: string | null;
  /** Where to log in and see it. */
  readonly link: string;
  /** Where it is answered by a signed link; null: it cannot be. */
  readonly answerLink: string | null;
  /** The organisation that asks. */
  readonly organisation: string;
  /** Null for a channel that carries nothing. */
  readonly patient: OutgoingPatient | null;
  /** This item as rendered by its template, for what the channel carries. */
  readonly content: string;
}

/** What one receiver is sent at once: one reminder, or a digest of several. */
export interface Outgoing {
  /** Opaque, always the same for the same digest; small letters, digits and hyphens, at most 40, so that it fits a return path. */
  readonly messageId: string;
  readonly receiver: { readonly name: string | null; readonly address: ChannelAddress };
  readonly language: Language;
  readonly subject: string;
  /** The whole, as text. */
  readonly text: string;
  readonly items: readonly OutgoingItem[];
  readonly digest: boolean;
  /** When the first of it was planned; ISO 8601 in UTC. The same for every try, so that a document built of it is the same. */
  readonly madeAt: string;
  /** It may have been sent before: the sending before this one ended without an answer. */
  readonly repeated: boolean;
}

/** A message that the channel's other side has taken over. */
export interface Handed {
  /** The channel's own id, e.g. EDI's message id. */
  readonly externalId: string | null;
  /** A receipt will come and must come by then (instant, ISO 8601 in UTC); null: none will. */
  readonly receiptDueAt: string | null;
}

/** A way to reach people. A new one is a folder beside `email/`. */
export interface Channel {
  readonly id: ChannelId;
  readonly carries: Carries;
  /** The receiver recognises a message id: what is sent twice arrives once. */
  readonly recognisesId: boolean;
  /**
   * Hands a message over. Safe to repeat with the same message.
   * @throws ChannelRefused when no other try helps; ChannelUnavailable, or any other error, when one may.
   */
  send(message: Outgoing): Promise<Handed>;
}

/** The message can never be handed over to this address. `code` is a machine code, without anything personal. */
export class ChannelRefused extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`Kanalen tar ikke imot meldingen (${code}).`, options);
    this.name = 'ChannelRefused';
  }
}

/** It could not be handed over now; the same message may be tried again. */
export class ChannelUnavailable extends Error {
  /** When the other side asked us to come back, in milliseconds from now; null: it did not say. */
  readonly retryAfterMs: number | null;
  /** The other side may have taken it before we lost touch: another try can arrive as a second one. */
  readonly maybeSent: boolean;

  constructor(
    readonly code: string,
    { retryAfterMs = null, maybeSent = false, cause }: { readonly retryAfterMs?: number | null; readonly maybeSent?: boolean; readonly cause?: unknown } = {},
  ) {
    super(`Kanalen kan ikke nås nå (${code}).`, cause === undefined ? undefined : { cause });
    this.name = 'ChannelUnavailable';
    this.retryAfterMs = retryAfterMs;
    this.maybeSent = maybeSent;
  }
}

/** The address as this channel's. @throws ChannelRefused `wrong-address` when it is another channel's. */
export function addressFor<C extends ChannelId>(channel: C, { receiver: { address } }: Outgoing): Extract<ChannelAddress, { channel: C }> {
  if (address.channel !== channel) throw new ChannelRefused('wrong-address');
  return address as Extract<ChannelAddress, { channel: C }>;
}
