import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { errorMessage, invalid, notFound, type Answer } from './answer.js';
import { behaviourSchema, settingsSchema } from './behaviour.js';
import type { Service } from './messages-api.js';
import { replyTo, writeLetter } from './write-letter.js';

/** The GP answers a message that was sent. */
const replySchema = z.strictObject({
  inReplyTo: z.guid(),
  type: z.enum(['DIALOG_SVAR', 'DIALOG_NOTAT', 'DIALOG_FORESPORSEL', 'DIALOG_HELSEFAGLIG']).default('DIALOG_SVAR'),
  subject: z.string().min(1).default('Svar'),
  text: z.string().min(1),
});

/** Any document comes in, also one that is not as it should be. */
const documentSchema = z.strictObject({ from: z.string(), to: z.string(), document: z.base64(), msgId: z.string().min(1).optional(), isAppRec: z.boolean().default(false) });

export const incomingSchema = z.union([replySchema, documentSchema]);

/** What comes in from a GP's record system: the answer to a message, or a document as it is, in base64. */
export type Incoming = z.input<typeof incomingSchema>;

/** Puts what a GP sends into the receiver's mailbox. Answers its id, or why not. */
export function receive({ mailboxes }: Service, incoming: Incoming, instant: string): { id: string } | { error: string } {
  const letter = incomingSchema.parse(incoming);
  if ('document' in letter) return { id: mailboxes.put(Buffer.from(letter.document, 'base64'), letter.from, letter.to, letter.msgId ?? randomUUID(), letter.isAppRec).id };
  const sent = mailboxes.get(letter.inReplyTo);
  if (sent === null || sent.content === null) return { error: 'Meldingen som skal besvares, finnes ikke.' };
  const { inReplyTo: _sent, ...said } = letter;
  const reply = replyTo(sent.content, { ...said, msgId: randomUUID(), generatedAt: instant });
  if (reply === null) return { error: 'Meldingen som skal besvares, mangler avsender, mottaker eller pasient.' };
  return { id: mailboxes.put(Buffer.from(writeLetter(reply), 'utf8'), sent.receiverHerId, sent.senderHerId, reply.msgId, false).id };
}

function put<T>(schema: z.ZodType<T>, body: unknown, use: (value: T) => void): Answer {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return invalid(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  use(parsed.data);
  return { status: 204 };
}

function overview({ mailboxes }: Service): Answer {
  const messages = mailboxes.all().map(({ id, senderHerId, receiverHerId, msgId, isAppRec, repetitions, outcome, content }) => {
    const note = content?.notes[0] ?? null;
    return { id, from: senderHerId, to: receiverHerId, msgId, isAppRec, repetitions, delivery: outcome.delivery, appRec: outcome.appRec, subject: note?.subject ?? null, text: note?.text ?? null };
  });
  return { status: 200, body: messages };
}

/** The endpoints below `/simulator`, which only the simulator has. */
export function control(service: Service, method: string, [what = '', herId = '']: readonly string[], body: unknown, instant: string): Answer {
  switch (`${method} ${what}`) {
    case 'GET messages':
      return overview(service);
    case 'PUT behaviour':
      return put(behaviourSchema, body, (behaviour) => service.mailboxes.behave(herId, behaviour));
    case 'PUT settings':
      return put(settingsSchema, body, (settings) => (service.settings = settings));
    case 'POST release':
      service.mailboxes.release();
      return { status: 204 };
    case 'POST reset':
      service.mailboxes.reset();
      service.settings = settingsSchema.parse({});
      return { status: 204 };
    case 'POST incoming': {
      const parsed = incomingSchema.safeParse(body);
      if (!parsed.success) return invalid('Meldingen er verken et svar eller et dokument.');
      const received = receive(service, parsed.data, instant);
      return 'error' in received ? { ...notFound(), body: received } : { status: 201, body: received };
    }
    default:
      return errorMessage(404, 'Not Found');
  }
}
