import { dialogTypes, NOTE_ABOUT_PATIENT, type DialogType } from '../code-systems.js';
import { noteContent } from '../build/dialognotat.js';
import type { Dialognotat, Professional, Unit } from '../build/message.js';
import { msgHead } from '../build/msg-head.js';
import { osloDateOfInstant } from '../build/oslo-date-time.js';
import type { IncomingDialogmelding } from '../parse/dialogmelding.js';
import type { NamedPerson, Party } from '../parse/parties.js';

/** A dialogmelding as a GP's record system would write it. */
export interface Letter extends Omit<Dialognotat, 'messageId' | 'theme'> {
  readonly msgId: string;
  readonly type: DialogType;
}

/** Writes a letter as a hodemelding with a dialogmelding 1.0. */
export function writeLetter(letter: Letter): string {
  const content = noteContent({ ...letter, theme: NOTE_ABOUT_PATIENT, date: osloDateOfInstant(letter.generatedAt) });
  return msgHead({ ...letter, type: { code: letter.type, name: dialogTypes[letter.type] } }, content);
}

function unitsOf({ units }: Party): Unit[] {
  return units.map(({ name, identifiers }) => ({ name: name ?? 'Uten navn', herId: identifiers['HER'] ?? '', organisationNumber: identifiers['ENH'] ?? null }));
}

function professionalOf(person: NamedPerson | null): Professional | null {
  if (person === null) return null;
  return { givenName: person.givenName ?? '', middleName: person.middleName, familyName: person.familyName ?? '', hprNumber: person.identifiers['HPR'] ?? null, herId: person.identifiers['HER'] ?? null };
}

/** What an answer says; the rest follows from the message that it answers. */
export interface Reply {
  readonly msgId: string;
  readonly generatedAt: string;
  readonly type: DialogType;
  readonly subject: string;
  readonly text: string;
}

/** The answer to a message that was sent: back to where it came from, in its conversation, with its reference. Null if it was to nobody. */
export function replyTo(message: IncomingDialogmelding, reply: Reply): Letter | null {
  const [practice] = message.receiver === null ? [] : unitsOf(message.receiver);
  const senders = unitsOf(message.sender);
  const [hospital] = senders;
  const { patient } = message;
  if (practice === undefined || hospital === undefined || patient === null) return null;
  return {
    ...reply,
    sender: { organisation: practice, department: null, professional: professionalOf(message.receiver?.professional ?? null) },
    // A hodemelding may name the department as the receiver; it is the one that has the HER-id that is answered to.
    receiver: { organisation: senders.at(-1) ?? hospital, professional: professionalOf(message.sender.professional) },
    patient: { givenName: patient.givenName ?? '', middleName: patient.middleName, familyName: patient.familyName ?? '', personNumber: patient.personNumber ?? '' },
    reference: message.notes[0]?.documentId ?? message.msgId,
    conversation: { parent: message.msgId, conversation: message.conversation?.conversation ?? message.msgId },
  };
}
