/** A line of a file, by column. */
export interface CsvLine {
  /** As an editor counts: the names of the columns are line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What was read of a file; `fault` when nothing could be. */
export type CsvFile = { readonly lines: readonly CsvLine[]; readonly fault?: undefined } | { readonly fault: string };

/**
 * Reads a file with named columns, separated by semicolon or comma, with quotes as in RFC 4180. Unknown columns are an error: one that is spelt
 * wrong would otherwise be left out unnoticed.
 */
export function readCsv(text: string, columns: readonly string[]): CsvFile {
  const [head, ...rows] = recordsOf(text.replace(/^\uFEFF/, ''));
  if (head === undefined) return { fault: 'Filen er tom.' };
  const names = head.cells.map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.length > 0) return { fault: `Ukjente kolonner: ${unknown.join(', ')}. Kjente: ${columns.join(', ')}.` };
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) return { fault: `Kolonner mangler: ${missing.join(', ')}.` };
  return {
    lines: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(({ line, cells }) => ({ line, cells: Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim()])) })),
  };
}

function recordsOf(text: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const separator = /^[^\n]*;/.test(text) ? ';' : ',';
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begins = 1;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  const endRecord = (): void => {
    endCell();
    records.push({ line: begins, cells });
    cells = [];
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!;
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[(i += 1)]!;
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) endCell();
    else if (char === '\n') {
      endRecord();
      begins = line;
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endRecord();
  return records;
}
