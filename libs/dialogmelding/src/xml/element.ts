import type { XmlElement, XmlNode } from 'libxml2-wasm';
import { fault, Unreadable } from '../parsed.js';

/** So many children of one name no message has: reading each of them would hold the process up. */
const MAX_CHILDREN = 1000;

/** One element of a document that is being read. Names are local: the readers know the namespace of what they stand in. */
export class Element {
  constructor(
    private readonly node: XmlElement,
    readonly path: string,
  ) {}

  get name(): string {
    return this.node.name;
  }

  get namespace(): string {
    return this.node.namespaceUri;
  }

  get line(): number {
    return this.node.line;
  }

  /** The children in this element's own namespace with a name, or all children without one. Throws `Unreadable` if they are more than a thousand. */
  children(name?: string): Element[] {
    const named = name === undefined ? '*' : `*[local-name()='${name}' and namespace-uri()=namespace-uri(..)]`;
    const found = this.node.find(`${named}[position() <= ${MAX_CHILDREN + 1}]`);
    if (found.length > MAX_CHILDREN) throw this.unreadable('invalid', `Elementet har mer enn ${MAX_CHILDREN} ${name ?? 'elementer'} i seg.`);
    return (found as XmlNode[] as XmlElement[]).map((child) => new Element(child, `${this.path}/${child.name}`));
  }

  /** The first child at the end of a path of names; null if it is not there. */
  child(...names: readonly string[]): Element | null {
    return names.reduce<Element | null>((at, name) => at?.children(name)[0] ?? null, this);
  }

  /** As `child`, but it must be there. Throws `Unreadable`. */
  need(...names: readonly string[]): Element {
    const found = this.child(...names);
    if (found === null) throw this.unreadable('missing', `Dokumentet mangler ${names.join('/')}.`, `${this.path}/${names.join('/')}`);
    return found;
  }

  /** All text below, as it stands. */
  get text(): string {
    return this.node.content;
  }

  /** Text of a child without outer blanks; null if it is not there or empty. */
  textOf(...names: readonly string[]): string | null {
    const text = this.child(...names)?.text.trim() ?? '';
    return text === '' ? null : text;
  }

  /** As `textOf`, but it must be there and not be empty. Throws `Unreadable`. */
  needText(...names: readonly string[]): string {
    const element = this.need(...names);
    const text = element.text.trim();
    if (text === '') throw element.unreadable('missing', `${names.join('/')} er tomt.`);
    return text;
  }

  /** An attribute without outer blanks; null if it is not there or empty. */
  attribute(name: string): string | null {
    const value = this.node.attr(name)?.value.trim() ?? '';
    return value === '' ? null : value;
  }

  unreadable(code: 'missing' | 'invalid' | 'unknown-document', sentence: string, path = this.path): Unreadable {
    return new Unreadable(fault(code, sentence, { line: this.line, path }));
  }
}
