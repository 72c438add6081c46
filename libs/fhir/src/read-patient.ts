import type { AcceptedPersonIdentifier, ReferralPatient } from '@forlop/contracts';
import type { OsloDate } from '@forlop/calendar';
import { isPartialDate, readDate } from './dates.js';
import { field, flag, objects, text, type Findings, type JsonObject, type Node } from './node.js';
import { readIdentifiers, type IdentifierOptions, type PatientIdentifiers, type RawIdentifier } from './read-identifier.js';
import { nameFromText, readAddress, readName, readPhone, securityLabels } from './read-person.js';
import type { Target } from './references.js';
import { structuralIssues } from './structure.js';
import { CONFIDENTIALITY } from './systems.js';

/** What could be read of the patient, whether or not the referral can be accepted. */
export interface ReadPatient {
  readonly patient: Partial<ReferralPatient>;
  readonly identifiers: readonly RawIdentifier[];
}

const sexes: Readonly<Record<string, ReferralPatient['sex']>> = { female: 'kvinne', male: 'mann', other: 'annet', unknown: 'ukjent' };

/**
 * Neither R4 nor no-basis says how a protected address is marked. HL7's two highest degrees of confidentiality are read
 * as kode 7 and kode 6: a mark that was meant for something else then protects too much, never too little.
 */
const protections: Readonly<Record<string, ReferralPatient['protection']>> = { R: 'fortrolig', V: 'strengtFortrolig' };

function readSex(resource: Node, findings: Findings): ReferralPatient['sex'] {
  const code = text(resource, 'gender', findings);
  if (code !== undefined && !Object.hasOwn(sexes, code)) {
    findings.warning('ukjent-kode', `${resource.path}.gender`, 'Kjønnet er ikke en av kodene male, female, other og unknown.');
    return undefined;
  }
  return code === undefined ? undefined : sexes[code];
}

function readProtection(resource: Node, findings: Findings): ReferralPatient['protection'] {
  const codes = securityLabels(resource, findings).flatMap(([system, code]) => (system === CONFIDENTIALITY && code !== undefined ? [code] : []));
  const strictest = ['V', 'R'].find((code) => codes.includes(code));
  return strictest === undefined ? undefined : protections[strictest];
}

/** A birth date without its day is allowed in R4, but cannot be used. */
function readBirthDate(resource: Node, findings: Findings): OsloDate | undefined {
  const node = field(resource, 'birthDate');
  return node && readDate(node, isPartialDate(node.value) ? findings.lenient() : findings);
}

/**
 * The stated birth date counts before the one in the number, which a number given out from 2032 no longer tells. Day,
 * month and year in the century are in every fødselsnummer, so there a difference means two persons.
 */
function reconcileBirthDate(stated: OsloDate | undefined, number: AcceptedPersonIdentifier | undefined, at: string, findings: Findings): OsloDate | undefined {
  const derived = number?.birthDate;
  if (stated === undefined || derived === undefined || stated === derived) {
    return stated ?? derived;
  }
  if (number?.kind === 'fodselsnummer' && stated.slice(2) !== derived.slice(2)) {
    findings.error('fodselsdato-stemmer-ikke', at, 'Fødselsdatoen stemmer ikke med fødselsnummeret.');
  } else {
    findings.warning('fodselsdato-stemmer-ikke', at, 'Fødselsdatoen stemmer ikke med nummeret. Datoen som er oppgitt for seg, er brukt.');
  }
  return stated;
}

/** Elements of Patient that change what the resource means (R4: isModifier). */
function reportModifiers(resource: Node, findings: Findings): void {
  const isDead = flag(resource, 'deceasedBoolean', findings) === true || field(resource, 'deceasedDateTime') !== undefined;
  if (isDead) {
    findings.error('pasienten-er-dod', `${resource.path}.deceased`, 'Pasienten er oppgitt som død.');
  }
  if (flag(resource, 'active', findings) === false) {
    findings.warning('uklar-opplysning', `${resource.path}.active`, 'Pasienten er oppgitt som ikke lenger i bruk hos avsenderen.');
  }
  if (objects(resource, 'link', findings).some((link) => text(link, 'type', findings) === 'replaced-by')) {
    findings.warning('uklar-opplysning', `${resource.path}.link`, 'Pasienten er oppgitt som erstattet av en annen hos avsenderen.');
  }
  reportUnknownModifiers(resource, findings);
}

