export type { Column, ColumnKind, Facts, Table, Value } from './document.js';
export { csvOf } from './csv.js';
export { nprCsv, nprWorkbook } from './npr.js';
export { workbook } from './xlsx/workbook.js';
export { aboutReport, type ReportFile } from './report/about.js';
export { checkSheet, organisationSheet, reportTables, reportWorkbook } from './report/report-workbook.js';
export { reportCsv } from './report/report-lines.js';
export { reportPdf } from './report/report-pdf.js';
