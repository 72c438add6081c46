import { buildDialognotat, EdiError, UnbuildableMessage, type Dialognotat, type EdiApi } from '@forlop/dialogmelding';
import { addressFor, ChannelRefused, ChannelUnavailable, type Channel, type Outgoing } from '../channel.js';

export interface DialogmeldingOptions {
  readonly edi: EdiApi;
  /** Who sends: the unit's entry in Adresseregisteret. */
  readonly sender: Dialognotat['sender']['organisation'];
  /** Milliseconds within which the receiver's system must have answered with an AppRec. */
  readonly receiptWithinMs: number;
}

/**
 * Dialogmelding to the fastlege's record system, over Norsk Helsenett's EDI 2.0. Carries the content: it becomes a part of the patient's
 * record there. One patient in each; the same message is the same document, which the receiver knows again by its MsgId.
 */
export function dialogmeldingChannel({ edi, sender, receiptWithinMs }: DialogmeldingOptions): Channel {
  return {
    id: 'dialogmelding',
    carries: 'health',
    recognisesId: true,
    send: async (message) => {
      const { msgId, document } = built(message, sender);
      try {
        await edi.post(document);
      } catch (error) {
        throw asChannelError(error);
      }
      // An AppRec names the document by its MsgId, and so do answers.
      return { externalId: msgId, receiptDueAt: new Date(Date.now() + receiptWithinMs).toISOString() };
    },
  };
}

function built(message: Outgoing, sender: DialogmeldingOptions['sender']): { readonly msgId: string; readonly document: string } {
  const [first] = message.items;
  const patient = first?.patient;
  if (first === undefined || patient === null || patient === undefined || patient.personNumber === null) throw new ChannelRefused('no-person-number');
  try {
    return buildDialognotat({
      messageId: message.messageId,
      generatedAt: message.madeAt,
      sender: { organisation: sender, department: null, professional: null },
      receiver: { organisation: { name: message.receiver.name ?? 'Fastlege', herId: addressFor('dialogmelding', message).herId, organisationNumber: null }, professional: null },
      patient: { givenName: patient.givenName ?? '', middleName: null, familyName: patient.familyName ?? patient.name, personNumber: patient.personNumber },
      subject: message.subject,
      text: message.text,
      reference: first.reference,
      conversation: null,
    });
  } catch (error) {
    if (error instanceof UnbuildableMessage) throw new ChannelRefused(`unbuildable-${error.field}`, { cause: error });
    throw error;
  }
}

/** What the transport refuses is refused for good; a log-in that it does not take is for somebody to mend, and waits. */
function asChannelError(error: unknown): unknown {
  if (!(error instanceof EdiError)) return error;
  if (error.kind === 'refused') return new ChannelRefused(`edi-refused${error.errorCode === null ? '' : `-${error.errorCode}`}`, { cause: error });
  return new ChannelUnavailable(error.kind === 'not-authorised' ? 'edi-not-authorised' : 'edi-away', { retryAfterMs: error.retryAfterMs, maybeSent: error.maybeDone, cause: error });
}
