import type { Code } from '../code-systems.js';
import { namespaces } from '../namespaces.js';
import type { DocumentFault, Parsed } from '../parsed.js';
import type { Element } from '../xml/element.js';
import { withDocument, type OpenDocument } from '../xml/with-document.js';
import { codeOf, type Identifiers } from './codes.js';
import { partyOf, personOf, type NamedPerson, type Party } from './parties.js';

/** A question (forespørsel). */
export interface Question {
  readonly type: Code | null;
  readonly text: string | null;
  readonly reason: string | null;
  readonly urgency: Code | null;
  readonly documentId: string | null;
}

/** A note: an answer, a message about a patient, or a deviation. */
export interface Note {
  readonly theme: Code | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly remark: string | null;
  readonly documentId: string | null;
  /** As it stands. */
  readonly date: string | null;
  /** The question that the note answers, which comes with it. */
  readonly question: Question | null;
}

/** A dialogmelding that came in, as far as it says. */
export interface IncomingDialogmelding {
  readonly version: '1.0' | '1.1';
  readonly msgId: string;
  /** Meldingens funksjon (8279), such as `DIALOG_SVAR`; other codes come as they are. */
  readonly type: string;
  /** As it stands. */
  readonly generatedAt: string | null;
  readonly sender: Party;
  readonly receiver: Party | null;
  readonly patient: (NamedPerson & { readonly personNumber: string | null }) | null;
  /** The messages that it goes on from: MsgIds, as the sender wrote them. */
  readonly conversation: { readonly parent: string | null; readonly conversation: string | null } | null;
  readonly notes: readonly Note[];
  readonly questions: readonly Question[];
  /** Documents beside the dialogmelding; they are not read. */
  readonly attachments: number;
  /** What departs from the schemas (1.0 only) in a message that can be read nevertheless. */
  readonly departures: readonly DocumentFault[];
}

const dialogVersions: ReadonlyMap<string, IncomingDialogmelding['version']> = new Map([
  [namespaces.dialog10, '1.0'],
  [namespaces.dialog11, '1.1'],
]);

function questionOf(element: Element): Question {
  return {
    type: codeOf(element.child('TypeForesp')),
    text: element.textOf('Sporsmal'),
    reason: element.textOf('Begrunnelse'),
    urgency: codeOf(element.child('Hastegrad')),
    documentId: element.textOf('DokIdForesp'),
  };
}

function noteOf(element: Element): Note {
  const question = element.child('Foresporsel');
  return {
    theme: codeOf(element.child('TemaKodet')),
    subject: element.textOf('Tema'),
    text: element.textOf('TekstNotatInnhold'),
    remark: element.textOf('Merknad'),
    documentId: element.textOf('DokIdNotat'),
    date: element.textOf('DatoNotat'),
    question: question === null ? null : questionOf(question),
  };
}

/** The person number among a patient's identifiers, whichever of the two it is. */
function personNumberOf(identifiers: Identifiers): string | null {
  return identifiers['FNR'] ?? identifiers['DNR'] ?? null;
}

function patientOf(info: Element): IncomingDialogmelding['patient'] {
  const person = personOf(info.child('Patient'));
  return person === null ? null : { ...person, personNumber: personNumberOf(person.identifiers) };
}

function conversationOf(info: Element): IncomingDialogmelding['conversation'] {
  const reference = info.child('ConversationRef');
  return reference === null ? null : { parent: reference.textOf('RefToParent'), conversation: reference.textOf('RefToConversation') };
}

interface Content {
  readonly dialog: Element;
  readonly version: IncomingDialogmelding['version'];
}

/** A dialogmelding of either version; nothing if the element is something else. */
function dialogIn(element: Element): Content[] {
  const version = dialogVersions.get(element.namespace);
  return element.name === 'Dialogmelding' && version !== undefined ? [{ dialog: element, version }] : [];
}

/** The dialogmelding in one of the documents. Throws `Unreadable` if there is none, or more than one. */
function contentOf(root: Element): Content & { others: number } {
  const documents = root.children('Document');
  const dialogs = documents.flatMap((document) => document.child('RefDoc', 'Content')?.children().flatMap(dialogIn) ?? []);
  const [first, second] = dialogs;
  if (first === undefined) throw root.unreadable('missing', 'Hodemeldingen har ingen dialogmelding 1.0 eller 1.1 i seg.', `${root.path}/Document/RefDoc/Content/Dialogmelding`);
  if (second !== undefined) throw second.dialog.unreadable('invalid', 'Hodemeldingen har mer enn én dialogmelding i seg.');
  return { ...first, others: documents.length - 1 };
}

/** Whether a root is a hodemelding's. */
export function isMsgHead(root: Element): boolean {
  return root.name === 'MsgHead' && root.namespace === namespaces.msgHead;
}

/** Reads an open hodemelding with a dialogmelding. Throws `Unreadable` if what identifies or says something is missing. */
export function dialogmeldingOf({ root, schemaFaults }: OpenDocument): IncomingDialogmelding {
  if (!isMsgHead(root)) throw root.unreadable('unknown-document', 'Dokumentet er ikke en hodemelding 1.2.');
  const info = root.need('MsgInfo');
  const { dialog, version, others } = contentOf(root);
  const type = info.need('Type');
  const code = type.attribute('V');
  if (code === null) throw type.unreadable('missing', 'Meldingen sier ikke hva slags melding den er (kodeverk 8279).');
  const receiver = info.child('Receiver');
  return {
    version,
    msgId: info.needText('MsgId'),
    type: code,
    generatedAt: info.textOf('GenDate'),
    sender: partyOf(info.need('Sender')),
    receiver: receiver === null ? null : partyOf(receiver),
    patient: patientOf(info),
    conversation: conversationOf(info),
    notes: dialog.children('Notat').map(noteOf),
    questions: dialog.children('Foresporsel').map(questionOf),
    attachments: others,
    departures: version === '1.0' ? schemaFaults('business-document') : [],
  };
}

/** Reads a dialogmelding that came in. Never throws: whatever is wrong with the document is said. */
export function readDialogmelding(document: Uint8Array, options: { maxBytes?: number } = {}): Parsed<IncomingDialogmelding> {
  return withDocument(document, dialogmeldingOf, options.maxBytes);
}
