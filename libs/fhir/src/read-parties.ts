import { canonicalSystem, isHprNumber, organisationIdentifierFault, systems, type ReferralOrganisation, type ReferralReferrer } from '@forlop/contracts';
import { object, objects, text, type Findings, type Node } from './node.js';
import { readDisplayName } from './read-person.js';
import type { ResourceIndex, Target } from './references.js';
import { isSystem, organisationSystems } from './systems.js';

/** Where a ServiceRequest stands, for following its references. */
export interface Place {
  readonly request: Node;
  readonly fullUrl: string | undefined;
  readonly index: ResourceIndex;
}

export function follow(reference: Node | undefined, place: Place, findings: Findings): Target | undefined {
  return reference && place.index.resolve(reference, place.request, place.fullUrl, findings);
}

interface Numbered {
  readonly node: Node;
  readonly system: string;
  readonly value: string;
}

/** The identifiers of a target: the one in the Reference, and those of the resource. */
function identifiersOf(target: Target, findings: Findings): Numbered[] {
  const nodes = [...(target.identifier ? [target.identifier] : []), ...(target.resource ? objects(target.resource, 'identifier', findings) : [])];
  return nodes.flatMap((node) => {
    const system = text(node, 'system', findings);
    const value = text(node, 'value', findings);
    return system !== undefined && value !== undefined ? [{ node, system: canonicalSystem(system), value: value.replace(/\s/g, '') }] : [];
  });
}

/** An organisation by its most specific valid number and its name; undefined when the target tells neither. */
function readOrganisation(target: Target, reason: 'ugyldig-mottaker' | 'ugyldig-henviser', findings: Findings): ReferralOrganisation | undefined {
  const numbered = identifiersOf(target, findings).filter(({ system }) => organisationSystems.includes(system));
  const valid = numbered.filter(({ node, system, value }) => {
    const fault = organisationIdentifierFault(system, value);
    if (fault !== undefined) {
      findings.error(reason, `${node.path}.value`, fault);
    }
    return fault === undefined;
  });
  const chosen = organisationSystems.map((system) => valid.find((identifier) => identifier.system === system)).find((identifier) => identifier);
  const name = (target.resource && text(target.resource, 'name', findings)?.trim()) ?? target.display?.trim();
  return chosen || name ? { ...(chosen && { system: chosen.system, value: chosen.value }), ...(name && { name }) } : undefined;
}

/** The resource that a resource refers to, such as the organisation of a PractitionerRole. */
function followFrom(resource: Node, name: string, place: Place, findings: Findings): Target | undefined {
  return follow(object(resource, name, findings), place, findings);
}

function isIdentified(target: Target, findings: Findings): boolean {
  return identifiersOf(target, findings).some(({ system }) => organisationSystems.includes(system));
}

/** The organisation that a target is, belongs to or is provided by. */
function organisationOf(target: Target, place: Place, findings: Findings): Target | undefined {
  if (target.resource && target.type === 'PractitionerRole') {
    return followFrom(target.resource, 'organization', place, findings);
  }
  if (target.resource && target.type === 'HealthcareService' && !isIdentified(target, findings)) {
    return followFrom(target.resource, 'providedBy', place, findings) ?? target;
  }
  return target.type === 'Organization' || target.type === 'HealthcareService' || isIdentified(target, findings) ? target : undefined;
}

/** A person's name: of the resource when it is one that has such a name, else as the Reference shows it. */
function personName(target: Target, findings: Findings): string | undefined {
  const own = target.resource && target.type === 'Practitioner' ? readDisplayName(target.resource, findings) : undefined;
  return (own ?? target.display)?.trim();
}

function readHpr(target: Target, findings: Findings): string | undefined {
  const hpr = identifiersOf(target, findings).find(({ system }) => isSystem(system, systems.hprNumber));
  if (hpr && !isHprNumber(hpr.value)) {
    findings.warning('ugyldig-henviser', `${hpr.node.path}.value`, 'Henviserens HPR-nummer er ikke gyldig. Det er ikke tatt med.');
    return undefined;
  }
  return hpr?.value;
}

/**
 * Who referred (`requester`): a practitioner, a practitioner in a role, or an organisation. A referral can be assessed
 * without it, so what is wrong here is only a warning.
 */
export function readReferrer(request: Node, place: Place, strict: Findings): ReferralReferrer | undefined {
  const findings = strict.lenient();
  const target = follow(object(request, 'requester', findings), place, findings);
  if (!target) {
    return undefined;
  }
  const role = target.type === 'PractitionerRole' ? target : undefined;
  const practitioner = (role?.resource && followFrom(role.resource, 'practitioner', place, findings)) ?? target;
  const organisationTarget = organisationOf(target, place, findings);
  const organisation = organisationTarget && readOrganisation(organisationTarget, 'ugyldig-henviser', findings);
  const hpr = readHpr(practitioner, findings) ?? (role && readHpr(role, findings));
  const isPerson = organisationTarget !== target;
  const name = isPerson ? (personName(practitioner, findings) ?? target.display?.trim()) : undefined;
  return hpr || name || organisation ? { ...(hpr && { hpr }), ...(name && { name }), ...(organisation && { organisation }) } : undefined;
}

/**
 * Who the referral is sent to (`performer`): the first that is an organisation or belongs to one; else the first
 * performer's name. A number that is wrong is an error: it may be meant for somebody else.
 */
export function readReceiver(request: Node, place: Place, findings: Findings): ReferralOrganisation | undefined {
  const targets = objects(request, 'performer', findings).flatMap((reference) => follow(reference, place, findings) ?? []);
  const organisations = targets.flatMap((target) => organisationOf(target, place, findings) ?? []);
  const read = organisations.map((target) => readOrganisation(target, 'ugyldig-mottaker', findings));
  const numbers = new Set(read.flatMap((organisation) => organisation?.value ?? []));
  if (numbers.size > 1) {
    findings.warning('uklar-opplysning', `${request.path}.performer`, 'Henvisningen er sendt til flere virksomheter. Den første er lest som mottaker.');
  }
  const organisation = read.find((one) => one !== undefined);
  const name = organisation ? undefined : targets.map((target) => personName(target, findings.lenient())).find((one) => one);
  return organisation ?? (name ? { name } : undefined);
}
