import { z } from 'zod';
import { readDialogmelding } from '../parse/dialogmelding.js';
import { errorMessage, invalid, notAuthorisedFor, notFound, type Answer } from './answer.js';
import type { Settings } from './behaviour.js';
import type { KeptMessage, Mailboxes } from './mailboxes.js';

/** What the endpoints work on. */
export interface Service {
  readonly mailboxes: Mailboxes;
  settings: Settings;
}

const postMessage = z.object({ businessDocument: z.string().min(1), contentType: z.literal('application/xml'), contentTransferEncoding: z.literal('base64') });

const appRecStatus = z.enum(['Ok', 'Rejected', 'OkErrorInMessagePart']);
const postAppRec = z
  .object({ appRecStatus, appRecErrorList: z.array(z.object({ errorCode: z.string(), details: z.string().nullish() })).nullish() })
  .refine(({ appRecStatus: status, appRecErrorList: errors }) => status !== 'Rejected' || (errors?.length ?? 0) > 0, 'AppRecErrorList must be populated');

const integer = z.string().regex(/^[1-9]\d{0,9}$/);
const query = z.object({
  ReceiverHerIds: z.array(integer).min(1),
  SenderHerId: integer.optional(),
  BusinessDocumentId: z.string().max(100).optional(),
  IncludeMetadata: z.enum(['true', 'false']).default('false'),
  MessagesToFetch: z.coerce.number().int().min(1).max(100).default(10),
  OrderBy: z.enum(['1', '2', 'Ascending', 'Descending']).default('1'),
});

