import type { Row, RowFault } from './row.js';

/** How a CSV file is written. */
export interface CsvOptions {
  readonly encoding: string;
  readonly delimiter: string;
}

/** No line of an extract is so long: a quotation mark was opened and never closed. */
const longestRow = 1_000_000;

/**
 * Reads a CSV file (RFC 4180, any of the usual delimiters), piece by piece: memory is that of one piece and one row. Rows come in batches, as many
 * as a piece holds. Empty lines are left out. A quotation mark that is never closed spoils its own line only.
 */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, { encoding, delimiter }: CsvOptions): AsyncGenerator<readonly Row[]> {
  const decoder = new TextDecoder(encoding);
  const reader = new CsvReader(delimiter);
  for await (const piece of bytes) yield reader.take(decoder.decode(piece, { stream: true }));
  yield [...reader.take(decoder.decode()), ...reader.end()];
}

class CsvReader {
  private rest = '';
  private line = 1;
  /** Within a line that was given up for its length. */
  private isSkipping = false;

  constructor(private readonly delimiter: string) {}

  /** The rows that are whole with this piece. */
  take(text: string): Row[] {
    this.rest += text;
    const rows: Row[] = [];
    let at = 0;
    for (;;) {
      const next = this.rowAt(at, rows);
      if (next === null) break;
      at = next;
    }
    this.rest = this.rest.slice(at);
    return rows;
  }

  /** What is left when the file has ended. */
  end(): Row[] {
    const rows: Row[] = [];
    if (this.rest !== '' && !this.rest.endsWith('\n')) this.rest += '\n';
    while (this.rest !== '') {
      const next = this.rowAt(0, rows) ?? this.spoilt(0, rows);
      this.rest = this.rest.slice(next);
    }
    return rows;
  }

  /** Reads the row that begins here; null when it is not whole yet. */
  private rowAt(at: number, rows: Row[]): number | null {
    const newline = this.rest.indexOf('\n', at);
    if (newline === -1) return this.isSkipping || this.rest.length - at > longestRow ? this.skipLong(at, rows) : null;
    if (this.isSkipping) {
      this.isSkipping = false;
      this.line += 1;
      return newline + 1;
    }
    const text = this.rest.slice(at, newline);
    if (!text.includes('"')) {
      this.put(rows, text.endsWith('\r') ? text.slice(0, -1).split(this.delimiter) : text.split(this.delimiter), text);
      this.line += 1;
      return newline + 1;
    }
    const quoted = quotedRow(this.rest, at, this.delimiter);
    if (quoted === null) return this.rest.length - at > longestRow ? this.spoilt(at, rows) : null;
    this.put(rows, quoted.cells, this.rest.slice(at, quoted.next));
    this.line += quoted.lines;
    return quoted.next;
  }

  /** Gives up the line that the row begins on, and goes on with the next. */
  private spoilt(at: number, rows: Row[]): number {
    rows.push({ line: this.line, cells: [], fault: 'unclosed-quote' });
    this.line += 1;
    return this.rest.indexOf('\n', at) + 1;
  }

  /** A line without an end: what has been read of it is dropped. Null when there is nothing left to drop. */
  private skipLong(at: number, rows: Row[]): number | null {
    if (at === this.rest.length) return null;
    if (!this.isSkipping) rows.push({ line: this.line, cells: [], fault: 'too-long' });
    this.isSkipping = true;
    return this.rest.length;
  }

  private put(rows: Row[], raw: readonly string[], text: string): void {
    const fault = faultIn(text);
    if (fault !== null) rows.push({ line: this.line, cells: [], fault });
    else if (raw.some((cell) => cell.trim() !== '')) rows.push({ line: this.line, cells: raw.map((cell) => cell.trim()) });
  }
}

/** A row with quotation marks in it; null when it ends after the text does. */
function quotedRow(text: string, start: number, delimiter: string): { cells: string[]; next: number; lines: number } | null {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    let cell: string;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return null;
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      for (let i = text.indexOf('\n', at); i !== -1 && i < end; i = text.indexOf('\n', i + 1)) lines += 1;
      at = end + 1;
    } else {
      const end = cellEnd(text, at, delimiter);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    const end = cellEnd(text, at, delimiter);
    if (end === text.length) return null;
    if (text[end] === delimiter) at = end + 1;
    else return { cells: cells.map((one, i) => (i === cells.length - 1 ? one.replace(/\r$/, '') : one)), next: end + 1, lines };
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** Where a cell without quotation marks ends: at the delimiter, the line's end, or the text's. */
function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === delimiter || text[at] === '\n') return at;
  return text.length;
}

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function faultIn(text: string): RowFault | null {
  if (text.includes('\ufffd')) return 'encoding';
  return controls.test(text) ? 'control' : null;
}
