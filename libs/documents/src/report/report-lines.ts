import type { PublicReport, Report } from '@forlop/compliance';
import { csvOf } from '../csv.js';
import type { ReportFile } from './about.js';

const heading = [
  'Virksomhet', 'Definisjon', 'Frist', 'Versjon', 'Variant', 'Steg', 'Startet', 'Møtt i tide', 'Møtt for sent', 'Brutt', 'Løper', 'I fare', 'Utenfor', 'Andel innen frist', 'Nedre grense', 'Øvre grense',
  'Ventetid, gjennomsnitt', 'Ventetid, median', 'Ventetid, 90-persentil', 'Fortsatt ventende', 'Kvalitetssikret: startet', 'Kvalitetssikret: andel innen frist',
];

type Line = Report['lines'][number] | PublicReport['lines'][number];

/** The report as a CSV file: what it is of and its hash first, then a line for each organisation and frist; what is hidden is «skjult». */
export function reportCsv({ report: { query, stamp, suppressed, lines }, sha256, names }: ReportFile): string {
  return csvOf([
    ['Fristrapport', `${query.from} til ${query.to}`, `bedømt per ${query.asOf}`, `kohort: ${query.cohort}`, query.knownAt === null ? 'slik det er kjent nå' : `slik det var kjent ved plass ${query.knownAt}`],
    ['SHA-256', sha256, `kjerne ${stamp.kernel}`, `journalplass ${stamp.ledger.position}`, suppressed === 'none' ? null : 'Små tall er skjult.'],
    heading,
    ...lines.map((line) => cellsOf(line, names)),
  ]);
}

function cellsOf(line: Line, names: ReadonlyMap<string, string>): (string | null)[] {
  const where = [names.get(line.organisation) ?? line.organisation, line.definition, line.clock, line.split.version ?? null, line.split.variant ?? null, line.split.step ?? null];
  const n = 'numbers' in line ? line.numbers : line.asRegistered;
  if (n === null) return [...where, ...heading.slice(where.length).map(() => 'skjult')];
  const assured = 'numbers' in line ? null : line.qualityAssured;
  return [
    ...where,
    ...[n.started, n.met, n.metLate, n.broken, n.running, n.atRisk, n.excluded].map(String),
    ...[n.compliance?.rate, n.compliance?.low, n.compliance?.high, n.waited.mean, n.waited.median, n.waited.p90].map(decimal),
    String(n.stillWaiting.n),
    assured === null ? null : String(assured.started),
    decimal(assured?.compliance?.rate),
  ];
}

/** Norwegian spreadsheets read a comma. */
const decimal = (value: number | null | undefined): string | null => (value == null ? null : String(value).replace('.', ','));
