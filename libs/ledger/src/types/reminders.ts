import type { OsloDate } from '@forlop/calendar';
import type { DutyAnswers, Json } from '@forlop/pathway';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';
import type { AttemptPurpose, AttemptRef, Claim, ObligationKind } from './advancing.js';
import type { ActingAs, CommandResult } from './writing.js';

/** Ways to reach people. */
export type ChannelId = 'email' | 'dialogmelding' | 'webhook';

/** A channel that the courier has set up. `nothing`: no word about the patient may go there. */
export interface OfferedChannel {
  readonly id: ChannelId;
  readonly carries: 'nothing' | 'health';
}

/**
 * `planned` → `sending` → `sent` → `delivered` → `read` → `acknowledged` or `answered` → `done` (what it asked for is done) or `escalated` (the
 * coordinator has it); or `failed`, or `suppressed`, each with a code.
 */
export type ReminderState = 'planned' | 'sending' | 'sent' | 'delivered' | 'read' | 'acknowledged' | 'answered' | 'done' | 'escalated' | 'failed' | 'suppressed';

/** One effect to plan: whom to tell is the ledger's to say. `wording` is what is to be said, by the workflows' word for it. */
export interface ReminderPlan extends AttemptRef {
  readonly wording: string;
}

/** A digest that must run: one receiver's, at that instant. */
export interface PlannedDigest {
  /** Its workflow's id: one for each receiver and window. */
  readonly digestId: string;
  readonly receiverId: string;
  readonly at: string;
}

/** `go`: planned, now or before; with the digests that will send it. */
export type Planned = { readonly go: true; readonly message: { readonly id: string }; readonly digests: readonly PlannedDigest[] } | Exclude<Claim, { go: true }>;

export interface DigestCall {
  readonly receiverId: string;
  /** Names the sending: the same for each try of it. */
  readonly digestId: string;
  readonly channels: readonly OfferedChannel[];
}

/** How somebody is reached; null: not known. */
export interface Address {
  readonly name: string | null;
  readonly email: string | null;
  readonly hprNumber: string | null;
  readonly herId: string | null;
  /** The organisation that they answer for. */
  readonly orgNumber: string | null;
}

/** One reminder of a digest. `patient` only where the channel may carry it. */
export interface DigestItem {
  readonly reminderId: string;
  readonly pathwayId: string;
  readonly purpose: AttemptPurpose;
  readonly wording: string;
  readonly kind: ObligationKind;
  readonly duty: string;
  /** Title in bokmål; may reveal a diagnosis. */
  readonly dutyTitle: string;
  readonly dueOn: OsloDate | null;
  readonly organisation: string;
  readonly patient: { readonly name: string | null; readonly given: string; readonly family: string; readonly identifier: string | null } | null;
  /** When it was planned: the same for every try. */
  readonly plannedAt: string;
}

/** What is sent to one receiver together; personal data, so it never leaves the courier's memory. */
export interface Digest {
  readonly digestId: string;
  readonly receiverId: string;
  /** Ours, of this message: the same for each try of it. */
  readonly messageId: string;
  readonly channel: ChannelId;
  readonly language: 'nb' | 'nn' | 'en';
  readonly address: Address;
  /** The record system that is posted to; null for other channels, and where it has ended since this was claimed first. */
  readonly subscriber: { readonly id: string; readonly url: string } | null;
  readonly items: readonly DigestItem[];
  /** It was claimed before without an outcome: on a channel that cannot recognise it, it may go out twice. */
  readonly repeated: boolean;
}

export type DigestClaim =
  | { readonly go: true; readonly digest: Digest }
  /** `handedOn`: the receiver is away; their stand-in's digests must run. */
  | { readonly go: false; readonly why: 'nothing'; readonly handedOn: readonly PlannedDigest[] }
  /** All that was looked at is not to be sent; there may be more. */
  | { readonly go: false; readonly why: 'again' }
  | { readonly go: false; readonly why: 'hold'; readonly retryAt: string };

/** How a digest's sending ended. `code` is a machine code without personal data. */
export type DigestOutcome =
  | { readonly status: 'sent'; readonly messageId: string; readonly externalId: string | null; readonly receiptDueAt: string | null; readonly template: string }
  /** Certainly not handed over, and to be tried again. */
  | { readonly status: 'not-sent'; readonly code: string }
  | { readonly status: 'failed'; readonly code: string };

