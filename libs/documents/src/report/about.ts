import { splits, type PublicReport, type Report } from '@forlop/compliance';
import type { Facts } from '../document.js';
import { cohortWords, splitWords } from './words.js';

/** A report, the hash of its canonical JSON, and what its organisations are called (those that are missing are shown by their id). */
export interface ReportFile {
  readonly report: Report | PublicReport;
  readonly sha256: string;
  readonly names: ReadonlyMap<string, string>;
}

/** What the report is of, what it was computed from, and how it is checked. */
export function aboutReport({ report: { query, stamp, definitions, suppressed }, sha256, names }: ReportFile): Facts {
  const { root, since } = stamp.ledger;
  return [
    ['Periode', `${query.from} til ${query.to}, ${cohortWords[query.cohort]}`],
    ['Bedømt per', query.asOf],
    ['Kjent', query.knownAt === null ? `slik det er kjent ved plass ${stamp.ledger.position} i journalen` : `slik det var kjent ved plass ${query.knownAt} i journalen`],
    ['Virksomhet', query.organisation === null ? 'alle som den som spurte, ser' : `${names.get(query.organisation) ?? query.organisation}, med alt under`],
    ['Definisjon', query.definition ?? 'alle'],
    ['Frister', query.clocks?.join(', ') ?? 'alle'],
    ...(query.only === undefined ? [] : [['Bare', splits.flatMap((by) => (query.only?.[by] === undefined ? [] : [`${splitWords[by].toLowerCase()} ${query.only[by]}`])).join(', ')] as const]),
    ['Delt opp etter', query.splitBy.length === 0 ? 'ingenting' : query.splitBy.map((by) => splitWords[by].toLowerCase()).join(', ')],
    ['Små tall', suppressed === 'none' ? 'vises' : 'tall under fem, og andre som ville røpet dem, er skjult'],
    ['SHA-256', sha256],
    ['Kjerne', stamp.kernel],
    ['Kalendere', stamp.calendars.map(({ id, version }) => `${id} ${version}`).join(', ') || 'ingen'],
    ['Definisjoner', definitions.map(({ id, versions }) => `${id} ${versions.join(', ')}`).join('; ') || 'ingen'],
    ['Journalens plass', String(stamp.ledger.position)],
    ['Signert dagsrot', root === null ? 'ingen ennå' : `${root.day}: ${root.hash}`],
    ['Hash over det som er registrert siden', since ?? 'ingenting'],
    ['Slik kontrolleres rapporten', suppressed === 'none'
      ? 'Kjør «forlop verify --report» på regnearket eller JSON-filen: innholdet holdes mot hashen, og hvert tall regnes om igjen av journalen.'
      : 'Hashen er over rapportens kanoniske JSON. Den som har tilgang til journalen, kan lage rapporten på nytt og holde hashene mot hverandre.'],
  ];
}
