import { canonicalJson } from '@forlop/pathway';
import type { Table } from '../document.js';
import { longestText } from '../xlsx/sheet.js';
import { workbook } from '../xlsx/workbook.js';
import { aboutReport, type ReportFile } from './about.js';
import { assuredTable, defectTable, funnelTable, indicatorTable, outcomeTable, reasonTable, shareByMonthTable, waitByMonthTable, waitTable, whole, yearTable } from './tables.js';

/** The sheet that holds the report's canonical JSON, so that the workbook can be checked on its own. */
export const checkSheet = 'Kontroll';
/** The sheet that says what the organisations are called, by id. */
export const organisationSheet = 'Virksomheter';

/** A report as a workbook (XLSX). Follows from the report and the names alone. */
export const reportWorkbook = (file: ReportFile): Buffer => workbook(`Fristrapport ${file.report.query.from} til ${file.report.query.to}`, [...reportTables(file), checkTable(file)]);

/** The workbook's sheets, without the one that they are checked by. Those with nothing in them are left out. */
export function reportTables(file: ReportFile): Table[] {
  const { report, names } = file;
  const { lines } = report;
  const where = whole(report.query.splitBy, names);
  const always = [outcomeTable(lines, where), waitTable(lines, where)];
  const parts = [reasonTable(lines, where), assuredTable(lines, where), defectTable(lines, where), yearTable(lines, where), shareByMonthTable(lines, where), waitByMonthTable(lines, where), funnelTable(report, names)];
  return [
    { title: 'Om rapporten', columns: [{ label: 'Fristrapport fra Forløp', kind: 'text' }, { label: 'Verdi', kind: 'text' }], rows: aboutReport(file) },
    ...always,
    ...parts.filter(({ rows }) => rows.length > 0),
    indicatorTable(),
    organisationTable(file),
  ];
}

function organisationTable({ report, names }: ReportFile): Table {
  const ids = [...new Set([...report.lines.map(({ organisation }) => organisation), ...(report.query.organisation === null ? [] : [report.query.organisation])])].sort();
  return { title: organisationSheet, columns: [{ label: 'Id', kind: 'text' }, { label: 'Navn', kind: 'text' }], rows: ids.map((id) => [id, names.get(id) ?? id]) };
}

/** Each piece stands between «» so that no space at its ends is lost. */
function checkTable({ report, sha256 }: ReportFile): Table {
  const json = canonicalJson({ report, sha256 });
  const size = longestText - 2;
  const pieces = Array.from({ length: Math.ceil(json.length / size) }, (_, at) => [`«${json.slice(at * size, (at + 1) * size)}»`]);
  return { title: checkSheet, columns: [{ label: 'Rapportens kanoniske JSON med hash, i biter: brukes av «forlop verify --report»', kind: 'text' }], rows: pieces };
}
