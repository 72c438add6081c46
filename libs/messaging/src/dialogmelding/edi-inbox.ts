import { EdiError, isFrom, readBusinessDocument, textsIn, type AppRec, type BusinessDocument, type EdiApi, type IncomingDialogmelding, type ListedMessage } from '@forlop/dialogmelding';

/** What came in, said in our own words. Each must be idempotent: the same message may come twice. */
export interface EdiInboxEvents {
  /** The receiver's system has taken, or refused, what we sent. @returns whether it was ours. */
  readonly onReceipt: (receipt: { readonly externalId: string; readonly status: 'delivered' | 'rejected'; readonly code: string | null; readonly detail: Readonly<Record<string, string | number | boolean | null>> }) => Promise<boolean>;
  /** Somebody answers what we sent, in words. @returns whether it was ours. */
  readonly onReply: (reply: { readonly externalId: string; readonly replyId: string; readonly text: string }) => Promise<boolean>;
  /** What cannot be read, is not from whom it says, or belongs to nothing: a person has to look. */
  readonly onUnmatched: (message: UnmatchedMessage) => Promise<void>;
}

/** What a person has to look at: why, who sent it by the transport, and what it says where it can be read. */
export interface UnmatchedMessage {
  readonly externalId: string;
  readonly code: string;
  readonly kind: 'app-rec' | 'dialogmelding' | 'unreadable';
  readonly senderHerId: string | null;
  readonly receiverHerId: string;
  /** In words; null: it cannot be read. */
  readonly text: string | null;
  /** As it came in, base64. */
  readonly content: string;
}

const page = 100;

/**
 * Reads what waits for us in EDI 2.0, acts on each, and only then marks it read. One that cannot be acted on now stays unread and does not
 * keep the others waiting; its error is thrown when they have been seen to. @returns how many there were. @throws EdiError at once where the transport is away.
 */
export async function readEdiInbox(edi: EdiApi, herId: string, events: EdiInboxEvents): Promise<number> {
  const waiting = await edi.unread({ receiverHerIds: [herId], limit: page });
  // A listing may show a message twice.
  const once = [...new Map(waiting.map((message) => [message.id, message])).values()];
  let failure: { readonly error: unknown } | null = null;
  for (const message of once) {
    try {
      await take(edi, herId, message, events);
      await edi.markRead(message.id, herId);
    } catch (error) {
      if (error instanceof EdiError && error.kind !== 'refused') throw error;
      failure ??= { error };
    }
  }
  if (failure !== null) throw failure.error;
  return once.length;
}

async function take(edi: EdiApi, herId: string, listed: ListedMessage, events: EdiInboxEvents): Promise<void> {
  const bytes = await edi.businessDocument(listed.id);
  const read = readBusinessDocument(bytes);
  const said = read.ok ? { kind: read.value.kind, text: wordsOf(read.value) } : { kind: 'unreadable' as const, text: null };
  const keep = (code: string) => events.onUnmatched({ externalId: listed.id, code, ...said, senderHerId: listed.senderHerId, receiverHerId: herId, content: Buffer.from(bytes).toString('base64') });
  if (!read.ok) return keep(`unreadable-${read.fault.code}`);
  // What a document says of its sender anyone can write; the transport knows who handed it over.
  if (listed.senderHerId === null || !isFrom(read.value, listed.senderHerId)) return keep('wrong-sender');
  const known = await (read.value.kind === 'app-rec' ? events.onReceipt(receiptOf(read.value.appRec)) : reply(edi, herId, listed, read.value, events));
  if (!known) await keep('unknown-message');
}

/** What a document says, for whoever has to find out what it is about. */
function wordsOf(document: BusinessDocument): string {
  if (document.kind === 'dialogmelding') return textsIn(document.message).join('\n\n');
  const { status, errors, original } = document.appRec;
  const reasons = errors.map(({ code, detail }) => `${code}${detail === null ? '' : `: ${detail}`}`);
  return [`Applikasjonskvittering: ${receiptWords[status]}. Gjelder meldingen ${original.msgId}.`, ...reasons].join('\n');
}

const receiptWords: Readonly<Record<AppRec['status'], string>> = { ok: 'mottatt', rejected: 'avvist', 'ok-error-in-part': 'mottatt, med feil i en del' };

function receiptOf({ status, errors, original }: AppRec): Parameters<EdiInboxEvents['onReceipt']>[0] {
  const [first] = errors;
  const code = first === undefined ? null : `apprec-${first.code}`;
  return {
    externalId: original.msgId.toLowerCase(),
    status: status === 'rejected' ? 'rejected' : 'delivered',
    code: status === 'rejected' ? (code ?? 'apprec-rejected') : code,
    detail: { errors: errors.length, ...(first !== undefined && { codeSystem: first.system ?? null }) },
  };
}

/** Answered with an AppRec in any case: it has come, and a person will read it. */
async function reply(edi: EdiApi, herId: string, listed: ListedMessage, document: Extract<BusinessDocument, { kind: 'dialogmelding' }>, events: EdiInboxEvents): Promise<boolean> {
  const { message } = document;
  const answered = answeredBy(message);
  const known = answered !== null && (await events.onReply({ externalId: answered, replyId: message.msgId, text: textsIn(message).join('\n\n') }));
  await edi.postAppRec(listed.id, herId, { status: 'Ok' });
  return known;
}

const answeredBy = ({ conversation }: IncomingDialogmelding): string | null => (conversation?.parent ?? conversation?.conversation ?? null)?.toLowerCase() ?? null;
