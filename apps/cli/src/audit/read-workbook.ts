import { checkSheet, organisationSheet, reportTables, type Value } from '@forlop/documents';
import { ExtractError, xlsxRows } from '@forlop/extract';
import type { Report } from '@forlop/compliance';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/**
 * The JSON that a report's workbook carries.
 * @throws Failure `not-a-report`.
 */
export async function jsonInWorkbook(file: string): Promise<string> {
  const pieces = await cellsOf(file, checkSheet);
  return pieces.map(([piece]) => piece?.replace(/^«|»$/g, '') ?? '').join('');
}

/**
 * The first cell of the workbook that does not say what its own JSON says; null: all do.
 * @throws Failure `not-a-report` for one that lacks a sheet.
 */
export async function changedCell(file: string, report: Report, sha256: string): Promise<string | null> {
  const names = new Map((await cellsOf(file, organisationSheet)).map(([id = '', name = '']) => [id, name]));
  for (const { title, rows } of reportTables({ report, sha256, names })) {
    const found = await cellsOf(file, title);
    for (const [nth, values] of rows.entries()) {
      const at = values.findIndex((value, column) => !says(found[nth]?.[column] ?? '', value));
      if (at !== -1) return `${title}, rad ${nth + 2}, kolonne ${at + 1}`;
    }
    if (found.length > rows.length) return `${title}, rad ${rows.length + 2}`;
  }
  return null;
}

/** Excel may write a number again with other digits behind the fifteenth. */
function says(cell: string, value: Value): boolean {
  if (typeof value === 'number') return cell !== '' && Math.abs(Number(cell) - value) <= 1e-12 * Math.max(1, Math.abs(value));
  return cell === (value ?? '').trim();
}

/** A sheet's rows below its header. */
async function cellsOf(file: string, sheet: string): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  try {
    for await (const batch of xlsxRows(file, sheet)) for (const { line, cells } of batch) if (line > 1) found[line - 2] = cells;
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    throw new Failure(exitCodes.wrongUse, 'not-a-report', `${file} er ikke en fristrapport fra Forløp: ${error.message}`, { cause: error });
  }
  return found;
}
