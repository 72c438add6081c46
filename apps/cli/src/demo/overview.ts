import type { PathwayMode, WorklistCounts, WorklistFilter, WorklistRow } from '@forlop/ledger';
import type { ClockStatus } from '@forlop/pathway';
import { columns } from '../layout.js';
import type { OpenLedger } from '../ledger-access.js';
import { statusWords, titleIn } from '../words.js';

type NextStatus = ClockStatus | 'none';
type Tally<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** Pathways by step and by the status of the clock that is due next (`none`: no clock has a date), by mode, and by the statuses of all their clocks. */
export interface Overview {
  readonly steps: readonly { readonly definition: string; readonly step: string; readonly title: string; readonly pathways: number; readonly statuses: Tally<NextStatus> }[];
  /** Pathways that have at least one clock in the status. */
  readonly statuses: Tally<ClockStatus>;
  readonly modes: Tally<PathwayMode>;
  readonly counts: WorklistCounts;
}

/** Reads the whole work list, closed pathways too. */
export async function overviewOf({ ledger, rules }: Pick<OpenLedger, 'ledger' | 'rules'>): Promise<Overview> {
  const rows = await allRows(ledger, {});
  const definitions = rules.definitions();
  // Definitions in their order, and in each the steps in the order in which a patient meets them.
  const steps = definitions.flatMap((definition) =>
    definition.steps.flatMap(({ id }) => {
      const here = rows.filter((row) => row.definition.id === definition.id && row.definition.version === definition.version && row.step === id);
      return here.length === 0 ? [] : [{ definition: definition.id, step: id, title: titleIn(definition.steps, id), pathways: here.length, statuses: tally(here.map(({ clock }) => clock?.status ?? 'none')) }];
    }),
  );
  const clocks = new Set(definitions.flatMap((definition) => definition.clocks.map(({ id }) => id)));
  return { steps, statuses: await clockStatuses(ledger, clocks), modes: tally(rows.map(({ mode }) => mode)), counts: await ledger.worklistCounts() };
}

async function allRows(ledger: OpenLedger['ledger'], filter: WorklistFilter): Promise<WorklistRow[]> {
  const rows: WorklistRow[] = [];
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const page = await ledger.worklist({ filter: { ...filter, includeFinished: true }, sort: 'received', limit: 200, ...(cursor !== null && { cursor }) });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

async function clockStatuses(ledger: OpenLedger['ledger'], clocks: ReadonlySet<string>): Promise<Tally<ClockStatus>> {
  const seen = new Set<string>();
  for (const clock of clocks) {
    for (const row of await allRows(ledger, { clock })) seen.add(`${row.clock!.status} ${row.pathwayId}`);
  }
  return tally([...seen].map((statusAndId) => statusAndId.split(' ')[0] as ClockStatus));
}

function tally<Key extends string>(keys: readonly Key[]): Tally<Key> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const modeWords: Readonly<Record<PathwayMode, string>> = { live: 'Følges', paused: 'På pause', historical: 'Bare historikk' };

/** The overview as people read it: a row for each step, a column for each status that occurs. */
export function overviewLines({ steps, statuses, modes, counts }: Overview): string[] {
  const columnsOf = ([...Object.keys(statusWords), 'none'] as NextStatus[]).filter((status) => steps.some((step) => step.statuses[status] !== undefined));
  const header = ['Forløp', 'Steg', 'Pasienter', ...columnsOf.map((status) => (status === 'none' ? 'uten frist' : statusWords[status]))];
  const rows = steps.map((step) => [step.definition, step.title, String(step.pathways), ...columnsOf.map((status) => String(step.statuses[status] ?? ''))]);
  return [
    'Pasienter etter steg og statusen til neste frist:',
    '',
    ...columns([header, ...rows], '  '),
    '',
    'Pasienter som har minst én klokke med statusen:',
    '',
    ...columns((Object.keys(statusWords) as ClockStatus[]).map((status) => [statusWords[status], String(statuses[status] ?? 0)]), '  '),
    '',
    'Pasienter i alt:',
    '',
    ...columns([
      ...(Object.keys(modeWords) as PathwayMode[]).map((mode) => [modeWords[mode], String(modes[mode] ?? 0)]),
      ['Åpne forløp', String(counts.open)],
      ['Brutt', String(counts.broken)],
      ['I fare', String(counts.atRisk)],
      ['Frist denne uken', String(counts.dueThisWeek)],
      ['Uten neste steg', String(counts.noNextStep)],
      ['Med avvik', String(counts.findings)],
      ['I karantene', String(counts.quarantine)],
    ], '  '),
  ];
}
