import { addDays, weekday, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import type { WorklistCounts } from '../types/reading.js';
import { Parameters, stateConditions } from './conditions.js';
import type { WorklistFilter } from '../types/reading.js';
import { today } from './worklist.js';

const buckets: Readonly<Record<Exclude<keyof WorklistCounts, 'asOf' | 'dueThisWeek'>, WorklistFilter>> = {
  open: {},
  broken: { broken: true },
  atRisk: { atRisk: true },
  noNextStep: { noNextStep: true },
  findings: { findings: true },
  quarantine: { quarantine: true },
};

const sunday = 7;

/** Pathways in each bucket, in one statement; each count is the length of the work list with that filter. */
export async function worklistCounts(context: LedgerContext, options: { readonly organisationIds?: readonly string[]; readonly asOf?: OsloDate } = {}): Promise<WorklistCounts> {
  const asOf = options.asOf ?? (await today(context));
  const parameters = new Parameters();
  const day = parameters.add(asOf, 'date');
  const scope = options.organisationIds === undefined ? [] : [`s.organisation_id = any(${parameters.add(options.organisationIds, 'uuid[]')})`];
  const count = (name: string, conditions: readonly string[]): string =>
    `(select count(*)::int from pathway_state s where ${[...scope, ...conditions].join(' and ')}) as "${name}"`;
  const week = `s.due_sort between ${day} and ${parameters.add(addDays(asOf, sunday - weekday(asOf)), 'date')}`;
  const columns = [
    ...Object.entries(buckets).map(([name, filter]) => count(name, stateConditions(filter, day, parameters))),
    count('dueThisWeek', ['s.listed', week]),
  ];
  const [row] = await read<Omit<WorklistCounts, 'asOf'>>(context.dataSource, `select ${columns.join(',\n')}`, parameters.values);
  return { asOf, ...row! };
}
