import { ParseOption, XmlDocument, XmlLibError } from 'libxml2-wasm';
import { fault, Unreadable, type Parsed } from '../parsed.js';
import { decodeDocument, MAX_DOCUMENT_BYTES } from './decode.js';
import { Element } from './element.js';
import { schemaFaults, type SchemaName } from './schemas.js';

/** A document that is open: its root, and what departs from a schema. */
export interface OpenDocument {
  readonly root: Element;
  schemaFaults(name: SchemaName): ReturnType<typeof schemaFaults>;
}

// An attachment may be one text of more than the usual 10 MB. There is no DOCTYPE, so no entity that could grow; the size is limited before.
const OPTIONS = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_NOCDATA;

function parseXml(text: string): XmlDocument {
  try {
    return XmlDocument.fromString(text, { option: OPTIONS });
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [first] = error.details;
    throw new Unreadable(fault('not-well-formed', 'Dokumentet er ikke velformet XML: det er avkortet eller ødelagt.', first === undefined ? {} : { line: first.line }));
  }
}

/** Opens a document, reads it with `read`, and closes it. Every fault of the document comes back as such. */
export function withDocument<T>(bytes: Uint8Array, read: (document: OpenDocument) => T, maxBytes = MAX_DOCUMENT_BYTES): Parsed<T> {
  let document: XmlDocument | undefined;
  try {
    const opened = parseXml(decodeDocument(bytes, maxBytes));
    document = opened;
    return { ok: true, value: read({ root: new Element(opened.root, `/${opened.root.name}`), schemaFaults: (name) => schemaFaults(opened, name) }) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, fault: error.fault };
    throw error;
  } finally {
    document?.dispose();
  }
}
