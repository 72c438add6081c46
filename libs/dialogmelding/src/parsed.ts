/** Why a document cannot be read; for machines. */
export type DocumentFaultCode =
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'not-well-formed'
  | 'unknown-document'
  | 'schema'
  | 'missing'
  | 'invalid';

/** What is wrong with a document, and where. */
export interface DocumentFault {
  readonly code: DocumentFaultCode;
  /** In bokmål, without anything of the patient: the validator's words quote no content. */
  readonly sentence: string;
  /** Line in the document, from 1; null where the fault is the whole document's. */
  readonly line: number | null;
  /** The element, as a path of names; null where it is not known. */
  readonly path: string | null;
}

/** What was read, or why not. Reading never throws: whoever reads keeps the document and shows the fault to a person. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: DocumentFault };

/** A fault, with its place if it has one. */
export function fault(code: DocumentFaultCode, sentence: string, at: { line?: number; path?: string } = {}): DocumentFault {
  return { code, sentence, line: at.line ?? null, path: at.path ?? null };
}

/** Thrown by the readers below, and turned into a `Parsed` at the door: it never leaves this package. */
export class Unreadable extends Error {
  constructor(readonly fault: DocumentFault) {
    super(fault.sentence);
    this.name = 'Unreadable';
  }
}
