import { dayNumber, isOsloDate } from '@forlop/calendar';
import type { Column, ColumnKind, Table, Value } from '../document.js';

/** Excel's day 0 is this many days before 1970-01-01. */
const excelEpoch = 25_569;
/** Columns are as wide as what they hold, within these, in characters. */
const [narrowest, widest] = [9, 60];
/** No cell holds more (Excel's own limit is 32,767 characters). */
export const longestText = 32_000;

/** Places in `styles` (styles.ts). */
export const cellStyles = { text: 0, heading: 1, count: 2, share: 3, days: 4, date: 5, wrapped: 6 } as const;
const styleOf: Readonly<Record<ColumnKind, number>> = { text: cellStyles.wrapped, count: cellStyles.count, share: cellStyles.share, days: cellStyles.days, date: cellStyles.date };

/**
 * One sheet of a workbook (ECMA-376, SpreadsheetML): a header that stays in sight with a filter, and typed cells. Texts are inline strings and no cell
 * has a formula, so that nothing in the data can become one.
 */
export function sheetXml({ columns, rows }: Table): string {
  const last = `${letter(columns.length - 1)}${rows.length + 1}`;
  const header = row(1, columns.map(({ label }, at) => textCell(reference(at, 1), label, cellStyles.heading)));
  const body = rows.map((values, nth) => row(nth + 2, values.map((value, at) => cell(reference(at, nth + 2), value, columns[at]!))));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column, rows.map((values) => values[at]!))}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${header}${body.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
  );
}

const row = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;

function cell(at: string, value: Value, { kind }: Column): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}" s="${styleOf[kind]}"><v>${value}</v></c>`;
  if (kind === 'date' && isOsloDate(value)) return `<c r="${at}" s="${cellStyles.date}"><v>${dayNumber(value) + excelEpoch}</v></c>`;
  return textCell(at, value, cellStyles.wrapped);
}

function textCell(at: string, text: string, style: number): string {
  if (text.length > longestText) throw new RangeError(`A cell cannot hold ${text.length} characters.`);
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** XML 1.0 has no place for most control characters: they are left out. */
export const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const widthOf = ({ label }: Column, values: readonly Value[]): number =>
  Math.min(widest, values.reduce<number>((width, value) => Math.max(width, String(value ?? '').length + 2), Math.max(narrowest, label.length + 4)));

const reference = (column: number, line: number): string => `${letter(column)}${line}`;
const letter = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26));
