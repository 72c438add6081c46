import { describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';
import { xlsxRows } from '@forlop/extract';
import { canonicalJson } from '@forlop/pathway';
import { checkSheet, reportPdf, reportTables, reportWorkbook, workbook } from '../src/index.js';
import { shownValue } from '../src/pdf/shown.js';
import { sampleReport } from './report.js';

describe('the workbook', () => {
  test('says in typed cells what the report says, with the hash, and carries the report itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'forlop-xlsx-'));
    const sample = sampleReport();
    await writeFile(join(folder, 'r.xlsx'), reportWorkbook(sample));
    const read = async (sheet: string) => {
      const rows: (readonly string[])[] = [];
      for await (const batch of xlsxRows(join(folder, 'r.xlsx'), sheet)) rows.push(...batch.map(({ cells }) => cells));
      return rows;
    };
    for (const { title, columns, rows } of reportTables(sample)) {
      const wanted = rows.map((values) => values.map((value) => String(value ?? '').trim()));
      const found = (await read(title)).map((cells) => columns.map((_, at) => cells[at] ?? ''));
      expect([title, found]).toEqual([title, [columns.map(({ label }) => label), ...wanted]]);
    }
    expect((await read('Om rapporten')).flat()).toContain(sample.sha256);
    expect((await read(checkSheet)).slice(1).map(([piece]) => piece!.slice(1, -1)).join('')).toBe(canonicalJson({ report: sample.report, sha256: sample.sha256 }));
    await rm(folder, { recursive: true });
  });

  test('has no formula, whatever something is called, and a header that stays in sight', () => {
    const xml = unpacked(reportWorkbook(sampleReport()));
    expect(xml).toContain('=HYPERLINK(&quot;http://eksempel.no&quot;)');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml.match(/state="frozen"/g)).toHaveLength(13);
  });

  test('the same report gives the same bytes, and a name that Excel refuses is refused here', () => {
    expect(reportWorkbook(sampleReport()).equals(reportWorkbook(sampleReport()))).toBe(true);
    expect(() => workbook('x', [{ title: 'a/b', columns: [], rows: [] }])).toThrow(RangeError);
  });
});

test('small numbers that are hidden are hidden in each cell', () => {
  const { report, ...rest } = sampleReport();
  const hidden = { ...report, suppressed: 'small-numbers' as const, funnels: [], lines: report.lines.map(({ organisation, definition, clock, split }) => ({ organisation, definition, clock, split, numbers: null })) };
  const tables = reportTables({ ...rest, report: hidden });
  expect(tables.map(({ title }) => title)).toEqual(['Om rapporten', 'Tall', 'Ventetid', 'Indikatorer', 'Virksomheter']);
  expect(tables.slice(1, 3).flatMap(({ rows }) => rows).every((values) => values.slice(3).every((value) => value === 'skjult'))).toBe(true);
});

interface Part { readonly role?: string; readonly children?: readonly Part[] }

describe('the PDF', () => {
  test('is tagged, in bokmål, with bookmarks, and has each number, and the hash on every page', async () => {
    const sample = sampleReport(2);
    const pdf = await getDocument({ data: new Uint8Array(await reportPdf(sample)), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
    const { info, metadata } = await pdf.getMetadata() as unknown as { info: { Title: string; Language: string }; metadata: { getRaw(): string } };
    expect([info.Title, info.Language, (await pdf.getMarkInfo())?.Marked]).toEqual(['Fristrapport 2026-01-01 til 2026-12-31', 'nb-NO', true]);
    expect(metadata.getRaw()).toMatch(/<pdfuaid:part>1</);
    // A list of a font's glyphs must have all of them or not be there (ISO 14289-1, 7.21.4.2).
    expect((await reportPdf(sample)).includes('/CIDSet')).toBe(false);
    const roles = new Set<string>();
    const words: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      collect((await page.getStructTree()) as Part, roles);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      expect(text).toContain(sample.sha256);
      words.push(text);
    }
    expect([...roles].sort()).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'H3', 'L', 'LI', 'Lbl', 'LBody', 'P', 'TD', 'TH', 'TR', 'Table']));
    const outline = (await pdf.getOutline()) as unknown as { title: string; items: { title: string }[] }[];
    expect([outline[0]!.title, outline[0]!.items.map(({ title }) => title)]).toEqual(['Fristrapport 2026-01-01 til 2026-12-31', ['FRIST-VURDERING (langvarig-utmattelse)', 'Hva tallene betyr', 'Hva som forvrenger et tall, og hva som retter det']]);
    const shown = ` ${words.join(' ').replace(/\s+/g, ' ')} `;
    for (const { asRegistered: n } of sample.report.lines) for (const count of [n.started, n.met, n.metLate, n.broken]) expect(shown).toContain(` ${shownValue(count, 'count').replace('\u00A0', ' ')} `);
  });

  test('shows its title, tells of each heading of a table whose it is, and draws nothing that is neither tagged nor set aside', async () => {
    const bytes = await reportPdf(sampleReport(4));
    const raw = bytes.toString('latin1');
    const headings = raw.match(/\/S \/TH\n\/A <<\n\/O \/Table\n\/Scope \/(Column|Row)\n/g) ?? [];
    expect(headings.length).toBe(raw.match(/\/S \/TH\b/g)!.length);
    expect(new Set(headings).size).toBe(2);
    const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    for (let number = 1; number <= pdf.numPages; number += 1) expect(await untagged(await pdf.getPage(number))).toEqual([]);
  });

  test.each([[null, 'share', '–'], [0.8, 'share', '80,0 %'], [12345, 'count', '12\u00A0345'], [12.34, 'days', '12,3'], [12, 'days', '12'], ['skjult', 'count', 'skjult']] as const)('%p as %s is read as «%s»', (value, kind, wanted) => {
    expect(shownValue(value, kind)).toBe(wanted);
  });
});

/** What a page draws outside all marked content. */
async function untagged(page: PDFPageProxy): Promise<string[]> {
  const { fnArray } = await page.getOperatorList();
  const nameOf = new Map(Object.entries(OPS).map(([name, id]) => [id as number, name]));
  const draws = /^(show|paint|fill|stroke|eoFill|constructPath)/;
  const found: string[] = [];
  let depth = 0;
  for (const name of fnArray.map((id) => nameOf.get(id) ?? '')) {
    if (name.startsWith('beginMarkedContent')) depth += 1;
    else if (name === 'endMarkedContent') depth -= 1;
    else if (depth === 0 && draws.test(name)) found.push(name);
  }
  return found;
}

function collect({ role, children = [] }: Part, into: Set<string>): void {
  if (role !== undefined) into.add(role);
  for (const child of children) collect(child, into);
}

/** All parts of an archive as one text. */
function unpacked(archive: Buffer): string {
  let all = '';
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50;) {
    const [packed, name] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    all += inflateRawSync(archive.subarray(start, start + packed)).toString('utf8');
    at = start + packed;
  }
  return all;
}
