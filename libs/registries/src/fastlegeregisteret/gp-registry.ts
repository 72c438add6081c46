import { osloDateOf, osloMidnight, type OsloDate } from '@forlop/calendar';
import { RegistryHttp, type RegistryEndpoint } from '../http/registry-http.js';
import type { GpContract, GpRegistry } from '../ports.js';
import { contractOf } from './contract-of.js';
import { callFlr, flrNamespace, type SoapAnswer } from './soap.js';
import { child, escapeXml, type XmlElement } from './xml.js';

/** What the fault says when the person has no fastlege; it has no code of its own. */
const noGp = /ikke tilknyttet (?:en )?fastlegekontrakt/i;
const system = 'http://schemas.datacontract.org/2004/07/System';
const hour = 3_600_000;

/** Fastlegeregisteret's web service (docs/registries.md). @param endpoint `baseUrl` is the service's own address. */
export function fastlegeregisteret(endpoint: RegistryEndpoint): GpRegistry {
  const http = new RegistryHttp('fastlegeregisteret', endpoint);
  const today = (): OsloDate => osloDateOf((endpoint.now?.() ?? new Date()).getTime());
  return {
    async contractOn(personNumber, day) {
      const answer = day === today()
        ? await callFlr(http, endpoint.baseUrl, 'GetPatientGPDetails', `<patientNin>${escapeXml(personNumber)}</patientNin>`)
        : listed(await callFlr(http, endpoint.baseUrl, 'GetPatientsGPDetailsAtTime', atNoon(personNumber, day)));
      return http.answer(read(http, answer, personNumber, day), answer);
    },
  };
}

function read(http: RegistryHttp, answer: SoapAnswer, personNumber: string, day: OsloDate): GpContract | null {
  if ('fault' in answer) {
    if (noGp.test(answer.fault)) return null;
    throw http.error('refused', 'feilmelding fra tjenesten');
  }
  const { result } = answer;
  if (result === undefined || result.nil || result.children.length === 0) return null;
  return contractOf(http, result, personNumber, day);
}

/** The one contract of a list with at most one: whoever has no doctor on the day is left out of it. */
function listed(answer: SoapAnswer): SoapAnswer {
  if ('fault' in answer) return answer;
  return { ...answer, result: firstContract(answer.result) };
}

const firstContract = (list: XmlElement | undefined): XmlElement | undefined => child(list, 'PatientToGPContractAssociation');

/** A `DateTimeOffset` as .NET's data contracts write it: the instant in UTC and how far the writer's clock was ahead. Noon is on the day whatever the season. */
function atNoon(personNumber: string, day: OsloDate): string {
  const noon = new Date(osloMidnight(day) + 12 * hour).toISOString().replace('.000Z', 'Z');
  return [
    `<patientNins xmlns:f="${flrNamespace}"><f:NinWithTimestamp><f:AtTime xmlns:d="${system}"><d:DateTime>${noon}</d:DateTime><d:OffsetMinutes>0</d:OffsetMinutes></f:AtTime>`,
    `<f:NIN>${escapeXml(personNumber)}</f:NIN></f:NinWithTimestamp></patientNins>`,
  ].join('');
}
