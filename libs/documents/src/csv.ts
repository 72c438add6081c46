/** Signs that make a spreadsheet take a cell for a formula (OWASP, CSV Injection). */
const formula = /^\s*[=+\-@\t\r|%]/;
/** Spreadsheets read UTF-8 as such when the file says so. */
const byteOrderMark = '\uFEFF';

/**
 * Lines as a file that spreadsheets open: semicolons, as Norwegian ones want, every cell in quotes, and an apostrophe before what they would take
 * for a formula.
 */
export const csvOf = (lines: readonly (readonly (string | null)[])[]): string => csvEncoder()(lines);

/** The same, a piece at a time. */
export function csvEncoder(): (lines: readonly (readonly (string | null)[])[]) => string {
  let before = byteOrderMark;
  return (lines) => {
    const text = before + lines.map((cells) => `${cells.map(cellOf).join(';')}\r\n`).join('');
    before = '';
    return text;
  };
}

function cellOf(value: string | null): string {
  const text = value ?? '';
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
