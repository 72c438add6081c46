import { describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { csvRows } from '../src/rows/csv.js';
import { xlsxRows } from '../src/rows/xlsx.js';
import { readBucket, Spill, type Row } from '../src/index.js';
import { inFolder, readAll, sampleExtract, sampleMapping } from './helpers.js';
import { workbook } from './workbook.js';

async function* pieces(text: string, size: number, encoding: BufferEncoding = 'utf8'): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text, encoding);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
const csv = (text: string, size = 7) => rowsOf(csvRows(pieces(text, size), { encoding: 'utf-8', delimiter: ';' }));

describe('CSV', () => {
  test.each<readonly [string, string, readonly (readonly [number, ...string[]])[]]>([
    ['plain', 'a;b\nc;d\n', [[1, 'a', 'b'], [2, 'c', 'd']]],
    ['carriage returns and no last newline', 'a;b\r\nc;d', [[1, 'a', 'b'], [2, 'c', 'd']]],
    ['a delimiter, a quotation mark and a newline in a cell', 'a;"b;""c""\nd"\ne;f\n', [[1, 'a', 'b;"c"\nd'], [3, 'e', 'f']]],
    ['empty lines', '\na;b\n;\n\nc;d\n', [[2, 'a', 'b'], [5, 'c', 'd']]],
    ['a byte order mark', '\ufeffa;b\n', [[1, 'a', 'b']]],
    ['letters of two bytes that fall on the edge of a piece', 'ææææ;øøøø\n', [[1, 'ææææ', 'øøøø']]],
  ])('%s', async (_, text, expected) => {
    for (const size of [1, 3, 1_000]) expect((await csv(text, size)).map(({ line, cells }) => [line, ...cells])).toEqual(expected);
  });

  test('a quotation mark that is never closed spoils its own line only', async () => {
    expect((await csv('a;b\nc;"d\ne;f\ng;h\n')).map(({ line, fault, cells }) => fault ?? [line, ...cells])).toEqual([[1, 'a', 'b'], 'unclosed-quote', [3, 'e', 'f'], [4, 'g', 'h']]);
  });

  test('a line that never ends is given up, and what follows is read', async () => {
    const rows = await csv(`a;b\n${'x'.repeat(2_500_000)}\nc;d\n`, 300_000);
    expect(rows.map(({ line, fault, cells }) => fault ?? [line, ...cells])).toEqual([[1, 'a', 'b'], 'too-long', [3, 'c', 'd']]);
  });

  test('bytes of another character set, and of no text, are told', async () => {
    const rows = await rowsOf(csvRows(pieces('a;b\n\u00e6;c\nd;\u0001\n', 100, 'latin1'), { encoding: 'utf-8', delimiter: ';' }));
    expect(rows.map(({ fault }) => fault)).toEqual([undefined, 'encoding', 'control']);
  });

  test.each([
    ['another delimiter', sampleExtract.replaceAll(';', ','), /ikke delt med ";".*Prøv «delimiter: ","»/],
    ['tabulators', sampleExtract.replaceAll(';', '\t'), /Prøv «delimiter: "\\t"»/],
    ['UTF-16', Buffer.from(`\ufeff${sampleExtract}`, 'utf16le'), /«encoding: utf-16le»/],
    ['nothing in it', '', /ingen linje 1 med kolonnenavn/],
  ])('a file with %s is refused with what to try', async (_, content, sentence) => {
    await expect(readAll(content)).rejects.toThrow(sentence);
  });

  test('any cells come back as they were written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'æ', ';', '"', '\n', ' ', '1') }).map((text) => text.trim());
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }), fc.integer({ min: 1, max: 50 }), async (rows, size) => {
      const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\r\n');
      expect((await csv(text, size)).map(({ cells }) => cells)).toEqual(rows.filter((cells) => cells.some((one) => one !== '')));
    }), { numRuns: 100 });
  });
});

describe('XLSX', () => {
  test('the sample as a workbook is the sample, its dates being days and not texts', async () => {
    const rows = sampleExtract.trimEnd().split('\n').map((line) => line.split(';'));
    const fromBook = await readAll(workbook(rows), { name: 'uttrekk.xlsx', mapping: sampleMapping.replace('dates: DD.MM.YYYY', 'dates: YYYY-MM-DD') });
    expect(fromBook.findings).toEqual([]);
    expect(fromBook.referrals).toEqual((await readAll(sampleExtract)).referrals);
  });

  test('a file that is no workbook, and a sheet that is not there, are told', () => inFolder(async (folder) => {
    const path = join(folder, 'uttrekk.xlsx');
    await writeFile(path, 'a;b\n');
    await expect(rowsOf(xlsxRows(path, undefined))).rejects.toMatchObject({ code: 'bad-extract' });
    await writeFile(path, workbook([['a']]));
    await expect(rowsOf(xlsxRows(path, 'Ark 9'))).rejects.toThrow('Arkene er: Uttrekk.');
    await writeFile(path, workbook([['a', 'b']]).subarray(0, 300));
    await expect(rowsOf(xlsxRows(path, undefined))).rejects.toMatchObject({ code: 'bad-extract' });
  }));
});

describe('sorted on disk', () => {
  test('each referral has all its lines in one part, in their order, and nobody else can read them', async () => {
    const spill = await Spill.open(4);
    try {
      for (let line = 1; line <= 2_000; line += 1) await spill.put(`H-${line % 50}`, { line, cells: ['15848501117', 'æ', String(line)] });
      const buckets = await spill.buckets();
      const parts = await Promise.all(buckets.map(readBucket));
      const all = parts.flatMap((part) => [...part]);
      expect(all).toHaveLength(50);
      expect(all.every(([key, { rows }]) => rows.length === 40 && rows.every(({ line }, i) => `H-${line % 50}` === key && (i === 0 || line > rows[i - 1]!.line)))).toBe(true);
      expect(buckets.reduce((sum, { lines }) => sum + lines, 0)).toBe(2_000);
      const { readFile } = await import('node:fs/promises');
      for (const { path } of buckets) expect((await readFile(path)).includes('15848501117')).toBe(false);
    } finally {
      await spill.remove();
    }
  });
});
