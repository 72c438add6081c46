import { isUtf8 } from 'node:buffer';
import { fault, Unreadable } from '../parsed.js';

/** What a post of 35 MB (the limit of EDI 2.0) can hold in base64. */
export const MAX_DOCUMENT_BYTES = 26_250_000;

/** Encodings that the health network's systems have been seen to declare. The older ones are read as windows-1252, which contains them. */
const ENCODINGS: ReadonlyMap<string, 'utf-8' | 'windows-1252'> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
]);

const DECLARATION = /^<\?xml\s[^>]*\?>/;
const MISC = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;

/** The line that is not UTF-8, from 1. */
function brokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
  return line;
}

function declaredEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declaration = DECLARATION.exec(start)?.[0] ?? '';
  return (/\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? 'utf-8').toLowerCase();
}

function decoded(bytes: Uint8Array): string {
  const declared = declaredEncoding(bytes);
  const encoding = ENCODINGS.get(declared);
  if (encoding === undefined) throw new Unreadable(fault('encoding', 'Dokumentet oppgir et tegnsett som ikke brukes i helsenettet. Det må være UTF-8.', { line: 1 }));
  if (encoding === 'utf-8' && !isUtf8(bytes)) throw new Unreadable(fault('encoding', 'Dokumentet sier at det er UTF-8, men har tegn som ikke er det.', { line: brokenLine(bytes) }));
  return new TextDecoder(encoding).decode(bytes);
}

/** So many tags, or quotes around attributes, no message has, whatever is attached to it: reading them would hold the process up. */
const MAX_MARKUP = 100_000;

function occursMoreOften(text: string, part: string, limit: number): boolean {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0 && found <= limit; at = text.indexOf(part, at + part.length)) found += 1;
  return found > limit;
}

function refuseTooMuchMarkup(text: string): void {
  if (['<', '"', "'"].some((part) => occursMoreOften(text, part, MAX_MARKUP))) throw new Unreadable(fault('too-large', 'Dokumentet har flere elementer eller attributter enn noen melding har.'));
}

/** Nothing but comments and instructions may stand before the root: a DOCTYPE brings entities, which no message has. */
function refuseDoctype(text: string): void {
  MISC.lastIndex = 0;
  let at = 0;
  while (MISC.test(text)) at = MISC.lastIndex;
  if (text.startsWith('<!DOCTYPE', at)) {
    throw new Unreadable(fault('doctype', 'Dokumentet har en DOCTYPE. Det godtas ikke, fordi den kan hente inn eller blåse opp innhold.', { line: text.slice(0, at).split('\n').length }));
  }
}

/**
 * A document's text, of which the XML declaration is blanked out (what it says of the encoding is no longer true) and the lines keep their numbers.
 * Throws `Unreadable`: empty, too large, in another encoding than it says, or with a DOCTYPE.
 */
export function decodeDocument(bytes: Uint8Array, maxBytes: number): string {
  if (bytes.length > maxBytes) throw new Unreadable(fault('too-large', `Dokumentet er på ${bytes.length} byte. Grensen er ${maxBytes}.`));
  const withMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decoded(withMark ? bytes.subarray(3) : bytes);
  if (text.trim() === '') throw new Unreadable(fault('empty', 'Dokumentet er tomt.'));
  const plain = text.replace(DECLARATION, (declaration) => declaration.replace(/[^\n]/g, ' '));
  refuseDoctype(plain);
  refuseTooMuchMarkup(plain);
  return plain;
}
