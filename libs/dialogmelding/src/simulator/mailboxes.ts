import { randomUUID } from 'node:crypto';
import type { AppRecInfo, DeliveryStatus, TransportAppRecStatus } from '../edi/api.js';
import type { AppRecStatus } from '../parse/app-rec.js';
import { readDialogmelding, type IncomingDialogmelding } from '../parse/dialogmelding.js';
import { defaultBehaviour, type Behaviour } from './behaviour.js';
import { writeAppRec } from './write-app-rec.js';

/** A message that the service keeps. */
export interface KeptMessage {
  readonly id: string;
  readonly senderHerId: string;
  readonly receiverHerId: string;
  /** The MsgId of a hodemelding or the Id of an AppRec. */
  readonly msgId: string;
  readonly generatedAt: string;
  readonly isAppRec: boolean;
  readonly document: Uint8Array;
  /** What a dialogmelding says; null for an AppRec and for what cannot be read. */
  readonly content: IncomingDialogmelding | null;
  readonly listedTwice: boolean;
  /** How often it was posted again after the first time. */
  repetitions: number;
  readBy: Set<string>;
  outcome: DeliveryStatus & AppRecInfo;
}

interface AwaitedAppRec {
  readonly message: KeptMessage;
  readonly behaviour: Behaviour;
  readonly dueAt: number;
}

const STATUS: Readonly<Record<AppRecStatus, TransportAppRecStatus>> = { ok: 'Ok', rejected: 'Rejected', 'ok-error-in-part': 'OkErrorInMessagePart' };
const OF_TRANSPORT: Readonly<Record<TransportAppRecStatus, AppRecStatus>> = { Ok: 'ok', Rejected: 'rejected', OkErrorInMessagePart: 'ok-error-in-part' };

/**
 * What the service and the record systems behind it remember. Nothing runs by itself: an AppRec that is due is written when somebody
 * asks for anything, so that a test with a clock of its own needs no waiting.
 */
export class Mailboxes {
  private readonly messages = new Map<string, KeptMessage>();
  private readonly byMsgId = new Map<string, string>();
  private readonly behaviours = new Map<string, Behaviour>();
  private awaited: AwaitedAppRec[] = [];

  /** @param now epoch milliseconds. */
  constructor(private readonly now: () => number) {}

  behave(herId: string, behaviour: Behaviour): void {
    this.behaviours.set(herId, behaviour);
  }

  behaviourOf(herId: string): Behaviour {
    return this.behaviours.get(herId) ?? defaultBehaviour;
  }

  /** Takes a message that was posted. One that is known by its sender and MsgId is kept once: the answer is the first one's id. */
  take(document: Uint8Array, content: IncomingDialogmelding, senderHerId: string, receiverHerId: string): KeptMessage {
    const key = `${senderHerId}/${content.msgId}`;
    const known = this.messages.get(this.byMsgId.get(key) ?? '');
    if (known !== undefined) {
      known.repetitions += 1;
      return known;
    }
    const behaviour = this.behaviourOf(receiverHerId);
    const kept = this.keep({ senderHerId, receiverHerId, msgId: content.msgId, generatedAt: content.generatedAt ?? this.instant(), isAppRec: false, document, content });
    kept.outcome = { ...kept.outcome, delivery: behaviour.delivery };
    this.byMsgId.set(key, kept.id);
    if (behaviour.appRec !== 'none' && behaviour.delivery !== 'Rejected') this.awaited.push({ message: kept, behaviour, dueAt: this.now() + behaviour.delayMs });
    return kept;
  }

  /** Puts a document into a mailbox as it is, whatever it is. */
  put(document: Uint8Array, from: string, to: string, msgId: string, isAppRec: boolean): KeptMessage {
    const read = isAppRec ? null : readDialogmelding(document);
    return this.keep({ senderHerId: from, receiverHerId: to, msgId, generatedAt: this.instant(), isAppRec, document, content: read?.ok === true ? read.value : null });
  }

  get(id: string): KeptMessage | null {
    this.settle();
    return this.messages.get(id.toLowerCase()) ?? null;
  }

  all(): readonly KeptMessage[] {
    this.settle();
    return [...this.messages.values()];
  }

  /** Records our own AppRec to a message that came in, and sends it to the message's sender. Answers the AppRec's id. */
  answer(message: KeptMessage, from: string, status: TransportAppRecStatus, errors: ReadonlyArray<{ code: string; detail: string | null }>): string {
    message.outcome = { ...message.outcome, appRec: status, status, errors };
    const id = randomUUID();
    // To a message that cannot be read there is nobody to write an AppRec to; the transport's own status says what became of it.
    if (message.content === null) return id;
    const appRec = writeAppRec({ version: '1.0', id, generatedAt: this.instant(), status: OF_TRANSPORT[status], errors, original: message.content, originalMsgId: message.msgId });
    return this.put(Buffer.from(appRec, 'utf8'), from, message.senderHerId, id, true).id;
  }

  /** Writes every AppRec that is awaited, whenever it would have been due. */
  release(): void {
    this.settle(Number.POSITIVE_INFINITY);
  }

  /** Forgets everything. */
  reset(): void {
    for (const map of [this.messages, this.byMsgId, this.behaviours]) map.clear();
    this.awaited = [];
  }

  private settle(until = this.now()): void {
    const due = this.awaited.filter(({ dueAt }) => dueAt <= until);
    this.awaited = this.awaited.filter(({ dueAt }) => dueAt > until);
    for (const each of due) this.answerFor(each);
  }

  private answerFor({ message, behaviour }: AwaitedAppRec): void {
    if (message.content === null || behaviour.appRec === 'none') return;
    const errors = behaviour.appRec === 'ok' ? [] : behaviour.errors;
    const id = randomUUID();
    const xml = writeAppRec({
      version: behaviour.version,
      id,
      generatedAt: this.instant(),
      status: behaviour.appRec,
      errors,
      original: message.content,
      originalMsgId: behaviour.appRecOfUnknown ? randomUUID() : message.msgId,
    });
    const document = Buffer.from(behaviour.appRecTruncated ? xml.slice(0, xml.length / 2) : xml, 'utf8');
    for (let copy = 0; copy < (behaviour.appRecTwice ? 2 : 1); copy += 1) this.put(document, message.receiverHerId, message.senderHerId, id, true);
    const status = STATUS[behaviour.appRec];
    message.outcome = { ...message.outcome, appRec: status, status, errors };
  }

  private keep(message: Pick<KeptMessage, 'senderHerId' | 'receiverHerId' | 'msgId' | 'generatedAt' | 'isAppRec' | 'document' | 'content'>): KeptMessage {
    const { receiverHerId, senderHerId } = message;
    const outcome = { receiverHerId, delivery: 'Acknowledged' as const, appRec: null, status: null, errors: [] };
    const kept: KeptMessage = { ...message, id: randomUUID(), listedTwice: this.behaviourOf(senderHerId).listedTwice, repetitions: 0, readBy: new Set(), outcome };
    this.messages.set(kept.id, kept);
    return kept;
  }

  private instant(): string {
    return new Date(this.now()).toISOString();
  }
}
