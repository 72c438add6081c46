import { canonicalSystem } from '@forlop/contracts';
import { field, Findings, isObject, object, objects, text, type Node } from './node.js';

/** What a Reference leads to: a resource that was sent along, an identifier, a name, or only an address. */
export interface Target {
  /** The Reference itself. */
  readonly at: Node;
  readonly resource?: Node;
  /** The Identifier by which the target is named (Reference.identifier, or a conditional reference's). */
  readonly identifier?: Node;
  readonly display?: string;
  /** `Patient`, `Practitioner` …: of the resource, else as the Reference says. */
  readonly type?: string;
}

const VERSION = /\/_history\/[^/]+$/;
const RELATIVE = /(^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})$/;
const CONDITIONAL = /^([A-Z][A-Za-z]+)\?identifier=([^|&]+)\|([^&]+)$/;

function add(map: Map<string, Node[]>, key: string, node: Node): void {
  const known = map.get(key);
  if (known) {
    known.push(node);
  } else {
    map.set(key, [node]);
  }
}

/** The one node of a key; several that differ are no answer. */
function only(nodes: readonly Node[] | undefined): Node | undefined {
  return nodes?.length === 1 ? nodes[0] : undefined;
}

function typeOf(resource: Node | undefined): string | undefined {
  const type = isObject(resource?.value) ? resource.value.resourceType : undefined;
  return typeof type === 'string' ? type : undefined;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) {
      return undefined;
    }
    throw error;
  }
}

/** The resources of one Bundle, by every address that a Reference in it may use (R4, Resolving references in Bundles). */
export class ResourceIndex {
  private readonly byUrl = new Map<string, Node[]>();
  private readonly byTypeAndId = new Map<string, Node[]>();
  private readonly byIdentifier = new Map<string, Node[]>();
  private readonly containedIn = new WeakMap<object, ReadonlyMap<unknown, Node>>();

  /** Makes a resource findable. What in it is malformed is reported when it is read, not here. */
  add(resource: Node, fullUrl: string | undefined): void {
    const silent = new Findings();
    const type = typeOf(resource);
    const id = text(resource, 'id', silent);
    if (fullUrl !== undefined) {
      add(this.byUrl, fullUrl.replace(VERSION, ''), resource);
    }
    if (type !== undefined && id !== undefined) {
      add(this.byTypeAndId, `${type}/${id}`, resource);
    }
    for (const identifier of objects(resource, 'identifier', silent)) {
      const key = identifierKey(type, identifier);
      if (key !== undefined) {
        add(this.byIdentifier, key, resource);
      }
    }
  }

  /** Follows a Reference that stands in `container` (for `#id`), from an entry with the given fullUrl. */
  resolve(reference: Node, container: Node, fullUrl: string | undefined, findings: Findings): Target {
    const address = text(reference, 'reference', findings);
    const display = text(reference, 'display', findings);
    const statedType = text(reference, 'type', findings);
    const conditional = address === undefined ? undefined : conditionalIdentifier(address, reference);
    const identifier = object(reference, 'identifier', findings) ?? conditional?.identifier;
    const type = statedType ?? conditional?.type ?? (address === undefined ? undefined : RELATIVE.exec(address)?.[2]);
    const resource =
      (address === undefined ? undefined : this.byAddress(address, container, fullUrl)) ??
      (identifier && only(this.byIdentifier.get(identifierKey(type, identifier) ?? '')));
    const found = typeOf(resource) ?? type;
    return { at: reference, ...(resource && { resource }), ...(identifier && { identifier }), ...(display && { display }), ...(found && { type: found }) };
  }

  /** The contained resources of a resource, by id. */
  private contained(container: Node): ReadonlyMap<unknown, Node> {
    const known = this.containedIn.get(container.value as object);
    if (known) {
      return known;
    }
    const byId = new Map(objects(container, 'contained', new Findings()).map((resource) => [field(resource, 'id')?.value, resource]));
    this.containedIn.set(container.value as object, byId);
    return byId;
  }

  private byAddress(address: string, container: Node, fullUrl: string | undefined): Node | undefined {
    if (address.startsWith('#')) {
      return this.contained(container).get(address.slice(1));
    }
    const plain = address.replace(VERSION, '');
    const relative = RELATIVE.exec(plain);
    const base = fullUrl?.replace(VERSION, '').replace(RELATIVE, '$1');
    return (
      only(this.byUrl.get(plain)) ??
      (relative?.index === 0 && base !== undefined ? only(this.byUrl.get(base + plain)) : undefined) ??
      (relative?.index === 0 ? only(this.byTypeAndId.get(plain)) : undefined)
    );
  }
}

function identifierKey(type: string | undefined, identifier: Node): string | undefined {
  const silent = new Findings();
  const system = text(identifier, 'system', silent);
  const value = text(identifier, 'value', silent);
  return system === undefined || value === undefined ? undefined : JSON.stringify([type, canonicalSystem(system), value.trim()]);
}

/** `Patient?identifier=system|value`, as a transaction may refer, names the target by its identifier. */
function conditionalIdentifier(address: string, reference: Node): { type: string; identifier: Node } | undefined {
  const match = CONDITIONAL.exec(address);
  const [type, system, value] = [match?.[1], decoded(match?.[2] ?? ''), decoded(match?.[3] ?? '')];
  return type && system && value ? { type, identifier: { value: { system, value }, path: `${reference.path}.reference` } } : undefined;
}
