import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { delimiters, type Mapping } from '../mapping/schema.js';
import { csvRows } from './csv.js';
import { ExtractError, type Row } from './row.js';
import { xlsxRows } from './xlsx.js';

/** So much of a CSV file at a time. */
const pieceBytes = 1 << 20;

/** An extract that has been opened: its columns, and its rows in batches. */
export interface OpenExtract {
  readonly header: readonly string[];
  /** The rows after the header. To be read once. */
  readonly batches: AsyncIterable<readonly Row[]>;
}

/** Opens an extract as the mapping says that it is written. @throws ExtractError when it has no header; the file system's own errors. */
export async function openExtract(path: string, { file }: Pick<Mapping, 'file'>): Promise<OpenExtract> {
  const format = file.format ?? (extname(path).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv');
  const batches = format === 'xlsx' ? xlsxRows(path, file.sheet) : csvRows(createReadStream(path, { highWaterMark: pieceBytes }), file);
  for (;;) {
    const next = await batches.next();
    if (next.done === true) throw new ExtractError(`Filen ${path} har ingen linje ${file.headerLine} med kolonnenavn.`);
    const rows = next.value;
    const at = rows.findIndex(({ line }) => line >= file.headerLine);
    if (at === -1) continue;
    const { fault, cells } = rows[at]!;
    if (fault !== undefined) throw new ExtractError(`Kolonnenavnene i ${path} kan ikke leses: ${headerFaults[fault]}`);
    const other = format === 'csv' ? otherDelimiter(cells, file.delimiter) : undefined;
    if (other !== undefined) throw new ExtractError(`Kolonnenavnene i ${path} er ikke delt med ${JSON.stringify(file.delimiter)}, som kartleggingen sier. Prøv «delimiter: ${JSON.stringify(other)}» under «file».`);
    return { header: cells, batches: following(rows.slice(at + 1), batches) };
  }
}

const headerFaults = {
  'unclosed-quote': 'et anførselstegn er åpnet og aldri lukket.',
  encoding: 'filen har et annet tegnsett enn kartleggingen sier. Prøv «encoding: windows-1252», eller «encoding: utf-16le» hvis filen er lagret som Unicode-tekst.',
  control: 'linjen har tegn som ikke er tekst. Er det en CSV-fil?',
  'too-long': 'linjen tar aldri slutt. Er det en CSV-fil?',
} as const;

/** What seems to divide the header, when what should divide it does not: no extract has one column alone. */
function otherDelimiter(header: readonly string[], meant: string): string | undefined {
  return header.length > 1 ? undefined : delimiters.find((one) => one !== meant && header[0]?.includes(one));
}

async function* following(first: readonly Row[], rest: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield first;
  yield* rest;
}
