import { prioritySchema, type Referral, type ReferralPatient, type ReferralPriority } from '@forlop/contracts';
import type { Candidate } from './collect.js';
import { flag, isObject, object, text, type Findings, type Node } from './node.js';
import { readDefinition, readReasons, readText, reportUnread } from './read-content.js';
import { readDates, reportImpossibleDates, type Clock } from './read-dates.js';
import type { RawIdentifier } from './read-identifier.js';
import { follow, readReceiver, readReferrer, type Place } from './read-parties.js';
import { readPatient, reportUnknownModifiers } from './read-patient.js';
import { readSource } from './source.js';
import { structuralIssues } from './structure.js';

/** All that could be read of a referral; a part that could not be read is absent. */
export type PartialReferral = Partial<Omit<Referral, 'patient'>> & { readonly patient: Partial<ReferralPatient> };

export interface ReadOptions extends Clock {
  /** False refuses numbers of the test series. */
  readonly acceptSynthetic: boolean;
}

export interface ReadRequest {
  readonly referral: PartialReferral;
  readonly identifiers: readonly RawIdentifier[];
}

const statusTexts: Readonly<Record<string, string>> = {
  draft: 'Henvisningen er et utkast (draft).',
  'on-hold': 'Henvisningen er satt på vent (on-hold).',
  revoked: 'Henvisningen er trukket tilbake (revoked).',
  completed: 'Henvisningen er alt gjennomført (completed).',
  'entered-in-error': 'Henvisningen er registrert ved en feil (entered-in-error).',
  unknown: 'Henvisningens status er ukjent (unknown).',
};
const intents = new Set(['proposal', 'plan', 'directive', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option']);

function reportStatus(request: Node, findings: Findings): void {
  const status = text(request, 'status', findings);
  const at = `${request.path}.status`;
  if (status === undefined) {
    findings.error('ugyldig-struktur', at, 'Elementet er påkrevd i FHIR R4 og mangler.');
  } else if (status !== 'active') {
    const known = Object.hasOwn(statusTexts, status) ? statusTexts[status] : undefined;
    findings.error(known ? 'ikke-aktiv' : 'ukjent-kode', at, known ?? 'Henvisningens status er ikke en av kodene i FHIR R4.');
  }
}

function reportIntent(request: Node, findings: Findings): void {
  const intent = text(request, 'intent', findings);
  const at = `${request.path}.intent`;
  if (intent === undefined) {
    findings.error('ugyldig-struktur', at, 'Elementet er påkrevd i FHIR R4 og mangler.');
  } else if (!intents.has(intent)) {
    findings.error('ukjent-kode', at, 'Henvisningens intent er ikke en av kodene i FHIR R4.');
  } else if (intent !== 'order') {
    findings.error('ikke-bestilling', at, `Henvisningen er ikke en bestilling: intent er ${intent}, ikke order.`);
  }
  if (flag(request, 'doNotPerform', findings) === true) {
    findings.error('skal-ikke-utfores', `${request.path}.doNotPerform`, 'Henvisningen sier at tjenesten ikke skal utføres (doNotPerform).');
  }
}

function readPriority(request: Node, findings: Findings): ReferralPriority | undefined {
  const code = text(request, 'priority', findings);
  const priority = prioritySchema.safeParse(code);
  if (code !== undefined && !priority.success) {
    findings.error('ukjent-kode', `${request.path}.priority`, 'Hastegraden er ikke en av kodene routine, urgent, asap og stat.');
  }
  return priority.data;
}

/**
 * Reads a ServiceRequest, or something that may have been meant as one, as far as it goes. What is wrong is told in
 * `findings`; the referral can be accepted only when they hold no error.
 */
export function readServiceRequest(candidate: Candidate, options: ReadOptions, findings: Findings): ReadRequest {
  const { node: request, fullUrl, index } = candidate;
  const place: Place = { request, fullUrl, index };
  reportStatus(request, findings);
  reportIntent(request, findings);
  const subject = follow(object(request, 'subject', findings), place, findings);
  const { patient, identifiers } = readPatient(subject, request, options, findings);
  const read = readDates(request, options, findings);
  reportImpossibleDates(read, patient.birthDate, findings);
  const priority = readPriority(request, findings);
  const referrer = readReferrer(request, place, findings);
  const receiver = readReceiver(request, place, findings);
  const reasons = readReasons(place, findings);
  const text = readText(request, reasons.words, findings);
  const definition = readDefinition(request, findings);
  reportUnread(request, findings);
  reportUnknownModifiers(request, findings);
  if (isObject(request.value) && request.value.resourceType === 'ServiceRequest') {
    structuralIssues(request.value, request.path).forEach((issue) => findings.add(issue));
  }
  const referral: PartialReferral = {
    source: readSource(candidate, patient, identifiers, findings),
    patient,
    ...(referrer && { referrer }),
    ...(receiver && { receiver }),
    ...read.dates,
    ...(priority && { priority }),
    reasonCodes: [...reasons.codes],
    ...(text && { text }),
    ...(definition && { definition }),
  };
  return { referral, identifiers };
}
