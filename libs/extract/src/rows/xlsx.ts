import { SaxesParser } from 'saxes';
import { fromDayNumber } from '@forlop/calendar';
import { ExtractError, type Row } from './row.js';
import { openZip, type Zip } from './zip.js';

/** Days from Excel's day 0 to 1970-01-01 in its two ways of counting. Before 1 March 1900 it counts a day that never was. */
const epochs = { 1900: 25_569, 1904: 24_107 } as const;
const firstRightDay = 61;
const mostColumns = 16_384;
const workbookPart = 'xl/workbook.xml';

/**
 * Reads one sheet of an XLSX file (ECMA-376), row by row, straight from the archive: nothing is unpacked to disk. Memory is that of the texts that the
 * workbook shares between cells, and one row. Cells with a date come out as `YYYY-MM-DD`, whatever they look like in Excel.
 * @throws ExtractError when it is not such a file or has no such sheet.
 */
export async function* xlsxRows(path: string, sheet: string | undefined): AsyncGenerator<readonly Row[]> {
  const zip = await openZip(path);
  try {
    const book = await workbook(zip);
    const chosen = sheet === undefined ? book.sheets[0] : book.sheets.find(({ name }) => name === sheet);
    if (chosen === undefined) throw new ExtractError(`Arket «${sheet ?? ''}» finnes ikke i ${path}. Arkene er: ${book.sheets.map(({ name }) => name).join(', ')}.`);
    const shared = zip.has('xl/sharedStrings.xml') ? await sharedStrings(zip) : [];
    const dateStyles = zip.has('xl/styles.xml') ? await stylesOfDates(zip) : new Set<number>();
    const reader = new SheetReader(shared, dateStyles, book.epoch);
    for await (const piece of zip.text(chosen.part)) {
      const rows = reader.take(piece);
      if (rows.length > 0) yield rows;
    }
  } finally {
    await zip.close();
  }
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly epoch: number;
}

async function workbook(zip: Zip): Promise<Workbook> {
  if (!zip.has(workbookPart)) throw new ExtractError('Filen er ikke en XLSX-arbeidsbok.');
  const targets = new Map<string, string>();
  await parsed(zip, 'xl/_rels/workbook.xml.rels', (name, at) => {
    if (name === 'Relationship') targets.set(at['Id']!, at['Target']!.replace(/^\/?(xl\/)?/, 'xl/'));
  });
  const sheets: { name: string; part: string }[] = [];
  let epoch: number = epochs[1900];
  await parsed(zip, workbookPart, (name, at) => {
    if (name === 'sheet') sheets.push({ name: at['name']!, part: targets.get(at['r:id']!) ?? '' });
    if (name === 'workbookPr' && (at['date1904'] === '1' || at['date1904'] === 'true')) epoch = epochs[1904];
  });
  return { sheets, epoch };
}

async function sharedStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = [];
  let isText = false;
  let isPhonetic = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') strings.push('');
    if (name === 'rPh') isPhonetic = true;
    isText = name === 't' && !isPhonetic;
  });
  parser.on('text', (text) => {
    if (isText) strings[strings.length - 1] += text;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (name === 'rPh') isPhonetic = false;
  });
  for await (const piece of zip.text('xl/sharedStrings.xml')) parser.write(piece);
  return strings;
}

/** Formats that Excel has built in for dates (ECMA-376, 18.8.30); those for times of day alone are left out. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);

async function stylesOfDates(zip: Zip): Promise<Set<number>> {
  const custom = new Set<number>();
  const styles = new Set<number>();
  let isCell = false;
  let nth = 0;
  await parsed(zip, 'xl/styles.xml', (name, at) => {
    if (name === 'numFmt' && saysDate(at['formatCode'] ?? '')) custom.add(Number(at['numFmtId']));
    if (name === 'cellXfs') isCell = true;
    if (name === 'cellStyles') isCell = false;
    if (name !== 'xf' || !isCell) return;
    const format = Number(at['numFmtId'] ?? 0);
    if (builtInDates.has(format) || custom.has(format)) styles.add(nth);
    nth += 1;
  });
  return styles;
}

/** A format with a day or a year in it, outside quoted texts and conditions. */
const saysDate = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

async function parsed(zip: Zip, part: string, opened: (name: string, attributes: Readonly<Record<string, string>>) => void): Promise<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => opened(name, attributes));
  for await (const piece of zip.text(part)) parser.write(piece);
}

/** Turns the sheet's XML into rows. */
class SheetReader {
  private readonly parser = new SaxesParser();
  private rows: Row[] = [];
  private line = 0;
  private cells: string[] = [];
  private column = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private isValue = false;

  constructor(private readonly shared: readonly string[], private readonly dateStyles: ReadonlySet<number>, private readonly epoch: number) {
    this.parser.on('opentag', ({ name, attributes }) => this.opened(name, attributes));
    this.parser.on('text', (text) => {
      if (this.isValue) this.value += text;
    });
    this.parser.on('closetag', ({ name }) => this.closed(name));
  }

  take(piece: string): Row[] {
    this.parser.write(piece);
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  private opened(name: string, at: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.line = at['r'] === undefined ? this.line + 1 : Number(at['r']);
      this.cells = [];
      this.column = 0;
    } else if (name === 'c') {
      if (at['r'] !== undefined) this.column = columnOf(at['r']);
      this.type = at['t'] ?? 'n';
      this.style = Number(at['s'] ?? 0);
      this.value = '';
    } else if (name === 'v' || name === 't') {
      this.isValue = true;
    }
  }

  private closed(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'c') {
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column] = this.cellText().trim();
      this.column += 1;
    } else if (name === 'row' && this.cells.some((cell) => cell !== '')) this.rows.push({ line: this.line, cells: this.cells });
  }

  private cellText(): string {
    if (this.type === 's') return this.shared[Number(this.value)] ?? '';
    if (this.type === 'd') return this.value.slice(0, 10);
    if (this.type === 'n' && this.value !== '' && this.dateStyles.has(this.style)) return this.dateText(Number(this.value));
    // An error (#N/A) is no value; the cell says so itself, and no code or date is called that.
    return this.value;
  }

  private dateText(serial: number): string {
    if (!Number.isFinite(serial) || (this.epoch === epochs[1900] && serial < firstRightDay)) return this.value;
    return fromDayNumber(Math.floor(serial) - this.epoch);
  }
}

/** `C7` → 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  if (column > mostColumns) throw new ExtractError(`Arbeidsboken er skadet: ${reference.slice(0, 20)} er ingen celle.`);
  return column - 1;
}
