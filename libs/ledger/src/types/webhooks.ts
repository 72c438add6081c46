import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';

/** Whom a subscriber serves: an office by HER-id or organisation number, or one receiver by id. */
export type Served = { readonly herId: string } | { readonly orgNumber: string } | { readonly receiverId: string };

export interface SubscriberInput {
  /** What people call it. */
  readonly label: string;
  readonly url: string;
  readonly serves: readonly Served[];
}

/** How it goes, over all time. */
export interface SubscriberFigures {
  readonly sent: number;
  /** Claimed and without an outcome: being sent, or being tried again. */
  readonly underWay: number;
  /** Given up; the coordinators have them. */
  readonly dead: number;
  readonly lastSentAt: string | null;
  readonly lastFailedAt: string | null;
  readonly lastCode: string | null;
}

/** A record system that is posted reminders; never its secret. */
export interface Subscriber extends SubscriberInput {
  readonly id: string;
  readonly registeredBy: string;
  readonly registeredAt: string;
  readonly rotatedAt: string | null;
  /** The secret before this one signs too until then; null: it does not. */
  readonly previousUntil: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly endedWhy: string | null;
  /** The latest test message; `code` null with `doneAt`: it was taken. */
  readonly ping: { readonly askedAt: string; readonly doneAt: string | null; readonly code: string | null } | null;
  readonly figures: SubscriberFigures;
}

/** With its new secret, which nobody is shown again. */
export interface SubscriberSecret {
  readonly subscriber: Subscriber;
  readonly secret: string;
}

/** What secrets are sealed to. */
export interface CourierKey {
  readonly keyId: string;
  /** X25519, 32 bytes. */
  readonly publicKey: Buffer;
}

/** A test message that somebody has asked for. */
export interface PingDue {
  readonly id: string;
  readonly subscriberId: string;
  readonly url: string;
}

/** Subscribers to webhooks: registered by whoever runs the house, posted to by the courier. */
export interface Webhooks {
  /** Throws `no-courier-key` before a courier has told its key, `already-served` for a receiver whom another serves, `bad-data`. */
  registerSubscriber(input: SubscriberInput, actor: Actor, within?: Transaction): Promise<SubscriberSecret>;
  /** All of them, also those that have ended; by label. */
  subscribers(): Promise<readonly Subscriber[]>;
  /** Gives it another secret; the one before signs too for so many days. Throws `unknown-subscriber`, `no-courier-key`. */
  rotateSubscriber(id: string, previousDays: number, within?: Transaction): Promise<SubscriberSecret>;
  /** Nothing goes there any more. Throws `unknown-subscriber`. */
  endSubscriber(id: string, why: string, actor: Actor, within?: Transaction): Promise<Subscriber>;
  /** Asks the courier for a test message. Throws `unknown-subscriber`. */
  askForPing(id: string, within?: Transaction): Promise<Subscriber>;
  /** The courier tells what is to be sealed to from now on. */
  tellCourierKey(key: CourierKey): Promise<void>;
  /** The sealed secrets that sign for it now, the newest first; none where it has ended. */
  sealedSecrets(subscriberId: string): Promise<readonly Buffer[]>;
  pingsDue(limit: number): Promise<readonly PingDue[]>;
  /** @param code Why it was not taken; null: it was. */
  recordPing(pingId: string, code: string | null): Promise<void>;
}
