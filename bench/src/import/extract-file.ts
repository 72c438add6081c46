import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { OsloDate } from '@forlop/calendar';
import type { ImportedFact } from '@forlop/ledger';
import { historyOf, type HistoryMaking } from '../audit/history.js';

/** The columns of docs/extracts/henvisninger.yaml. */
const columns = [
  'Rad', 'HenvisningID', 'RadID', 'Fnr', 'ReshID', 'Mottatt', 'Ansiennitet', 'Hast', 'Vurdert', 'Svar', 'SvarSendt', 'Frist', 'Startet', 'Kontakttype', 'VentetidSlutt', 'Sluttkode', 'Avsluttet', 'Utfall', 'Dato', 'Kode', 'NyDato', 'Rolle',
] as const;
type Cells = Partial<Record<(typeof columns)[number], string>>;

/** How a column is read of a fact of the referral. */
const wide: readonly (readonly [column: keyof Cells, type: string, cell: (fact: ImportedFact) => string])[] = [
  ['Mottatt', 'henvisningMottatt', ({ occurredOn }) => written(occurredOn)],
  ['Hast', 'henvisningMottatt', ({ data }) => (data['hastegrad'] === 'urgent' ? 'H' : 'R')],
  ['Vurdert', 'vurdert', ({ occurredOn }) => written(occurredOn)],
  ['Svar', 'vurdert', ({ data }) => String(data['svarkode'])],
  ['SvarSendt', 'svarSendt', ({ occurredOn }) => written(occurredOn)],
  ['Frist', 'fristSatt', ({ data }) => written(data['dato'] as OsloDate)],
  ['Startet', 'helsehjelpStartet', ({ occurredOn }) => written(occurredOn)],
  ['Kontakttype', 'helsehjelpStartet', ({ data }) => String(data['kontakttype'])],
  ['VentetidSlutt', 'ventetidSluttet', ({ occurredOn }) => written(occurredOn)],
  ['Sluttkode', 'ventetidSluttet', ({ data }) => String(data['kode'])],
  ['Avsluttet', 'forlopAvsluttet', ({ occurredOn }) => written(occurredOn)],
];

const written = (day: OsloDate): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
const line = (cells: Cells): string => columns.map((column) => cells[column] ?? '').join(';');

/** Writes an extract of so many referrals as a hospital's system would: a wide line for each, and one for each postponement and contact. */
export async function writeExtract(path: string, count: number, making: HistoryMaking): Promise<void> {
  const resh = new Map(making.departments.map((department) => [department.id, department.resh]));
  const file = createWriteStream(path);
  file.write(`${columns.join(';')}\n`);
  for (let nth = 0; nth < count; nth += 1) {
    const { source, patient, organisationId, facts } = historyOf(nth, making);
    const who: Cells = { HenvisningID: source.id, Fnr: patient.identifier!.value, ReshID: resh.get(organisationId)! };
    if (!file.write(linesOf(who, facts).map((text) => `${text}\n`).join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

function linesOf(who: Cells, facts: readonly ImportedFact[]): string[] {
  const cells: Cells = { ...who, Rad: 'H' };
  for (const [column, type, cell] of wide) {
    const fact = facts.find((one) => one.type === type);
    if (fact !== undefined) cells[column] = cell(fact);
  }
  if (cells.Avsluttet !== undefined) cells.Utfall = 'F';
  const more = facts.flatMap(({ key, type, occurredOn, data }): Cells[] => {
    if (type === 'utsatt') return [{ ...who, Rad: 'U', RadID: key, Dato: written(occurredOn), Kode: String(data['kode']), NyDato: written(data['nyDato'] as OsloDate) }];
    if (type === 'kontaktRegistrert') return [{ ...who, Rad: 'K', RadID: key, Dato: written(occurredOn), Kode: '3', Rolle: 'Lege' }];
    return type === 'utredningsbidrag' ? [{ ...who, Rad: 'K', RadID: key, Dato: written(occurredOn), Kode: '1', Rolle: data['profesjon'] === 'psykolog' ? 'Psykolog' : 'Lege' }] : [];
  });
  return [cells, ...more].map(line);
}
