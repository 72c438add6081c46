import { codeSystems, nprColumns, nprLine, officialCodes, type CodeSystem, type ComplianceQuery, type NprRow } from '@forlop/compliance';
import { csvEncoder } from './csv.js';
import type { Table } from './document.js';
import { workbook } from './xlsx/workbook.js';

const systemTitles: Readonly<Record<CodeSystem, string>> = { 8445: 'Ventetid sluttkode', 8446: 'Utsettelseskode', 8432: 'Kontakttype', 9148: 'Svar på henvisning' };

/** What was asked of the ledger. */
export type NprQuestion = Pick<ComplianceQuery, 'from' | 'to' | 'asOf' | 'knownAt' | 'organisation' | 'definition'>;

/** NPR-shaped rows as CSV, a pathway at a time. */
export async function* nprCsv(pathways: AsyncIterable<readonly NprRow[]> | Iterable<readonly NprRow[]>): AsyncGenerator<string, void, void> {
  const encode = csvEncoder();
  yield encode([nprColumns.map(({ label }) => label)]);
  for await (const rows of pathways) yield encode(rows.map(nprLine));
}

/** NPR-shaped rows as a workbook: what was asked, the rows, and the official codes with what they mean. For what fits in memory. */
export function nprWorkbook(query: NprQuestion, rows: readonly NprRow[]): Buffer {
  const tables: Table[] = [
    { title: 'Om filen', columns: [{ label: 'NPR-rader fra Forløp', kind: 'text' }, { label: 'Verdi', kind: 'text' }], rows: about(query) },
    { title: 'Rader', columns: nprColumns.map(({ label, kind }) => ({ label, kind })), rows: rows.map(nprLine) },
    {
      title: 'Kodeverk', columns: ['Kodeverk', 'Navn', 'Kode', 'Betydning'].map((label) => ({ label, kind: 'text' })),
      rows: codeSystems.flatMap((system) => Object.entries(officialCodes[system]).map(([code, meaning]) => [system, systemTitles[system], code, meaning])),
    },
  ];
  return workbook('NPR-rader', tables);
}

const about = ({ from, to, asOf, knownAt, organisation, definition }: NprQuestion): (readonly [string, string])[] => [
  ['Mottatt fra og med', from],
  ['Mottatt til og med', to],
  ['Det som hadde skjedd til og med', asOf],
  ['Kjent', knownAt === null ? 'nå' : `ved journalplass ${knownAt}`],
  ['Virksomhet (med alt under)', organisation ?? 'alle'],
  ['Definisjon', definition ?? 'alle'],
  ['Rad', 'H: henvisning. U: utsettelse. K: kontakt.'],
  ['Pasient og henvisning', 'Pseudonymer. Filen er til kontroll, og er ikke meldingen til Norsk pasientregister.'],
];
