import { isError, type Issue } from './outcome.js';
import type { ReasonCode } from './reasons.js';

/** A value somewhere in what was sent, with its FHIRPath from the root. What was sent may have any type anywhere. */
export interface Node {
  readonly value: unknown;
  readonly path: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects what the sender is told. Readers report here and go on, so that one answer names every fault. */
export class Findings {
  /** Reason and expression of what has been told. */
  private readonly told: Map<string, Issue>;
  private readonly worst: 'error' | 'warning';

  constructor(parent?: Findings) {
    this.told = parent?.told ?? new Map<string, Issue>();
    this.worst = parent ? 'warning' : 'error';
  }

  /** The same findings for a part that a referral can do without: its errors become warnings. */
  lenient(): Findings {
    return new Findings(this);
  }

  error(reason: ReasonCode, at: Node | string, text: string): void {
    this.add({ severity: this.worst, reason, expression: pathOf(at), text });
  }

  warning(reason: ReasonCode, at: Node | string, text: string): void {
    this.add({ severity: 'warning', reason, expression: pathOf(at), text });
  }

  information(reason: ReasonCode, at: Node | string, text: string): void {
    this.add({ severity: 'information', reason, expression: pathOf(at), text });
  }

  /** The first fault of an element is told; later ones of the same kind there say nothing new. */
  add(issue: Issue): void {
    const key = `${issue.reason} ${issue.expression}`;
    if (!this.told.has(key)) {
      this.told.set(key, issue);
    }
  }

  all(): readonly Issue[] {
    return [...this.told.values()];
  }

  errors(): readonly Issue[] {
    return this.all().filter(isError);
  }
}

function pathOf(at: Node | string): string {
  return typeof at === 'string' ? at : at.path;
}

/** The element as it is, or undefined when it is not there. */
export function field(node: Node, name: string): Node | undefined {
  if (!isObject(node.value) || !Object.hasOwn(node.value, name) || node.value[name] === undefined) {
    return undefined;
  }
  return { value: node.value[name], path: `${node.path}.${name}` };
}

/** The element as an object; anything else is reported and counts as missing. */
export function object(node: Node, name: string, findings: Findings): Node | undefined {
  const child = field(node, name);
  if (child && !isObject(child.value)) {
    findings.error('ugyldig-struktur', child, 'Elementet skal være et objekt.');
    return undefined;
  }
  return child;
}

/** The elements of a repeating element that are objects; anything else is reported and counts as missing. */
export function objects(node: Node, name: string, findings: Findings): Node[] {
  return items(node, name, findings).filter((item) => {
    if (!isObject(item.value)) {
      findings.error('ugyldig-struktur', item, 'Elementet skal være et objekt.');
    }
    return isObject(item.value);
  });
}

/** The elements of a repeating element, whatever they are. */
export function items(node: Node, name: string, findings: Findings): Node[] {
  const child = field(node, name);
  if (!child) {
    return [];
  }
  if (!Array.isArray(child.value)) {
    findings.error('ugyldig-struktur', child, 'Elementet skal være en liste.');
    return [];
  }
  return child.value.map((value: unknown, i) => ({ value, path: `${child.path}[${i}]` }));
}

/** The element as a text with something in it; another type is reported, an empty text counts as missing. */
export function text(node: Node, name: string, findings: Findings): string | undefined {
  const child = field(node, name);
  return child && textOf(child, findings);
}

/** The node's own value as {@link text} reads it. */
export function textOf(node: Node, findings: Findings): string | undefined {
  if (typeof node.value !== 'string') {
    findings.error('ugyldig-struktur', node, 'Elementet skal være en tekst.');
    return undefined;
  }
  return /\S/.test(node.value) ? node.value : undefined;
}

/** A true/false element; another type is reported and counts as missing. */
export function flag(node: Node, name: string, findings: Findings): boolean | undefined {
  const child = field(node, name);
  if (child && typeof child.value !== 'boolean') {
    findings.error('ugyldig-struktur', child, 'Elementet skal være true eller false.');
    return undefined;
  }
  return child?.value as boolean | undefined;
}
