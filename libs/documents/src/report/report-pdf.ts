import { defects, defectTexts, indicators } from '@forlop/compliance';
import type { Table } from '../document.js';
import { facts, heading, paragraph } from '../pdf/flow.js';
import { Paper } from '../pdf/paper.js';
import { table } from '../pdf/table.js';
import { aboutReport, type ReportFile } from './about.js';
import { assuredTable, defectTable, funnelTable, outcomeTable, reasonTable, shareByMonthTable, waitByMonthTable, waitTable, withinClock, yearTable } from './tables.js';

/**
 * A report as PDF for everybody: tagged (PDF/UA-1), with headings, bookmarks and table headers, in bokmål. The hash stands on the first page and at the
 * foot of each. Charts are given as their tables. Follows from the report and the names alone.
 */
export async function reportPdf(file: ReportFile): Promise<Buffer> {
  const { report, sha256 } = file;
  const title = `Fristrapport ${report.query.from} til ${report.query.to}`;
  const paper = new Paper(title, `${title} · SHA-256 ${sha256}`, new Date(`${report.query.asOf}T12:00:00Z`));
  heading(paper, 1, title);
  facts(paper, aboutReport(file));
  if (report.lines.length === 0) paragraph(paper, 'Ingen frister i perioden.');
  for (const { definition, clock } of clocksOf(report.lines)) clockChapter(paper, file, definition, clock);
  explanations(paper);
  return paper.finished();
}

function clocksOf(lines: ReportFile['report']['lines']): { readonly definition: string; readonly clock: string }[] {
  return [...new Map(lines.map(({ definition, clock }) => [`${definition} ${clock}`, { definition, clock }])).values()];
}

/** All that the report says of one frist. */
function clockChapter(paper: Paper, { report, names }: ReportFile, definition: string, clock: string): void {
  const lines = report.lines.filter((line) => line.definition === definition && line.clock === clock);
  const where = withinClock(report.query.splitBy, names);
  heading(paper, 2, `${clock} (${definition})`);
  part(paper, 'Holdt og brutt', outcomeTable(lines, where));
  part(paper, 'Ventetid i kalenderdager', waitTable(lines, where));
  part(paper, 'Hvorfor utenfor, og hvem forsinkelsen ligger hos', reasonTable(lines, where));
  part(paper, 'Som registrert og kvalitetssikret', assuredTable(lines, where));
  part(paper, 'Poster som forvrenger tallet', withoutLast(defectTable(lines, where)));
  part(paper, 'År for år', yearTable(lines, where));
  part(paper, 'Andel innen frist per måned, med kontrollgrenser', shareByMonthTable(lines, where));
  part(paper, 'Ventetid per måned, med kontrollgrenser', waitByMonthTable(lines, where));
  const funnels = report.funnels.filter((funnel) => funnel.definition === definition && funnel.clock === clock);
  part(paper, 'Enheter side om side, med grenser for tilfeldighet', withoutClock(funnelTable({ funnels }, names)));
}

function part(paper: Paper, title: string, content: Table): void {
  if (content.rows.length === 0) return;
  heading(paper, 3, title);
  table(paper, { ...content, title });
}

/** What puts a record right is said once, at the end. */
const withoutLast = ({ title, columns, rows }: Table): Table => ({ title, columns: columns.slice(0, -1), rows: rows.map((values) => values.slice(0, -1)) });
const withoutClock = ({ title, columns, rows }: Table): Table => ({ title, columns: [columns[0]!, ...columns.slice(3)], rows: rows.map((values) => [values[0]!, ...values.slice(3)]) });

function explanations(paper: Paper): void {
  heading(paper, 2, 'Hva tallene betyr');
  for (const { name, numerator, denominator, exclusions, source } of indicators) {
    heading(paper, 3, name.nb);
    paragraph(paper, [`Teller: ${numerator.nb}`, ...(denominator === null ? [] : [`Nevner: ${denominator.nb}`]), `Holdt utenfor: ${exclusions.nb}`, `Kilde: ${source}.`].join(' '));
  }
  heading(paper, 2, 'Hva som forvrenger et tall, og hva som retter det');
  facts(paper, defects.map((defect) => [defectTexts[defect].title.nb, defectTexts[defect].remedy.nb]));
}
