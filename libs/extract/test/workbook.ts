import { crc32, deflateRawSync } from 'node:zlib';
import { dayNumber, osloDate } from '@forlop/calendar';

/** Excel's day 0 is this many days before 1970-01-01. */
const epoch = 25_569;

/** A workbook with one sheet, as Excel writes it: texts shared, and `DD.MM.YYYY` as a number with the look of a date. */
export function workbook(rows: readonly (readonly string[])[]): Buffer {
  const shared: string[] = [];
  const cell = (text: string, row: number, column: number): string => {
    const at = `${letter(column)}${row + 1}`;
    if (text === '') return '';
    const date = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text);
    if (date !== null) return `<c r="${at}" s="1"><v>${dayNumber(osloDate(`${date[3]}-${date[2]}-${date[1]}`)) + epoch}</v></c>`;
    shared.push(text);
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const sheet = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`).join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zip({
    'xl/workbook.xml': `<workbook ${main} xmlns:r="r"><sheets><sheet name="Uttrekk" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet ${main}><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs><cellStyles/></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${shared.map((text) => `<si><t>${escaped(text)}</t><rPh><t>uleselig</t></rPh></si>`).join('')}</sst>`,
  });
}

const letter = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function zip(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [raw, title] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(raw);
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(crc32(raw), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(raw.length, 18);
    sizes.writeUInt16LE(title.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), sizes, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), sizes, place, title]));
    files.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
