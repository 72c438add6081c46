import { readFileSync } from 'node:fs';
import { XmlDocument, XmlValidateError, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { fault, type DocumentFault } from '../parsed.js';

/** The documents that there is a schema of. */
export type SchemaName = 'business-document' | 'AppRec-v1.0';

const folder = new URL('../xsd/', import.meta.url);
const SHIPPED = /^(?:\.\/)?(MsgHead-v1_2|dialogmelding|kith-base64|kith|felleskomponent1|xmldsig-core-schema)\.xsd$/;

/** The schemas' imports come from this package's folder; whatever else is asked for does not exist: nothing is fetched. */
function shippedFilesOnly(): void {
  const open = new Map<number, { bytes: Uint8Array; at: number }>();
  let next = 1;
  xmlRegisterInputProvider({
    match: () => true,
    open: (name) => {
      if (!SHIPPED.test(name)) return undefined;
      open.set(next, { bytes: readFileSync(new URL(name, folder)), at: 0 });
      return next++;
    },
    read: (file, into) => {
      const source = open.get(file);
      if (source === undefined) return -1;
      const part = source.bytes.subarray(source.at, source.at + into.byteLength);
      into.set(part);
      source.at += part.length;
      return part.length;
    },
    close: (file) => open.delete(file),
  });
}

const validators = new Map<SchemaName, XsdValidator>();

/** Read once and kept for the process's life. */
function validatorOf(name: SchemaName): XsdValidator {
  let validator = validators.get(name);
  if (validator === undefined) {
    if (validators.size === 0) shippedFilesOnly();
    const source = XmlDocument.fromBuffer(readFileSync(new URL(`${name}.xsd`, folder)), { url: `${name}.xsd` });
    validator = XsdValidator.fromDoc(source);
    source.dispose();
    validators.set(name, validator);
  }
  return validator;
}

const MAX_FAULTS = 10;

/** The validator's complaint without the value it complains of: that may be the patient's. */
function withoutContent(message: string): string {
  return message
    .replace(/\{[^}]*\}/g, '')
    .replace(/'[^']*' is not (a valid value|an element of the set)/g, 'the value is not $1')
    .replace(/The value '[\s\S]*?'( (?:has|does|is|must))/g, 'The value$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

/** What in a document departs from its schema, at most ten; empty if nothing does. */
export function schemaFaults(document: XmlDocument, name: SchemaName): DocumentFault[] {
  try {
    validatorOf(name).validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    const details = error.details.length > 0 ? error.details : [{ message: error.message, line: 0, xpath: undefined }];
    return details.slice(0, MAX_FAULTS).map((detail) =>
      fault('schema', `Dokumentet følger ikke skjemaet: ${withoutContent(detail.message)}`, {
        ...(detail.line > 0 ? { line: detail.line } : {}),
        ...(detail.xpath === undefined ? {} : { path: detail.xpath.replace(/\*(\[\d+\])?/g, '*$1') }),
      }),
    );
  }
}
