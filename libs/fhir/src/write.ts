import { randomUUID } from 'node:crypto';
import { systems, type Referral, type ReferralOrganisation, type ReferralPatient, type ReferralPriority } from '@forlop/contracts';
import type {
  Bundle, BundleEntry, Extension, HumanName, Identifier, Organization, Patient, Practitioner, PractitionerRole, Reference, ServiceRequest,
} from '@medplum/fhirtypes';
import { CONFIDENTIALITY, dateExtensions, DEFINITION_URI, REFERRAL_PROFILE } from './systems.js';

type DateName = keyof typeof dateExtensions;

/** The profile knows three degrees of urgency; R4's `asap` lies between two of them and is written as the lower. */
const priorities: Readonly<Record<ReferralPriority, NonNullable<ServiceRequest['priority']>>> = { routine: 'routine', urgent: 'urgent', asap: 'urgent', stat: 'stat' };
const genders: Readonly<Record<NonNullable<ReferralPatient['sex']>, NonNullable<Patient['gender']>>> = { kvinne: 'female', mann: 'male', annet: 'other', ukjent: 'unknown' };
const confidentiality = { fortrolig: 'R', strengtFortrolig: 'V' } as const;

function extensions(referral: Referral): Extension[] {
  return (Object.keys(dateExtensions) as DateName[]).flatMap((name) => {
    const date = referral[name];
    return date ? [{ url: dateExtensions[name], valueDateTime: date }] : [];
  });
}

function humanName(name: ReferralPatient['name']): HumanName[] | undefined {
  return name && [{ use: 'official', ...(name.family && { family: name.family }), ...(name.given && { given: name.given.split(' ') }) }];
}

/** The patient as a resource, for what the referral alone cannot say. */
function patientResource({ identifier, birthDate, name, sex, address, phone, protection }: ReferralPatient): Patient {
  const code = protection && protection !== 'ingen' ? confidentiality[protection] : undefined;
  const { lines, ...place } = address ?? {};
  const names = humanName(name);
  return {
    resourceType: 'Patient',
    ...(code && { meta: { security: [{ system: CONFIDENTIALITY, code }] } }),
    ...(identifier && { identifier: [identifier] }),
    ...(names && { name: names }),
    ...(birthDate && { birthDate }),
    ...(sex && { gender: genders[sex] }),
    ...(address && { address: [{ use: 'home', ...(lines && { line: lines }), ...place } as NonNullable<Patient['address']>[number]] }),
    ...(phone && { telecom: [{ system: 'phone', value: phone }] }),
  };
}

function identifierOf({ system, value }: ReferralOrganisation): Identifier | undefined {
  return system && value ? { system, value } : undefined;
}

function organisationReference(organisation: ReferralOrganisation): Reference<Organization> {
  const identifier = identifierOf(organisation);
  return { type: 'Organization', ...(identifier && { identifier }), ...(organisation.name && { display: organisation.name }) };
}

/** The referrer by HPR number and name; the organisation alone when the person is not known. */
function requester({ referrer }: Referral): ServiceRequest['requester'] {
  const { hpr, name, organisation } = referrer ?? {};
  if (hpr || name) {
    return { type: 'Practitioner', ...(hpr && { identifier: { system: systems.hprNumber, value: hpr } }), ...(name && { display: name }) };
  }
  return organisation && organisationReference(organisation);
}

function subject({ patient }: Referral): Pick<ServiceRequest, 'subject' | 'contained'> {
  if (patient.identifier) {
    return { subject: { type: 'Patient', identifier: patient.identifier } };
  }
  return { contained: [{ ...patientResource({ ...patient, protection: undefined }), id: 'pasient' }], subject: { reference: '#pasient', type: 'Patient' } };
}

/**
 * The referral as a ServiceRequest of Norsk helsenett's profile, for tests, demo data and simulators. The profile carries
 * source, the patient's number, the five dates, priority, reasons, text, receiver and the referrer's HPR number and name.
 * A patient without a number, whom the profile cannot carry, is contained.
 * Grounds, function loss, severity and tests have no place in it and are left out.
 */
export function toServiceRequest(referral: Referral): ServiceRequest {
  const by = requester(referral);
  const { source, receiver, reasonCodes, text, definition, priority } = referral;
  return {
    resourceType: 'ServiceRequest',
    meta: { profile: [REFERRAL_PROFILE] },
    ...subject(referral),
    extension: extensions(referral),
    identifier: [{ system: source.system, value: source.id }],
    ...(definition && { instantiatesUri: [DEFINITION_URI + definition] }),
    status: 'active',
    intent: 'order',
    priority: priorities[priority ?? 'routine'],
    ...(by && { requester: by }),
    ...(receiver && { performer: [organisationReference(receiver)] }),
    ...(reasonCodes.length > 0 && { reasonCode: reasonCodes.map(({ display, ...code }) => ({ coding: [{ ...code, ...(display && { display }) }] })) }),
    ...(text && { note: [{ text }] }),
  };
}

type Entry = BundleEntry & { readonly fullUrl: string };

function entry(resource: NonNullable<BundleEntry['resource']>): Entry {
  return { fullUrl: `urn:uuid:${randomUUID()}`, resource, request: { method: 'POST', url: resource.resourceType } };
}

function organisationEntry(organisation: ReferralOrganisation): Entry {
  const identifier = identifierOf(organisation);
  return entry({ resourceType: 'Organization', ...(identifier && { identifier: [identifier] }), ...(organisation.name && { name: organisation.name }) });
}

/** The referrer with an organisation: Practitioner and Organization held together by a PractitionerRole, which comes first. */
function referrerEntries({ hpr, name, organisation }: NonNullable<Referral['referrer']>): Entry[] {
  const at = organisation && organisationEntry(organisation);
  const words = name?.split(' ') ?? [];
  const names = humanName(words.length > 0 ? { given: words.slice(0, -1).join(' '), family: words.at(-1) as string } : undefined);
  const person: Practitioner = { resourceType: 'Practitioner', ...(hpr && { identifier: [{ system: systems.hprNumber, value: hpr }] }), ...(names && { name: names }) };
  const who = hpr || name ? entry(person) : undefined;
  const role: PractitionerRole = {
    resourceType: 'PractitionerRole',
    ...(who && { practitioner: { reference: who.fullUrl } }),
    ...(at && { organization: { reference: at.fullUrl } }),
  };
  return [entry(role), ...(who ? [who] : []), ...(at ? [at] : [])];
}

/** The referral as a transaction Bundle with the patient, the referrer and the receiver as resources of their own. */
export function toReferralBundle(referral: Referral): Bundle {
  const patient = entry(patientResource(referral.patient));
  const referrer = referral.referrer ? referrerEntries(referral.referrer) : [];
  const receiver = referral.receiver && organisationEntry(referral.receiver);
  const { contained: _contained, ...request } = toServiceRequest(referral);
  const resource: ServiceRequest = {
    ...request,
    subject: { type: 'Patient', reference: patient.fullUrl, ...(referral.patient.identifier && { identifier: referral.patient.identifier }) },
    ...(referrer[0] && { requester: { reference: referrer[0].fullUrl } }),
    ...(receiver && { performer: [{ reference: receiver.fullUrl }] }),
  };
  return { resourceType: 'Bundle', type: 'transaction', entry: [entry(resource), patient, ...referrer, ...(receiver ? [receiver] : [])] };
}
