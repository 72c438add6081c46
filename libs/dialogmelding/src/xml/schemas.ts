import { readFileSync } from 'node:fs';
import { XmlDocument, XmlElement, XmlValidateError, XsdValidator, xmlRegisterInputProvider, type XmlNode } from 'libxml2-wasm';
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

/** An OID is short. Its pattern in the schemas, `(\d+\.?)*\d+`, takes time that grows with the square of a long one's length: it is not tried. */
const LONG_OID = "//@S[string-length() > 128] | //*[local-name()='OidRef'][string-length() > 128]";

/** The validator's complaint without the value it complains of, which may be the patient's: from the first quote to the last. */
function withoutContent(message: string): string {
  const plain = message.replace(/\{[^}]*\}/g, '').replace(/\s+/g, ' ').trim();
  const [subject = ''] = /^Element '[^']*'(, attribute '[^']*')?:/.exec(plain) ?? [];
  const complaint = plain.slice(subject.length);
  return `${subject}${/value|facet/.test(complaint) ? complaint.replace(/'.*'/, '…') : complaint}`.slice(0, 300);
}

/** The names from the root to a node, as `Element` has them. */
function namesTo(node: XmlNode | null): string {
  const names: string[] = [];
  for (let at: XmlNode | null = node; at !== null; at = at.parent) if (at instanceof XmlElement) names.unshift(at.name);
  return `/${names.join('/')}`;
}

/** What in a document departs from its schema, at most ten; empty if nothing does. */
export function schemaFaults(document: XmlDocument, name: SchemaName): DocumentFault[] {
  const longOid = document.get(LONG_OID);
  if (longOid !== null) return [fault('schema', 'Dokumentet følger ikke skjemaet: en OID er for lang.', { line: (longOid.parent ?? longOid).line })];
  try {
    validatorOf(name).validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    const details = error.details.length > 0 ? error.details : [{ message: error.message, line: 0, xpath: undefined }];
    return details.slice(0, MAX_FAULTS).map((detail) =>
      fault('schema', `Dokumentet følger ikke skjemaet: ${withoutContent(detail.message)}`, {
        ...(detail.line > 0 ? { line: detail.line } : {}),
        ...(detail.xpath === undefined ? {} : { path: namesTo(document.get(detail.xpath)) }),
      }),
    );
  }
}
