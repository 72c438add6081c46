import type { Code } from '../code-systems.js';

/** A person's name in its parts. */
export interface PersonName {
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
}

/** A person in the health service who sends or receives. */
export interface Professional extends PersonName {
  /** HPR number, up to nine digits. */
  readonly hprNumber: string | null;
  /** The HER-id of this person's own entry in Adresseregisteret; null where messages go to the organisation's. */
  readonly herId: string | null;
}

/** An organisation or a service with an entry in Adresseregisteret. */
export interface Unit {
  readonly name: string;
  readonly herId: string;
  /** Organisasjonsnummer, nine digits. */
  readonly organisationNumber: string | null;
}

/** A hodemelding with one dialognotat, as Forløp means it; everything else in the document follows from this. */
export interface Dialognotat {
  /** Our own opaque id: always the same for the same message, so that a repetition is recognised. */
  readonly messageId: string;
  /** When the message was made; ISO 8601 with `Z` or an offset. The same for a repetition. */
  readonly generatedAt: string;
  readonly sender: { readonly organisation: Unit; readonly department: Unit | null; readonly professional: Professional | null };
  readonly receiver: { readonly organisation: Unit; readonly professional: Professional | null };
  /** Fødselsnummer or D-nummer, eleven digits. */
  readonly patient: PersonName & { readonly personNumber: string };
  /** What the note is about (7321, or another system that the receiver takes); without it: a note about a patient. */
  readonly theme?: Code;
  readonly subject: string;
  readonly text: string;
  /** Our reference, which an answer may repeat. */
  readonly reference: string;
  /** The conversation that this message goes on with: MsgIds. Null for the first message. */
  readonly conversation: { readonly parent: string; readonly conversation: string } | null;
}

export type MessageFaultCode = 'missing' | 'invalid' | 'too-long' | 'control-character';

/** A message that cannot be built as it is; trying again does not help. */
export class UnbuildableMessage extends Error {
  constructor(
    readonly code: MessageFaultCode,
    /** The field, as a path such as `patient.familyName`. */
    readonly field: string,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'UnbuildableMessage';
  }
}

/** The HER-id that a message goes to: the doctor's own where there is one, otherwise the organisation's. */
export function receiverHerIdOf({ receiver }: Pick<Dialognotat, 'receiver'>): string {
  return receiver.professional?.herId ?? receiver.organisation.herId;
}

/** The HER-id that a message comes from: the lowest unit or person that has one. */
export function senderHerIdOf({ sender }: Pick<Dialognotat, 'sender'>): string {
  return sender.professional?.herId ?? sender.department?.herId ?? sender.organisation.herId;
}
