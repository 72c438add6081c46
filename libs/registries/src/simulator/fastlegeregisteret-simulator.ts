import type { OsloDate } from '@forlop/calendar';
import { flrNamespace } from '../fastlegeregisteret/soap.js';
import { child, descend, escapeXml, parseXml, textOf, type XmlElement } from '../fastlegeregisteret/xml.js';
import { osloDateOfTime } from '../registry-dates.js';
import { soap, type Reply, type SimRequest } from './reply.js';
import type { SimList, SimPerson, Town } from './town.js';

/** Answers as Fastlegeregisteret's web service does; undefined for what is not its own. */
export function fastlegeregisteretReply(town: Town, { method, path, body }: SimRequest, today: OsloDate): Reply | undefined {
  if (path !== '/v2/flr') return undefined;
  const operation = method === 'POST' ? operationOf(body) : undefined;
  switch (operation?.name) {
    case 'GetPatientGPDetails': {
      const nin = textOf(operation, 'patientNin') ?? '';
      const found = contractXml(town, nin, today);
      return found === null ? fault('Personen er ikke tilknyttet fastlegekontrakt') : answer(operation.name, found);
    }
    case 'GetPatientsGPDetailsAtTime': {
      const asked = child(child(operation, 'patientNins'), 'NinWithTimestamp');
      const day = osloDateOfTime(textOf(asked, 'AtTime', 'DateTime'));
      const found = day === null ? null : contractXml(town, textOf(asked, 'NIN') ?? '', day);
      return answer(operation.name, found === null ? '' : `<PatientToGPContractAssociation>${found}</PatientToGPContractAssociation>`);
    }
    default:
      return fault('Operasjonen finnes ikke');
  }
}

function operationOf(body: string): XmlElement | undefined {
  try {
    return descend(parseXml(body), 'Body')?.children[0];
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const answer = (operation: string, result: string): Reply => soap(200, `<${operation}Response xmlns="${flrNamespace}"><${operation}Result>${result}</${operation}Result></${operation}Response>`);

const fault = (sentence: string): Reply =>
  soap(500, [
    `<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="nb-NO">ArgumentException: ${sentence} (reason)</s:Text></s:Reason>`,
    `<s:Detail><GenericFault xmlns="http://register.nhn.no/Common"><ErrorCode>Feil</ErrorCode><Message>ArgumentException: ${sentence}</Message></GenericFault></s:Detail></s:Fault>`,
  ].join(''));

function contractXml(town: Town, nin: string, day: OsloDate): string | null {
  const person = town.person(nin);
  const list = person?.list == null ? undefined : town.list(person.list.id);
  // Whoever is dead has left the scheme.
  if (person === undefined || list === undefined || person.list!.from > day || person.death?.isValid === true) return null;
  return associationXml(person, list, day);
}

function associationXml({ nin, list: place }: SimPerson, { id, office, shared, doctors }: SimList, day: OsloDate): string {
  const now = doctors.filter(({ from, to }) => from <= day && (to === null || day < to));
  const cycles = doctors.map(({ doctor, from, to, substitutesFor }) => [
    '<GPOnContractAssociation>',
    `<GP><FirstName>${escapeXml(doctor.name.given)}</FirstName><LastName>${escapeXml(doctor.name.family)}</LastName></GP><GPContractId>${id}</GPContractId><HprNumber>${doctor.hprNumber}</HprNumber>`,
    `<Relationship><CodeValue>${substitutesFor === null ? 'LPFL' : 'LPVI'}</CodeValue></Relationship>${substitutesFor === null ? '' : `<SubstituteForHprNumber>${substitutesFor}</SubstituteForHprNumber>`}`,
    `<Valid>${period(from, to)}</Valid></GPOnContractAssociation>`,
  ].join(''));
  return [
    `<DoctorCycles>${cycles.join('')}</DoctorCycles>`,
    `<GPContract><GPOffice><Name>${escapeXml(office.name)}</Name><OrganizationNumber>${office.orgNumber}</OrganizationNumber></GPOffice>`,
    `<GPOfficeOrganizationNumber>${office.orgNumber}</GPOfficeOrganizationNumber><Id>${id}</Id><ParticipatesOnCommonList>${shared}</ParticipatesOnCommonList></GPContract>`,
    `<GPContractId>${id}</GPContractId><GPHerId>${now[0]?.doctor.herId ?? office.serviceHerId}</GPHerId><PatientNIN>${nin}</PatientNIN><Period>${period(place!.from, null)}</Period>`,
  ].join('');
}

const nil = '<To xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>';
const period = (from: OsloDate, to: OsloDate | null): string => `<From>${from}T00:00:00</From>${to === null ? nil : `<To>${to}T00:00:00</To>`}`;
