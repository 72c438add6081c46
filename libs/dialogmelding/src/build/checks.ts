import { CalendarError, epochMsOf, osloDateOf } from '@forlop/calendar';
import type { Code } from '../code-systems.js';
import { refusedCharacterAt, withXmlLineEnds } from '../xml/escape.js';
import { UnbuildableMessage, type Dialognotat, type PersonName, type Professional, type Unit } from './message.js';

/**
 * The schemas bound no text. These bounds are ours, in characters: a name or subject that is longer is a mistake, and a note that is
 * longer than this is not one that a doctor reads. A MsgId has the 100 that EDI 2.0 searches by.
 */
export const MAX_LENGTH = { line: 200, id: 100, text: 30_000 } as const;

const HER_ID = /^[1-9]\d{0,9}$/;
const MAX_HER_ID = 2_147_483_647;

/** A text that a message may carry, with XML's line ends. Throws `UnbuildableMessage`. */
export function checkedText(text: string, field: string, kind: keyof typeof MAX_LENGTH): string {
  const lines = withXmlLineEnds(text);
  if (lines.trim() === '') throw new UnbuildableMessage('missing', field, `${field} mangler.`);
  const refused = refusedCharacterAt(lines);
  if (refused !== null) throw new UnbuildableMessage('control-character', field, `${field} har et tegn som en melding ikke kan ha, på plass ${refused + 1}.`);
  if (kind !== 'text' && /[\n\t]/.test(lines)) throw new UnbuildableMessage('control-character', field, `${field} skal stå på én linje uten tabulator.`);
  if (lines.length > MAX_LENGTH[kind]) throw new UnbuildableMessage('too-long', field, `${field} er på ${lines.length} tegn. Grensen er ${MAX_LENGTH[kind]}.`);
  return lines;
}

/** A number of a given shape. Throws `UnbuildableMessage`. */
function checkDigits(value: string, shape: RegExp, field: string, what: string): void {
  if (!shape.test(value)) throw new UnbuildableMessage('invalid', field, `${field} er ikke ${what}.`);
}

/** A HER-id as EDI 2.0 takes it: 1 to 2147483647. Throws `UnbuildableMessage`. */
export function checkHerId(value: string, field: string): void {
  checkDigits(value, HER_ID, field, 'en HER-id');
  if (Number(value) > MAX_HER_ID) throw new UnbuildableMessage('invalid', field, `${field} er ikke en HER-id.`);
}

function checkName(name: PersonName, field: string): void {
  checkedText(name.givenName, `${field}.givenName`, 'line');
  if (name.middleName !== null) checkedText(name.middleName, `${field}.middleName`, 'line');
  checkedText(name.familyName, `${field}.familyName`, 'line');
}

function checkUnit(unit: Unit, field: string): void {
  checkedText(unit.name, `${field}.name`, 'line');
  checkHerId(unit.herId, `${field}.herId`);
  if (unit.organisationNumber !== null) checkDigits(unit.organisationNumber, /^\d{9}$/, `${field}.organisationNumber`, 'et organisasjonsnummer');
}

function checkProfessional(professional: Professional, field: string): void {
  checkName(professional, field);
  if (professional.hprNumber === null && professional.herId === null) throw new UnbuildableMessage('missing', field, `${field} mangler både HPR-nummer og HER-id.`);
  if (professional.hprNumber !== null) checkDigits(professional.hprNumber, /^[1-9]\d{0,8}$/, `${field}.hprNumber`, 'et HPR-nummer');
  if (professional.herId !== null) checkHerId(professional.herId, `${field}.herId`);
}

function checkInstant(instant: string, field: string): void {
  try {
    osloDateOf(epochMsOf(instant));
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new UnbuildableMessage('invalid', field, `${field} er ikke et tidspunkt med tidssone.`);
  }
}

function checkCode({ code, system, name }: Code, field: string): void {
  checkedText(code, `${field}.code`, 'line');
  checkDigits(system ?? '', /^(\d+\.)*\d+$/, `${field}.system`, 'en OID');
  if (name !== null) checkedText(name, `${field}.name`, 'line');
}

/** Checks every field of a message. Throws `UnbuildableMessage` at the first that cannot be sent. */
export function checkMessage(message: Dialognotat): void {
  checkedText(message.messageId, 'messageId', 'line');
  checkInstant(message.generatedAt, 'generatedAt');
  if (message.theme !== undefined) checkCode(message.theme, 'theme');
  checkUnit(message.sender.organisation, 'sender.organisation');
  if (message.sender.department !== null) checkUnit(message.sender.department, 'sender.department');
  if (message.sender.professional !== null) checkProfessional(message.sender.professional, 'sender.professional');
  checkUnit(message.receiver.organisation, 'receiver.organisation');
  if (message.receiver.professional !== null) checkProfessional(message.receiver.professional, 'receiver.professional');
  checkName(message.patient, 'patient');
  checkDigits(message.patient.personNumber, /^[0-7]\d{10}$/, 'patient.personNumber', 'et fødselsnummer eller D-nummer');
  checkedText(message.subject, 'subject', 'line');
  checkedText(message.text, 'text', 'text');
  checkedText(message.reference, 'reference', 'id');
  if (message.conversation !== null) {
    checkedText(message.conversation.parent, 'conversation.parent', 'id');
    checkedText(message.conversation.conversation, 'conversation.conversation', 'id');
  }
}
