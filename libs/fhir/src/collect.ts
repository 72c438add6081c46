import { field, Findings, isObject, items, type Node } from './node.js';
import { ResourceIndex } from './references.js';
import { loadFhirDefinitions } from './structure.js';
import type { Issue } from './outcome.js';

/** A ServiceRequest in what was sent, or something that may have been meant as one. */
export interface Candidate {
  readonly node: Node;
  /** `Bundle.entry.fullUrl`. */
  readonly fullUrl?: string;
  readonly index: ResourceIndex;
  /** Why it cannot be accepted whatever it holds. */
  readonly fault?: Issue;
}

/** Something that is certainly not a referral. */
export interface NotReferral {
  readonly path: string;
  readonly issue: Issue;
}

export interface Collected {
  readonly candidates: readonly Candidate[];
  readonly notReferrals: readonly NotReferral[];
}

/** Bundles that carry something to be acted on; `history` and responses repeat what was sent before, a document is for reading. */
const ACTIONABLE_BUNDLES = new Set(['transaction', 'batch', 'collection', 'message', 'searchset']);
/** Types that are read along with a referral and need no remark of their own. */
const SUPPORTING = new Set(['Patient', 'Practitioner', 'PractitionerRole', 'Organization', 'HealthcareService', 'Condition', 'MessageHeader']);
const DEEPEST_BUNDLE = 3;

interface Entry {
  readonly node: Node;
  readonly fullUrl?: string;
  readonly fault?: Issue;
}

/** Finds every referral in what was sent, and says of the rest what it is. */
export function collect(json: unknown): Collected {
  const type = isObject(json) && typeof json.resourceType === 'string' ? json.resourceType : undefined;
  const root: Node = { value: json, path: type && loadFhirDefinitions().has(type) ? type : '$this' };
  if (type === 'Bundle') {
    return collectBundle(root, 1, undefined);
  }
  return classify({ node: root }, new ResourceIndex(), true);
}

function nothing(): Collected {
  return { candidates: [], notReferrals: [] };
}

function notReferral(path: string, severity: Issue['severity'], reason: Issue['reason'], text: string): Collected {
  return { candidates: [], notReferrals: [{ path, issue: { severity, reason, expression: path, text } }] };
}

/** `alone`: sent by itself, so that something other than a referral is an error and not only a remark. */
function classify({ node, fullUrl, fault }: Entry, index: ResourceIndex, alone: boolean): Collected {
  if (!isObject(node.value) && !(Array.isArray(node.value) && node.value.length > 0)) {
    return notReferral(node.path, 'error', 'ugyldig-json', 'Det som er sendt, er ikke en FHIR-ressurs.');
  }
  const type = isObject(node.value) ? node.value.resourceType : undefined;
  if (type === 'ServiceRequest') {
    return { candidates: [{ node, index, ...(fullUrl && { fullUrl }), ...(fault && { fault }) }], notReferrals: [] };
  }
  if (typeof type !== 'string' || !loadFhirDefinitions().has(type)) {
    const unknown: Issue = { severity: 'error', reason: 'ukjent-ressurstype', expression: node.path, text: unknownType(type) };
    return { candidates: [{ node, index, fault: unknown }], notReferrals: [] };
  }
  if (SUPPORTING.has(type) && !alone) {
    return nothing();
  }
  return notReferral(node.path, alone ? 'error' : 'information', 'ikke-henvisning', `Ressursen er en ${type} og ikke en henvisning.`);
}

function unknownType(type: unknown): string {
  return type === undefined ? 'Ressursen mangler resourceType.' : 'Ressursens resourceType finnes ikke i FHIR R4.';
}

function structureFault(path: string, text: string): Issue {
  return { severity: 'error', reason: 'ugyldig-struktur', expression: path, text };
}

/** The resource of an entry. One that was put there without `resource` around it is kept, with a fault. */
function entryOf({ value, path }: Node): Entry | undefined {
  if (!isObject(value) || Object.hasOwn(value, 'resourceType')) {
    return { node: { value, path }, fault: structureFault(path, 'Ressursen skal ligge i entry.resource.') };
  }
  if (value.resource === undefined) {
    return undefined;
  }
  const fullUrl = typeof value.fullUrl === 'string' && value.fullUrl !== '' ? value.fullUrl : undefined;
  return { node: { value: value.resource, path: `${path}.resource` }, ...(fullUrl && { fullUrl }) };
}

/** The entries that hold something. A single entry that is not in a list is read too, with a fault. */
function entriesOf(bundle: Node): Entry[] {
  const entry = field(bundle, 'entry');
  if (!entry || Array.isArray(entry.value)) {
    return items(bundle, 'entry', new Findings()).flatMap((item) => entryOf(item) ?? []);
  }
  const only = entryOf(entry);
  return only ? [{ ...only, fault: structureFault(entry.path, 'Bundle.entry skal være en liste.') }] : [];
}

function bundleFault(bundle: Node): Issue | undefined {
  const type = isObject(bundle.value) ? bundle.value.type : undefined;
  return typeof type === 'string' && ACTIONABLE_BUNDLES.has(type)
    ? undefined
    : { severity: 'error', reason: 'feil-bundletype', expression: `${bundle.path}.type`, text: 'Henvisninger tas ikke imot i en Bundle av denne typen.' };
}

/** `inherited`: the fault of the Bundle around this one. */
function collectBundle(bundle: Node, depth: number, inherited: Issue | undefined): Collected {
  if (depth > DEEPEST_BUNDLE) {
    const fault: Issue = { severity: 'error', reason: 'for-dypt', expression: bundle.path, text: 'Det ligger for mange Bundle inni hverandre.' };
    return { candidates: [{ node: bundle, index: new ResourceIndex(), fault }], notReferrals: [] };
  }
  const entries = entriesOf(bundle);
  const index = new ResourceIndex();
  entries.forEach(({ node, fullUrl }) => index.add(node, fullUrl));
  const fault = inherited ?? bundleFault(bundle);
  const parts = entries.map((entry) =>
    isObject(entry.node.value) && entry.node.value.resourceType === 'Bundle'
      ? collectBundle(entry.node, depth + 1, fault)
      : classify({ ...entry, ...(fault && { fault }) }, index, false),
  );
  const found = { candidates: parts.flatMap((part) => part.candidates), notReferrals: parts.flatMap((part) => part.notReferrals) };
  if (found.candidates.length > 0 || depth > 1) {
    return found;
  }
  const none = notReferral(bundle.path, 'error', 'ingen-henvisning', 'Bundle inneholder ingen henvisning (ServiceRequest).');
  return { candidates: [], notReferrals: [...none.notReferrals, ...found.notReferrals] };
}