function issues(error: z.ZodError): Answer {
  return invalid(...error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
}

function forbidden({ settings }: Service, herIds: readonly string[]): Answer | null {
  const foreign = herIds.filter((herId) => settings.ownHerIds !== null && !settings.ownHerIds.includes(herId));
  return foreign.length === 0 ? null : notAuthorisedFor(foreign);
}

/** `POST /Messages`: validates by the schemas, as the service does, and hands the message on. */
export function post(service: Service, body: unknown): Answer {
  const request = postMessage.safeParse(body);
  if (!request.success) return issues(request.error);
  const document = Buffer.from(request.data.businessDocument, 'base64');
  if (!/^(\ufeff)?<\?xml [^>]*encoding=["']UTF-8["']/i.test(document.subarray(0, 200).toString('utf8'))) return invalid('BusinessDocument: the encoding must be UTF-8 and declared in the first line');
  const read = readDialogmelding(document);
  const faults = read.ok ? read.value.departures : [read.fault];
  if (!read.ok || faults.length > 0) return invalid(...faults.map(({ line, sentence }) => `BusinessDocument, line ${line ?? '?'}: ${sentence}`));
  const [from, to] = [read.value.sender.herId, read.value.receiver?.herId ?? null];
  if (from === null || to === null) return invalid('BusinessDocument: sender and receiver must have a HER-id');
  const known = service.settings.knownHerIds;
  if (known !== null && !known.includes(to)) return invalid(`Could not find communication party with HerId ${to}`);
  const refused = forbidden(service, [from]);
  if (refused !== null) return refused;
  const { id } = service.mailboxes.take(document, read.value, from, to);
  return { status: 201, body: id, headers: { location: `/Messages/${id}` } };
}

function listed(message: KeptMessage, metadata: boolean): unknown {
  const { id, receiverHerId, senderHerId, msgId, generatedAt, isAppRec } = message;
  const short = { id, receiverHerId: Number(receiverHerId) };
  if (!metadata) return short;
  return { ...short, contentType: 'application/xml', senderHerId: Number(senderHerId), businessDocumentId: msgId, businessDocumentGenDate: generatedAt, isAppRec };
}

/** `GET /Messages`: what nobody has marked as read. */
export function unread(service: Service, parameters: URLSearchParams): Answer {
  const found = query.safeParse({ ...Object.fromEntries(parameters), ReceiverHerIds: parameters.getAll('ReceiverHerIds') });
  if (!found.success) return issues(found.error);
  const { ReceiverHerIds: receivers, SenderHerId: sender, BusinessDocumentId: msgId, OrderBy: order } = found.data;
  const refused = forbidden(service, receivers);
  if (refused !== null) return refused;
  const waiting = service.mailboxes
    .all()
    .filter((message) => receivers.includes(message.receiverHerId) && !message.readBy.has(message.receiverHerId))
    .filter((message) => (sender === undefined || message.senderHerId === sender) && (msgId === undefined || message.msgId === msgId))
    .sort((a, b) => Date.parse(a.generatedAt) - Date.parse(b.generatedAt));
  const ordered = order === '2' || order === 'Descending' ? waiting.reverse() : waiting;
  const shown = ordered.flatMap((message) => (message.listedTwice ? [message, message] : [message])).slice(0, found.data.MessagesToFetch);
  return { status: 200, body: shown.map((message) => listed(message, found.data.IncludeMetadata === 'true')) };
}

type OnMessage = (message: KeptMessage, service: Service) => Answer;

const readers: ReadonlyMap<string, OnMessage> = new Map(Object.entries<OnMessage>({
  '': (message) => ({ status: 200, body: listed(message, true) }),
  'business-document': ({ document }) => ({ status: 200, body: { businessDocument: Buffer.from(document).toString('base64'), contentType: 'application/xml', contentTransferEncoding: 'base64' } }),
  status: ({ outcome }) => ({ status: 200, body: [{ receiverHerId: Number(outcome.receiverHerId), transportDeliveryState: outcome.delivery, appRecStatus: outcome.appRec }] }),
  apprec: ({ outcome }) => ({
    status: 200,
    body: [{ receiverHerId: Number(outcome.receiverHerId), appRecStatus: outcome.status, appRecErrorList: outcome.errors.map(({ code, detail }) => ({ errorCode: code, details: detail })) }],
  }),
}));

function withMessage(service: Service, id: string, answer: OnMessage): Answer {
  const message = service.mailboxes.get(id);
  if (message === null) return notFound();
  const { ownHerIds } = service.settings;
  const ours = ownHerIds === null || ownHerIds.includes(message.senderHerId) || ownHerIds.includes(message.receiverHerId);
  return ours ? answer(message, service) : notAuthorisedFor([message.receiverHerId]);
}

function takeAppRec(service: Service, id: string, from: string, body: unknown): Answer {
  const request = postAppRec.safeParse(body);
  if (!request.success) return issues(request.error);
  return withMessage(service, id, (message) => {
    if (message.receiverHerId !== from) return notAuthorisedFor([from]);
    const errors = (request.data.appRecErrorList ?? []).map(({ errorCode, details }) => ({ code: errorCode, detail: details ?? null }));
    return { status: 201, body: service.mailboxes.answer(message, from, request.data.appRecStatus, errors) };
  });
}

function markRead(service: Service, id: string, herId: string): Answer {
  return withMessage(service, id, (message) => {
    if (message.receiverHerId !== herId) return notAuthorisedFor([herId]);
    message.readBy.add(herId);
    return { status: 204 };
  });
}

/** The endpoints of one message, below `/Messages/{id}`. */
export function onMessage(service: Service, method: string, [id = '', what = '', herId = '']: readonly string[], body: unknown): Answer {
  if (!z.guid().safeParse(id).success) return invalid('id: must be a valid Guid');
  const read = readers.get(what);
  if (method === 'GET' && herId === '' && read !== undefined) return withMessage(service, id, read);
  if (method === 'POST' && what === 'apprec' && integer.safeParse(herId).success) return takeAppRec(service, id, herId, body);
  if (method === 'PUT' && what === 'read' && integer.safeParse(herId).success) return markRead(service, id, herId);
  return errorMessage(404, 'Not Found');
}
