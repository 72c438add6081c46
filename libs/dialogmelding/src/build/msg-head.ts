import { codeSystems, type Code } from '../code-systems.js';
import { namespaces } from '../namespaces.js';
import type { Dialognotat, PersonName, Professional, Unit } from './message.js';
import { osloDateOfInstant, osloDateTime } from './oslo-date-time.js';
import { element, textElement, xmlDocument, type Xml } from './xml-writer.js';

/** What a hodemelding says beside its content. */
export interface Envelope extends Pick<Dialognotat, 'sender' | 'receiver' | 'patient' | 'conversation' | 'generatedAt'> {
  readonly msgId: string;
  readonly type: { readonly code: string; readonly name: string };
}

/** An element of the type CV: a code with its system. */
export function codeElement(name: string, { code, system, name: meaning }: Code): Xml {
  return element(name, { V: code, S: system, DN: meaning });
}

function ident(id: string | null, type: string, system: string, name: string): Xml {
  return id === null ? [] : element('Ident', {}, textElement('Id', id), codeElement('TypeId', { code: type, system, name }));
}

function personName({ familyName, middleName, givenName }: PersonName): Xml {
  return [...textElement('FamilyName', familyName), ...textElement('MiddleName', middleName), ...textElement('GivenName', givenName)];
}

function professionalElement(professional: Professional | null): Xml {
  if (professional === null) return [];
  return element(
    'HealthcareProfessional',
    {},
    personName(professional),
    ident(professional.hprNumber, 'HPR', codeSystems.personId, 'HPR-nummer'),
    ident(professional.herId, 'HER', codeSystems.personId, 'HER-id'),
  );
}

function organisation(unit: Unit, ...below: readonly Xml[]): Xml {
  return element(
    'Organisation',
    {},
    textElement('OrganisationName', unit.name),
    ident(unit.herId, 'HER', codeSystems.organisationId, 'HER-id'),
    ident(unit.organisationNumber, 'ENH', codeSystems.organisationId, 'Organisasjonsnummeret i Enhetsregisteret'),
    ...below,
  );
}

/** The highest unit stands outermost (hodemelding 1.2), the person in the lowest. */
function senderElement({ organisation: top, department, professional }: Envelope['sender']): Xml {
  const person = professionalElement(professional);
  return element('Sender', {}, department === null ? organisation(top, person) : organisation(top, organisation(department, person)));
}

/** Two digits too many in the day make a D-nummer. */
function patientElement(patient: Envelope['patient']): Xml {
  const dNumber = /^[4-7]/.test(patient.personNumber);
  return element(
    'Patient',
    {},
    personName(patient),
    dNumber ? ident(patient.personNumber, 'DNR', codeSystems.personId, 'D-nummer') : ident(patient.personNumber, 'FNR', codeSystems.personId, 'Fødselsnummer'),
  );
}

function conversationElement(conversation: Envelope['conversation']): Xml {
  if (conversation === null) return [];
  return element('ConversationRef', {}, textElement('RefToParent', conversation.parent), textElement('RefToConversation', conversation.conversation));
}

/** A hodemelding 1.2 with one document in it, asking for an AppRec. */
export function msgHead(envelope: Envelope, content: Xml): string {
  const info = element(
    'MsgInfo',
    {},
    element('Type', { V: envelope.type.code, DN: envelope.type.name }),
    textElement('MIGversion', 'v1.2 2006-05-24'),
    textElement('GenDate', osloDateTime(envelope.generatedAt)),
    textElement('MsgId', envelope.msgId),
    element('Ack', { V: 'J', DN: 'Ja' }),
    conversationElement(envelope.conversation),
    senderElement(envelope.sender),
    element('Receiver', {}, organisation(envelope.receiver.organisation, professionalElement(envelope.receiver.professional))),
    patientElement(envelope.patient),
  );
  const document = element(
    'Document',
    {},
    element('DocumentConnection', { V: 'H', DN: 'Hoveddokument' }),
    element(
      'RefDoc',
      {},
      element('IssueDate', { V: osloDateOfInstant(envelope.generatedAt) }),
      element('MsgType', { V: 'XML', DN: 'XML-instans' }),
      textElement('MimeType', 'text/xml'),
      element('Content', {}, content),
    ),
  );
  return xmlDocument(element('MsgHead', { xmlns: namespaces.msgHead, 'xmlns:xs': namespaces.schema, 'xmlns:xsi': namespaces.schemaInstance }, info, document));
}