/** What came back about something sent, from the channel itself. */
export interface Receipt {
  readonly channel: ChannelId;
  /** Either is enough to find it by. */
  readonly messageId?: string;
  readonly externalId?: string;
  readonly status: 'delivered' | 'read' | 'rejected';
  readonly code: string | null;
  /** Codes and numbers only. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** `repeated`: known already, nothing changed. `unknown`: it belongs to nothing that was sent from here. */
export type ReceiptMatch = 'recorded' | 'repeated' | 'unknown';

/** What an answer by link says, without naming the patient. */
export type LinkAnswer = 'received' | 'not-mine';
/** What an answer behind the log-in says; what it means stands in the definition's duty. */
export type CommandAnswer = keyof DutyAnswers;
/** `message`: words of their own, on the pathway. */
export type ReminderAnswer = LinkAnswer | CommandAnswer | 'message';

/** An answer of somebody who is logged in. */
export interface AnswerGiven {
  readonly pathwayId: string;
  readonly reminderId: string;
  readonly answer: LinkAnswer | CommandAnswer;
  /** The Oslo date on which it happened; left out: today. */
  readonly occurredOn?: string;
  /** What the command asks for beyond what the definition gives with the answer. */
  readonly data?: Readonly<Record<string, Json>>;
  readonly text?: string;
  readonly actingAs: ActingAs;
  /** Which link they came by, as a digest of it; null: none. */
  readonly link: string | null;
}

/** Something that was asked of a role, as whoever is to answer it sees it. */
export interface ReminderAsked {
  readonly id: string;
  readonly role: string;
  /** The duty's. */
  readonly title: string;
  /** Of the clock that it is about. */
  readonly dueOn: OsloDate | null;
  readonly sentAt: string;
  /** An answer is still waited for. */
  readonly open: boolean;
  readonly answer: ReminderAnswer | null;
  /** What the definition lets be answered: the command, and its fields that are given with the answer. */
  readonly answers: readonly { readonly answer: CommandAnswer; readonly command: string; readonly given: readonly string[] }[];
}

/** How it went. `recorded`: what the command recorded; null for answers that are none. What is refused has changed nothing. */
export type AnswerResult =
  | { readonly outcome: 'answered'; readonly repeated: boolean; readonly recorded: Omit<Extract<CommandResult, { readonly outcome: 'done' }>, 'outcome'> | null }
  | Exclude<CommandResult, { readonly outcome: 'done' }>;

/** An answer in words, from a receiver's own record system. */
export interface Reply {
  /** The channel's id of what is answered. */
  readonly externalId: string;
  /** The answer's own id: the same comes in once. */
  readonly replyId: string;
  readonly text: string;
}

/** `recorded`. `repeated`: answered so before. `closed`: answered otherwise, done, or given up; nothing changed. */
export type AnswerTaken = 'recorded' | 'repeated' | 'closed';

/** Whether one reminder was stopped or hastened. `code` is stable, the sentence for people. */
export type Steered = { readonly outcome: 'done' } | { readonly outcome: 'refused'; readonly code: string; readonly sentence: string };

/** What a receiver chose. */
export interface ReceiverPreferences {
  readonly channel: ChannelId | null;
  readonly frequency: 'each' | 'daily' | 'weekly';
  /** Reminders a week at most; escalations and withdrawals are not held by it. */
  readonly maxPerWeek: number | null;
  readonly language: 'nb' | 'nn' | 'en';
  readonly awayFrom: OsloDate | null;
  readonly awayTo: OsloDate | null;
  readonly standInId: string | null;
}

/** Who answers while a receiver is away: a receiver whom the one who chooses sees, or somebody known here by HPR number. */
export type StandIn = { readonly id: string } | { readonly hprNumber: string };

/** Preferences to set. A stand-in may be named instead of given by id. */
export interface PreferencesGiven extends Partial<ReceiverPreferences> {
  readonly standIn?: StandIn | null;
}

export interface Receiver extends ReceiverPreferences {
  readonly id: string;
  readonly address: Address | null;
  /** Why the address is not used: it bounced for good. */
  readonly unreachable: string | null;
  /** When they unsubscribed from digests by link, until a frequency is chosen anew; null: several go together. */
  readonly undigestedAt: string | null;
}

/** One thing that happened with a reminder. */
export interface ReminderEntry {
  readonly at: string;
  readonly what: string;
  readonly channel: string | null;
  readonly template: string | null;
  readonly messageId: string | null;
  readonly code: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly actor: string;
}

/** A reminder with its proof. */
export interface ReminderShown {
  readonly id: string;
  readonly pathwayId: string;
  readonly key: string;
  readonly duty: string;
  readonly purpose: AttemptPurpose;
  readonly wording: string;
  readonly role: string;
  readonly receiverId: string | null;
  readonly receiverName: string | null;
  readonly state: ReminderState;
  readonly code: string | null;
  readonly channel: ChannelId | null;
  readonly template: string | null;
  readonly language: string | null;
  readonly messageId: string | null;
  readonly plannedAt: string;
  readonly dueAt: string;
  readonly sentAt: string | null;
  readonly deliveredAt: string | null;
  readonly readAt: string | null;
  readonly answeredAt: string | null;
  readonly answer: ReminderAnswer | null;
  readonly entries: readonly ReminderEntry[];
}

/** Of a pathway, of a receiver, of a period: what is given must all hold. Days in Oslo, both included. */
export interface RemindersQuery {
  readonly pathwayId?: string;
  readonly receiverId?: string;
  readonly from?: OsloDate;
  readonly to?: OsloDate;
  readonly state?: ReminderState;
  readonly cursor?: string;
  /** 1–500, default 100. */
  readonly limit?: number;
}

/** Reminders: planned by the pathway's side, sent by the courier's, proven for everyone. */
export interface Reminding {
  /** Claims an effect and plans it for each of its receivers, once. Refused or held as `claimAttempt`. */
  planReminder(plan: ReminderPlan): Promise<Planned>;
  /** What a receiver's digest sends now. What is closed meanwhile is suppressed. */
  claimDigest(call: DigestCall): Promise<DigestClaim>;
  settleDigest(call: { readonly digestId: string; readonly channel: ChannelId }, outcome: DigestOutcome): Promise<void>;
  /** Gives up on everything that is due to a receiver: it could not be handed over for days. */
  failDigest(call: { readonly receiverId: string; readonly digestId: string; readonly code: string }): Promise<void>;
  /** Receivers of whom something has been due, or was being sent, for so long: their digest was lost, or never begun. */
  dueDigests(query: { readonly olderThanMs: number; readonly limit: number }): Promise<readonly PlannedDigest[]>;
  recordReceipt(receipt: Receipt): Promise<ReceiptMatch>;
  /** Fails what a receipt should have come for by now, so that the coordinator is told. @returns how many. */
  failUnreceipted(limit: number): Promise<number>;
  /** What was sent about obligations that are closed is done. */
  closeReminders(pathwayId: string): Promise<void>;
  /** An answer by link. Throws `unknown-obligation`. The same again changes nothing. */
  answerReminder(reminderId: string, answer: LinkAnswer): Promise<AnswerTaken>;
  /** What was asked on a pathway of whoever acts in these roles, the newest first. Throws `unknown-pathway`. */
  remindersAsked(pathwayId: string, actingAs: ActingAs): Promise<readonly ReminderAsked[]>;
  /** An answer of somebody who is logged in, by the command that the definition says it means. Throws `unknown-obligation`, `unknown-pathway`. */
  answerAsPerson(given: AnswerGiven, actor: Actor, within?: Transaction): Promise<AnswerResult>;
  /** The pathway that a reminder which was sent is about. Throws `unknown-obligation`. */
  pathwayOfReminder(reminderId: string): Promise<string>;
  /** Whoever got this reminder wants no digests: each reminder goes by itself from now on. Throws `unknown-obligation`. */
  unsubscribe(reminderId: string): Promise<void>;
  /** An answer in words: sealed on the pathway, and the coordinator's to read at once. */
  recordReply(reply: Reply): Promise<ReceiptMatch>;
  /** Stops one that has not left, on behalf of somebody; the duty stands. Throws `unknown-obligation`, `unknown-pathway`, `erased`. */
  stopReminder(pathwayId: string, reminderId: string, reason: string, actor: Actor, within?: Transaction): Promise<Steered>;
  /** Lets one that waits leave now. Throws `unknown-obligation`, `unknown-pathway`. */
  hastenReminder(pathwayId: string, reminderId: string, actor: Actor, within?: Transaction): Promise<Steered>;
  reminders(query: RemindersQuery): Promise<{ readonly rows: readonly ReminderShown[]; readonly nextCursor: string | null }>;
  receivers(query: { readonly ids?: readonly string[]; readonly mine?: boolean }): Promise<readonly Receiver[]>;
  /** Sets what is given, and nothing else. Throws `bad-data` for a receiver, or a stand-in, who is not known here. */
  setPreferences(receiverId: string, preferences: PreferencesGiven, within?: Transaction): Promise<Receiver>;
}
