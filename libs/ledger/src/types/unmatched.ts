import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';
import type { ChannelId } from './reminders.js';

/** What it is, as far as it can be read. */
export type UnmatchedKind = 'app-rec' | 'dialogmelding' | 'unreadable';

/** Something that came in and belongs to nothing that was sent. */
export interface UnmatchedInput {
  readonly channel: ChannelId;
  /** The channel's own id: the same comes in once. */
  readonly externalId: string;
  /** Why it belongs to nothing. */
  readonly code: string;
  readonly kind: UnmatchedKind;
  /** HER-ids by the transport. */
  readonly senderHerId: string | null;
  readonly receiverHerId: string | null;
  /** What it says, in words; null: it cannot be read. */
  readonly text: string | null;
  /** As it came in, base64. */
  readonly content: string;
}

/** In a list: nothing of what it says. */
export interface UnmatchedListed {
  readonly id: string;
  readonly channel: ChannelId;
  readonly kind: UnmatchedKind;
  readonly code: string;
  readonly senderHerId: string | null;
  /** The organisation that it was sent to has this HER-id. */
  readonly receiverHerId: string | null;
  readonly receivedAt: string;
  /** Who sees to it, as an actor (`person:<id>`); null: nobody yet. */
  readonly owner: string | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly outcome: 'attached' | 'set-aside' | null;
}

export interface UnmatchedEntry {
  readonly at: string;
  readonly what: 'opened' | 'given' | 'attached' | 'set-aside' | 'forgotten';
  readonly actor: string;
  readonly owner: string | null;
}

/** One that was opened. */
export interface UnmatchedOpened extends UnmatchedListed {
  /** Null: it cannot be read, it is on a pathway now, or it is forgotten. */
  readonly text: string | null;
  /** As it came in, base64; null as `text`. */
  readonly content: string | null;
  /** Why it was set aside. */
  readonly reason: string | null;
  readonly entries: readonly UnmatchedEntry[];
}

export interface UnmatchedQuery {
  /** Default: those that nobody has settled. */
  readonly settled?: boolean;
  readonly cursor?: string;
  /** 1–200, default 50. */
  readonly limit?: number;
}

export interface UnmatchedCounts {
  readonly open: number;
  /** Of these, nobody sees to. */
  readonly unowned: number;
  readonly oldestReceivedAt: string | null;
}

/** What came in and belongs to nothing: seen by those who reach the organisation that it was sent to. */
export interface Unmatched {
  /** Keeps it, once. */
  keepUnmatched(message: UnmatchedInput): Promise<void>;
  /** The oldest first. Throws `bad-cursor`. */
  unmatchedList(query: UnmatchedQuery): Promise<{ readonly rows: readonly UnmatchedListed[]; readonly nextCursor: string | null }>;
  unmatchedCounts(): Promise<UnmatchedCounts>;
  /** Shows what it says, and records who looked. Throws `unknown-message`. */
  openUnmatched(id: string, actor: Actor): Promise<UnmatchedOpened>;
  /** Gives it to somebody, by actor; null: to nobody. Throws `unknown-message`, `already-settled`. */
  giveUnmatched(id: string, owner: string | null, actor: Actor, within?: Transaction): Promise<UnmatchedListed>;
  /** Puts it on a pathway as an answer in words. @param text where it cannot be read, or in place of what it says. Throws `unknown-message`, `already-settled`, `unknown-pathway`, `bad-data`. */
  attachUnmatched(id: string, to: { readonly pathwayId: string; readonly text?: string }, actor: Actor, within?: Transaction): Promise<UnmatchedListed & { readonly pathwayId: string }>;
  /** It is not ours, or nothing has to be done. Throws `unknown-message`, `already-settled`. */
  setAsideUnmatched(id: string, reason: string, actor: Actor, within?: Transaction): Promise<UnmatchedListed>;
  /** Forgets what was set aside a month ago. @returns how many. */
  forgetUnmatched(): Promise<number>;
}
