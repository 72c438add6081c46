// C0 and C1 controls but tab and newline, lone surrogates, and the two characters that XML has not.
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Where the first character stands that no message may carry; null if there is none. */
export function refusedCharacterAt(text: string): number | null {
  const found = REFUSED.exec(text);
  return found === null ? null : found.index;
}

/** Line ends as XML has them: every reader turns `\r\n` and `\r` into `\n`. */
export function withXmlLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

/** Text as the content of an element. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character] as string);
}

/** Text as the value of an attribute in double quotes; tabs and line ends survive the reader's normalisation. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n]/g, (character) => ESCAPES[character] as string);
}
