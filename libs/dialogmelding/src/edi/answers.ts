import { z } from 'zod';
import type { AppRecInfo, DeliveryStatus, ListedMessage } from './api.js';

/*
 * What EDI 2.0 answers, by its OpenAPI description "MSH API v2". What is not listed here is let through and not used: an element more
 * must not stop messages from being read.
 */

const herId = z.number().int().positive().transform(String);
const optionalHerId = herId.nullish().transform((id) => id ?? null);
const optionalText = z.string().nullish().transform((text) => text ?? null);
const appRecStatus = z.enum(['Ok', 'Rejected', 'OkErrorInMessagePart']);

export const idAnswer = z.guid();

export const messageAnswer = z
  .object({
    id: z.guid(),
    receiverHerId: optionalHerId,
    senderHerId: optionalHerId,
    businessDocumentId: optionalText,
    businessDocumentGenDate: optionalText,
    isAppRec: z.boolean().nullish().transform((is) => is ?? null),
  })
  .transform(({ id, receiverHerId, senderHerId, businessDocumentId, businessDocumentGenDate, isAppRec }): ListedMessage => ({
    id,
    receiverHerId,
    senderHerId,
    msgId: businessDocumentId,
    generatedAt: businessDocumentGenDate,
    isAppRec,
  }));

export const messagesAnswer = z.array(messageAnswer);

/** The document's bytes. Base64 is checked by writing it again: a pattern over 35 MB is slow, and decoding skips what it does not know. */
export const documentAnswer = z.object({ businessDocument: z.string().min(1), contentTransferEncoding: z.string() }).transform(({ businessDocument, contentTransferEncoding }, context) => {
  const text = businessDocument.replace(/\s/g, '');
  const bytes = Buffer.from(text, 'base64');
  if (contentTransferEncoding.toLowerCase() === 'base64' && bytes.toString('base64') === text) return bytes;
  context.addIssue({ code: 'custom', message: 'not base64' });
  return z.NEVER;
});

export const statusAnswer = z.array(
  z
    .object({ receiverHerId: herId, transportDeliveryState: z.enum(['Unconfirmed', 'Acknowledged', 'Rejected']), appRecStatus: appRecStatus.nullish() })
    .transform((info): DeliveryStatus => ({ receiverHerId: info.receiverHerId, delivery: info.transportDeliveryState, appRec: info.appRecStatus ?? null })),
);

export const appRecAnswer = z.array(
  z
    .object({
      receiverHerId: herId,
      appRecStatus: appRecStatus.nullish(),
      appRecErrorList: z.array(z.object({ errorCode: optionalText, details: optionalText })).nullish(),
    })
    .transform((info): AppRecInfo => ({
      receiverHerId: info.receiverHerId,
      status: info.appRecStatus ?? null,
      errors: (info.appRecErrorList ?? []).map(({ errorCode, details }) => ({ code: errorCode, detail: details })),
    })),
);

/** What the transport says when it refuses. */
export const errorAnswer = z.object({
  error: optionalText,
  errorCode: z.number().int().nullish().transform((code) => code ?? null),
  validationErrors: z.array(z.string()).nullish().transform((errors) => errors ?? []),
  requestId: optionalText,
});
