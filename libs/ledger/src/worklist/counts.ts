import { addDays, weekday, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { readOften } from '../database/read.js';
import type { WorklistCounts } from '../types/reading.js';
import { Parameters, statusOf } from './conditions.js';
import { namedPathways, namedRows, ownRow } from './statement.js';
import { today } from './worklist.js';

const sunday = 7;

/**
 * Pathways in each bucket, in one statement. Counted by stored dates where these are exact; what is at risk today may be
 * broken tomorrow, so there every clock is asked.
 */
export async function worklistCounts(context: LedgerContext, options: { readonly organisationIds?: readonly string[]; readonly asOf?: OsloDate } = {}): Promise<WorklistCounts> {
  const asOf = options.asOf ?? (await today(context));
  const parameters = new Parameters();
  const day = parameters.add(asOf, 'date');
  const sundayOfWeek = parameters.add(addDays(asOf, sunday - weekday(asOf)), 'date');
  const organisations = options.organisationIds === undefined ? null : parameters.add(options.organisationIds, 'uuid[]');
  const eyes = context.database.access !== null;
  const count = (what: string, table: Table, as: string, condition: string): string =>
    places(table, as, organisations, eyes, condition).map((place) => `(select count(${what})::int from ${place})`).join(' + ');
  const pathways = (name: keyof WorklistCounts, condition: string): string => `${count('*', 'pathway_state', 's', `s.listed and ${condition}`)} as "${name}"`;
  const [row] = await readOften<Omit<WorklistCounts, 'asOf'>>(
    context.database,
    `${eyes ? `with ${namedPathways} ` : ''}select ${[
      pathways('open', 'true'),
      pathways('today', `s.todo_from <= ${day}`),
      pathways('waitingForOthers', 's.waits_for_others'),
      pathways('broken', `s.broken_from <= ${day}`),
      pathways('dueThisWeek', `s.due_sort between ${day} and ${sundayOfWeek}`),
      pathways('noNextStep', `s.no_next_step_from <= ${day}`),
      pathways('findings', 's.finding_count > 0'),
      pathways('quarantine', 's.quarantined'),
      `${count('distinct r.pathway_id', 'clock_row', 'r', `r.open and r.at_risk_from <= ${day} and r.due_sort >= ${day} and ${statusOf('r', day)} = 'at-risk'`)} as "atRisk"`,
    ].join(',\n')}`,
    parameters.values,
  );
  return { asOf, ...row! };
}

type Table = 'pathway_state' | 'clock_row';

/**
 * Where a count looks, each place apart: for somebody their own organisations' rows, one organisation at a time, so that no row of another is
 * asked about; and the pathways that name them.
 */
function places(table: Table, as: string, organisations: string | null, eyes: boolean, condition: string): string[] {
  const conditions = [...(organisations === null ? [] : [`${as}.organisation_id = any(${organisations})`]), condition].join(' and ');
  if (!eyes) return [`${table} ${as} where ${conditions}`];
  return [
    `unnest((select app_organisations())) o(id) cross join lateral (select ${as}.pathway_id from ${table} ${as} where ${as}.organisation_id = o.id and ${conditions} offset 0) ${as}`,
    `${namedRows(table, as)} where not ${ownRow(as)} and ${conditions}`,
  ];
}