/** What R4 forbids to ignore and cannot be understood here. */
export function reportUnknownModifiers(resource: Node, findings: Findings): void {
  for (const name of ['modifierExtension', 'implicitRules']) {
    const node = field(resource, name);
    if (node) {
      findings.error('ukjent-modifikator', node, 'Elementet endrer meningen med ressursen på en måte som ikke er kjent her.');
    }
  }
}

/** The demographics of a Patient resource, without its identifiers. */
function readDemographics(resource: Node, findings: Findings): Partial<ReferralPatient> {
  const lenient = findings.lenient();
  const [name, sex, address] = [readName(resource, lenient), readSex(resource, lenient), readAddress(resource, lenient)];
  const [phone, protection] = [readPhone(resource, lenient), readProtection(resource, findings)];
  return { ...(name && { name }), ...(sex && { sex }), ...(address && { address }), ...(phone && { phone }), ...(protection && { protection }) };
}

function isPatient({ type }: Target): boolean {
  return type === undefined || type === 'Patient' || type === 'http://hl7.org/fhir/StructureDefinition/Patient';
}

interface Identity extends PatientIdentifiers {
  readonly birthDate?: OsloDate;
}

/** Who the patient is by number and birth date. */
function readIdentity(target: Target | undefined, request: Node, options: IdentifierOptions, findings: Findings): Identity {
  const resource = target?.resource;
  const nodes = [...(target?.identifier ? [target.identifier] : []), ...(resource ? objects(resource, 'identifier', findings) : [])];
  const numbers = readIdentifiers(nodes, options, findings);
  const stated = resource && readBirthDate(resource, findings);
  const at = stated ? `${resource?.path}.birthDate` : (target?.at ?? request).path;
  const birthDate = reconcileBirthDate(stated, numbers.chosen, at, findings);
  if (birthDate !== undefined && birthDate > options.today) {
    findings.error('dato-i-framtiden', at, 'Pasientens fødselsdato er etter i dag.');
  }
  return { ...numbers, ...(birthDate && { birthDate }) };
}

/** What a Patient resource says besides the identity, with every fault of the resource itself. */
function readResource(resource: Node, request: Node, findings: Findings): Partial<ReferralPatient> {
  const isContained = resource.path.startsWith(`${request.path}.contained`);
  if (!isContained) {
    structuralIssues(resource.value as JsonObject, resource.path).forEach((issue) => findings.add(issue));
  }
  reportModifiers(resource, findings);
  return readDemographics(resource, findings);
}

/** Tells who lacks a number, and when nobody can tell who the patient is. */
function reportUnnumbered(patient: Partial<ReferralPatient>, target: Target | undefined, request: Node, findings: Findings): void {
  if (!target) {
    findings.error('mangler-pasient', `${request.path}.subject`, 'Henvisningen sier ikke hvem pasienten er: subject mangler.');
  } else if (!patient.birthDate && !patient.name) {
    findings.error('ukjent-pasient', target.at, 'Pasienten er verken oppgitt med et nummer som kan brukes, fødselsdato eller navn.');
  } else if (target.resource) {
    findings.information('uten-nummer', target.at, 'Pasienten er oppgitt uten nummer.');
  } else {
    findings.warning('uten-nummer', target.at, 'Pasienten er oppgitt bare med navn.');
  }
}

/** Reads the patient that `ServiceRequest.subject` leads to. `request` is the ServiceRequest, for the report. */
export function readPatient(target: Target | undefined, request: Node, options: IdentifierOptions, findings: Findings): ReadPatient {
  if (target && !isPatient(target)) {
    findings.error('ukjent-pasient', target.at, 'Henvisningen gjelder ikke en pasient (subject er ikke en Patient).');
  }
  const { chosen, raw, hasInvalid, birthDate } = readIdentity(target, request, options, findings);
  const stated = target?.resource ? readResource(target.resource, request, findings) : {};
  const name = stated.name ?? nameFromText(target?.display);
  const patient: Partial<ReferralPatient> = {
    ...stated,
    ...(name && { name }),
    ...(chosen && { identifier: { system: chosen.system, value: chosen.value } }),
    ...(birthDate && { birthDate }),
  };
  if (!chosen && !hasInvalid) {
    reportUnnumbered(patient, target, request, findings);
  }
  return { patient, identifiers: raw };
}
