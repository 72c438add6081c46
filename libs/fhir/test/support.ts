import { osloDate } from '@forlop/calendar';
import { syntheticFodselsnummer, syntheticOrganisasjonsnummer, systems } from '@forlop/contracts';
import { dateExtensions, readReferrals, REFERRAL_PROFILE, REFERRAL_UUID, type ReadReferralsOptions, type ReadReferralsResult, type RefusedReferral } from '../src/index.js';

type Json = Record<string, unknown>;

/** Received 00:30 in Norway on 1 April 2026, while it is still 31 March in UTC. */
export const options: ReadReferralsOptions = { receivedAt: '2026-03-31T22:30:00Z', today: osloDate('2026-04-01') };

export const FODSELSNUMMER = syntheticFodselsnummer({ birthDate: '2010-04-15', serial: 3, sex: 'kvinne' });
export const OTHER_FODSELSNUMMER = syntheticFodselsnummer({ birthDate: '2010-04-15', serial: 4, sex: 'kvinne' });
export const ORGANISASJONSNUMMER = syntheticOrganisasjonsnummer(0);
export const RESH_ID = '4200123';
export const HPR_NUMBER = '9144889';
export const UUID = '5f0c7c5e-6a0e-4c53-9f0b-7d1f2b1f5a11';

export const fnr = (value: string) => ({ system: systems.fodselsnummer, value });

/** A ServiceRequest shaped as Norsk helsenett's profile shapes it, about a patient who does not exist. */
export function serviceRequest(change: Json = {}): Json {
  const request: Json = {
    resourceType: 'ServiceRequest',
    meta: { profile: [REFERRAL_PROFILE] },
    extension: [{ url: dateExtensions.mottattdato, valueDateTime: '2026-03-20' }],
    identifier: [{ system: REFERRAL_UUID, value: UUID }],
    status: 'active',
    intent: 'order',
    priority: 'routine',
    subject: { type: 'Patient', identifier: fnr(FODSELSNUMMER) },
    reasonCode: [{ coding: [{ system: systems.icpc2, code: 'A04', display: 'Slapphet/tretthet' }] }],
    note: [{ text: 'Økende utmattelse etter infeksjon.' }],
    ...change,
  };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}

export function patientResource(change: Json = {}): Json {
  return {
    resourceType: 'Patient',
    id: 'kari',
    meta: { profile: ['http://hl7.no/fhir/StructureDefinition/no-basis-Patient'] },
    identifier: [fnr(FODSELSNUMMER)],
    name: [{ use: 'official', family: 'Testesen', given: ['Kari'], extension: [{ url: 'http://hl7.no/fhir/StructureDefinition/no-basis-middlename', valueString: 'Prøve' }] }],
    telecom: [{ system: 'email', value: 'kari@example.org' }, { system: 'phone', value: '+4799999999', use: 'mobile' }],
    gender: 'female',
    birthDate: '2010-04-15',
    address: [{ use: 'home', line: ['Prøveveien 1'], city: 'Oslo', postalCode: '0155', country: 'NO' }],
    ...change,
  };
}

export function bundle(resources: readonly Json[], change: Json = {}): Json {
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })), ...change };
}

export const dateExtension = (name: keyof typeof dateExtensions, valueDateTime: unknown) => ({ url: dateExtensions[name], valueDateTime });

export function read(json: unknown, change: Partial<ReadReferralsOptions> = {}): ReadReferralsResult {
  return readReferrals(json, { ...options, ...change });
}

/** The one referral that must have been accepted. */
export function accepted(json: unknown, change: Partial<ReadReferralsOptions> = {}) {
  const { referrals, refused } = read(json, change);
  if (referrals.length !== 1 || refused.some(({ quarantine }) => quarantine)) {
    throw new Error(`Not accepted: ${JSON.stringify(refused.map(({ issues }) => issues))}`);
  }
  return referrals[0] as (typeof referrals)[number];
}

/** The one referral that must have been refused. */
export function refused(json: unknown, change: Partial<ReadReferralsOptions> = {}): RefusedReferral {
  const result = read(json, change);
  if (result.referrals.length > 0 || result.refused.length !== 1) {
    throw new Error(`Expected one refusal: ${JSON.stringify(result)}`);
  }
  return result.refused[0] as RefusedReferral;
}

/** `reason expression` of the issues with the severity. */
export function told(issues: readonly { severity: string; reason: string; expression?: string }[], severity: string): string[] {
  return issues.filter((issue) => issue.severity === severity).map(({ reason, expression }) => `${reason} ${expression}`);
}
