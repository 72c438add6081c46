import type { WorklistCounts, WorklistRow } from '@forlop/ledger';
import type { ClockStatus } from '@forlop/pathway';
import { columns } from '../layout.js';
import type { OpenLedger } from '../ledger-access.js';
import { statusWords, titleIn } from '../words.js';

/** Pathways by step and by the status of the clock that is due next; `none`: no clock has a date. */
export interface Overview {
  readonly steps: readonly { readonly definition: string; readonly step: string; readonly title: string; readonly pathways: number; readonly statuses: Readonly<Partial<Record<ClockStatus | 'none', number>>> }[];
  readonly counts: WorklistCounts;
}

/** Reads the whole work list, closed pathways too. */
export async function overviewOf({ ledger, rules }: OpenLedger): Promise<Overview> {
  const rows: WorklistRow[] = [];
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const page = await ledger.worklist({ filter: { includeFinished: true }, sort: 'received', limit: 200, ...(cursor !== null && { cursor }) });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  const definitions = rules.definitions();
  // Definitions in their order, and in each the steps in the order in which a patient meets them.
  const steps = definitions.flatMap((definition) =>
    definition.steps.flatMap(({ id }) => {
      const here = rows.filter((row) => row.definition.id === definition.id && row.definition.version === definition.version && row.step === id);
      return here.length === 0 ? [] : [{ definition: definition.id, step: id, title: titleIn(definition.steps, id), pathways: here.length, statuses: statusesOf(here) }];
    }),
  );
  return { steps, counts: await ledger.worklistCounts() };
}

function statusesOf(rows: readonly WorklistRow[]): Partial<Record<ClockStatus | 'none', number>> {
  const counts: Partial<Record<ClockStatus | 'none', number>> = {};
  for (const { clock } of rows) counts[clock?.status ?? 'none'] = (counts[clock?.status ?? 'none'] ?? 0) + 1;
  return counts;
}

/** The overview as people read it: a row for each step, a column for each status that occurs. */
export function overviewLines({ steps, counts }: Overview): string[] {
  const statuses = ([...Object.keys(statusWords), 'none'] as (ClockStatus | 'none')[]).filter((status) => steps.some((step) => step.statuses[status] !== undefined));
  const word = (status: ClockStatus | 'none') => (status === 'none' ? 'uten frist' : statusWords[status]);
  const header = ['Forløp', 'Steg', 'Pasienter', ...statuses.map(word)];
  const rows = steps.map((step) => [step.definition, step.title, String(step.pathways), ...statuses.map((status) => String(step.statuses[status] ?? ''))]);
  return [
    'Pasienter etter steg og statusen til neste frist:',
    '',
    ...columns([header, ...rows], '  '),
    '',
    ...columns([
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
