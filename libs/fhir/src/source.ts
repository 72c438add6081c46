import { createHash } from 'node:crypto';
import type { Referral, ReferralPatient } from '@forlop/contracts';
import type { Candidate } from './collect.js';
import { isObject, objects, text, type Findings, type Node } from './node.js';
import type { RawIdentifier } from './read-identifier.js';
import { CONTENT_DIGEST, REFERRAL_UUID } from './systems.js';

/** JSON with sorted keys, so that the same content gives the same digest. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (isObject(value)) {
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Of a ServiceRequest, what changes from sending to sending though the referral is the same. */
const VOLATILE = new Set(['id', 'meta', 'text']);

function contentDigest(request: Node, patient: Partial<ReferralPatient>, identifiers: readonly RawIdentifier[]): string {
  const content = isObject(request.value) ? Object.fromEntries(Object.entries(request.value).filter(([key]) => !VOLATILE.has(key))) : request.value;
  const numbers = identifiers.map(({ system, value }) => [system ?? '', value ?? '']);
  return createHash('sha256').update(canonicalJson([content, patient, numbers])).digest('hex');
}

const HTTP_RESOURCE = /^(https?:\/\/.+\/ServiceRequest)\/([A-Za-z0-9\-.]{1,64})$/;

/**
 * What makes this the same referral when it is sent again: the profile's UUID, else the first identifier that has a system
 * and is not past, else the sender's own address for it. A bare id or an identifier without system may be another
 * sender's too, and mistaking two patients' referrals for one would lose one of them: then a digest of the content.
 */
export function readSource(
  { node: request, fullUrl }: Candidate,
  patient: Partial<ReferralPatient>,
  raw: readonly RawIdentifier[],
  findings: Findings,
): Referral['source'] {
  const identifiers = objects(request, 'identifier', findings).flatMap((node) => {
    const [system, id] = [text(node, 'system', findings)?.trim(), text(node, 'value', findings)?.trim()];
    return system && id && text(node, 'use', findings) !== 'old' ? [{ system, id }] : [];
  });
  const chosen = identifiers.find(({ system }) => system === REFERRAL_UUID) ?? identifiers[0];
  const address = HTTP_RESOURCE.exec(fullUrl ?? '');
  if (chosen) {
    return { kind: 'fhir', ...chosen };
  }
  if (address) {
    return { kind: 'fhir', system: address[1] as string, id: address[2] as string };
  }
  findings.information('uten-identifikator', request, 'Henvisningen har ingen identifikator med system. Den kjennes igjen på innholdet.');
  return { kind: 'fhir', system: CONTENT_DIGEST, id: contentDigest(request, patient, raw) };
}
