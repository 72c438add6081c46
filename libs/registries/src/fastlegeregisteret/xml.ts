import { SaxesParser } from 'saxes';

/** An element, by its name in its namespace. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly nil: boolean;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Building {
  readonly name: string;
  readonly namespace: string;
  readonly nil: boolean;
  readonly children: Building[];
  text: string;
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';
/** Deeper than any answer of a registry. */
const mostLevels = 40;

/**
 * Reads well-formed XML. A document type, and with it every entity that somebody could define, is refused.
 * @throws Error when it is not XML, is nested too deep or has a document type.
 */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Building[] = [];
  let root: Building | undefined;
  parser.on('error', (error) => { throw error; });
  parser.on('doctype', () => { throw new Error('a document type is not taken'); });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= mostLevels) throw new Error('nested too deep');
    const nil = Object.values(attributes).some((attribute) => attribute.local === 'nil' && attribute.uri === instance && /^(?:true|1)$/.test(attribute.value));
    const element: Building = { name: local, namespace: uri, nil, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  if (root === undefined) throw new Error('no element');
  return root;
}

/** The first child of that name that is not nil. Namespaces differ between versions of the registry's contracts, and names do not repeat. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name && !candidate.nil);
}

/** The element that a chain of names leads to. */
export function descend(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(child, element);
}

/** The trimmed text of what a chain of names leads to; null when there is none. */
export function textOf(element: XmlElement | undefined, ...names: readonly string[]): string | null {
  const text = descend(element, ...names)?.text.trim();
  return text === undefined || text === '' ? null : text;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as it may stand in XML. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
