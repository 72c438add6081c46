import { escapeAttribute, escapeText, withXmlLineEnds } from '../xml/escape.js';

/** A piece of a document, as lines. */
export type Xml = readonly string[];

type Attributes = Readonly<Record<string, string | null | undefined>>;

function opening(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null || value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`]));
  return `${name}${written.join('')}`;
}

/** An element with others in it. */
export function element(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  const inner = content.flat();
  return inner.length === 0 ? [`<${opening(name, attributes)}/>`] : [`<${opening(name, attributes)}>`, ...inner, `</${name}>`];
}

/** An element with text, or nothing at all if there is no text. */
export function textElement(name: string, text: string | null, attributes: Attributes = {}): Xml {
  return text === null ? [] : [`<${opening(name, attributes)}>${escapeText(withXmlLineEnds(text))}</${name}>`];
}

/** A whole document in UTF-8, as EDI 2.0 wants it: with the encoding declared in its first line. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`;
}
