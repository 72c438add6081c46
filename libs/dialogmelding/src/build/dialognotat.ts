import { NOTE_ABOUT_PATIENT, dialogTypes, type Code } from '../code-systems.js';
import { namespaces } from '../namespaces.js';
import { fault, type DocumentFault } from '../parsed.js';
import { withDocument } from '../xml/with-document.js';
import { checkMessage } from './checks.js';
import { UnbuildableMessage, type Dialognotat } from './message.js';
import { codeElement, msgHead } from './msg-head.js';
import { msgIdOf } from './msg-id.js';
import { osloDateOfInstant } from './oslo-date-time.js';
import { element, textElement, type Xml } from './xml-writer.js';

/** A document that is ready to be sent. */
export interface BuiltMessage {
  /** The hodemelding's MsgId, which an AppRec and an answer name. */
  readonly msgId: string;
  /** The document in UTF-8; the same bytes each time for the same message. */
  readonly document: string;
}

/** The content of a dialogmelding 1.0 with one note. The text says its type: the standard allows any, and older systems look for it. */
export function noteContent(note: { theme: Code; subject: string; text: string; reference: string; date: string }): Xml {
  return element(
    'Dialogmelding',
    { xmlns: namespaces.dialog10 },
    element(
      'Notat',
      {},
      codeElement('TemaKodet', note.theme),
      textElement('Tema', note.subject),
      textElement('TekstNotatInnhold', note.text, { 'xsi:type': 'xs:string' }),
      textElement('DokIdNotat', note.reference),
      textElement('DatoNotat', note.date),
    ),
  );
}

/** What in a hodemelding with a dialogmelding 1.0 departs from the published schemas; empty if nothing does. Never throws. */
export function businessDocumentFaults(document: Uint8Array): readonly DocumentFault[] {
  const checked = withDocument(document, ({ root, schemaFaults }) => {
    if (root.name !== 'MsgHead' || root.namespace !== namespaces.msgHead) return [fault('unknown-document', 'Dokumentet er ikke en hodemelding 1.2.', { line: root.line, path: root.path })];
    return schemaFaults('business-document');
  });
  return checked.ok ? checked.value : [checked.fault];
}

/**
 * Builds a hodemelding 1.2 with a dialognotat (dialogmelding 1.0) and validates it by the published schemas.
 * Throws `UnbuildableMessage` with the field at fault; whatever is returned is valid.
 */
export function buildDialognotat(message: Dialognotat): BuiltMessage {
  checkMessage(message);
  const msgId = msgIdOf(message.messageId);
  const content = noteContent({ ...message, theme: message.theme ?? NOTE_ABOUT_PATIENT, date: osloDateOfInstant(message.generatedAt) });
  const document = msgHead({ ...message, msgId, type: { code: 'DIALOG_NOTAT', name: dialogTypes.DIALOG_NOTAT } }, content);
  const [wrong] = businessDocumentFaults(Buffer.from(document, 'utf8'));
  if (wrong !== undefined) throw new UnbuildableMessage('invalid', wrong.path ?? 'document', wrong.sentence);
  return { msgId, document };
}
