import { mergeTallies, readSettled, Tallies, type ComplianceQuery, type SettledKind, type TallyRow } from '@forlop/compliance';
import type { LedgerContext } from '../context.js';
import { snapshot } from '../database/read.js';
import { nameFor, plannedOnce } from '../database/statement.js';
import type { Transaction } from '../database/transaction.js';
import { Parameters } from '../worklist/conditions.js';
import { today } from '../worklist/worklist.js';
import { countedRows, settledRows, unsummed, type Apart, type SettledOf, type Which } from './counted.js';
import { scopeOf, type Scope } from './scope.js';
import { sumRows, talliesOf, wholeMonths, type SumRow } from './sums.js';
import { countedThen } from './then.js';

type Row = Omit<TallyRow, 'cell'> & TallyRow['cell'];
type SettledRow = Omit<TallyRow['cell'], 'definition' | 'version'> & { readonly countsAs: string; readonly waits: string };

/** @throws LedgerError `unknown-organisation`. */
export async function complianceTallies(context: LedgerContext, query: ComplianceQuery): Promise<readonly TallyRow[]> {
  return talliesIn(context, query, await scopeOf(context, query));
}

export async function talliesIn(context: LedgerContext, query: ComplianceQuery, scope: Scope): Promise<readonly TallyRow[]> {
  return (await isOfNow(context, query)) || scope.tables !== '' ? snapshot(context.database, async (reader) => mergeTallies(await talliesNow(reader, query, scope))) : talliesThen(context, query, scope);
}

/**
 * Whether the read tables answer the question: they hold dates as they follow from all that has happened and is known. A fact after an earlier
 * day, or recorded after an earlier place, may have changed them.
 */
export const isOfNow = async (context: LedgerContext, { asOf, knownAt }: ComplianceQuery): Promise<boolean> => knownAt === null && asOf >= (await today(context));

async function talliesThen(context: LedgerContext, query: ComplianceQuery, scope: Scope): Promise<readonly TallyRow[]> {
  const tallies = new Tallies();
  for await (const { counted } of countedThen(context, query, scope)) for (const { cell, outcome, defect } of counted) tallies.add(cell, outcome, defect);
  return tallies.list();
}

/**
 * Room to hash in memory what one question is about, and no compilation of a statement that is asked once. Rows are never sorted to be counted: by how many
 * there are the planner would, and sorting texts takes longer than all the rest.
 */
const roomy = `set local work_mem = '96MB'; set local jit = off; set local enable_sort = off; set local enable_incremental_sort = off`;

/**
 * The parts of a report take 8 ms to plan, and some 3 to run for a hospital: those of a few organisations are planned once on each connection. Of a whole
 * country they are planned for what is asked.
 */
const few = 16;
/** Of a country the planner would read millions of rows in two processes rather than their index in one: 10.3 s where this took 7.4. */
const byIndex = 'set local enable_bitmapscan = off';
const howPlanned = (scope: Scope): string[] => (isSmall(scope) ? [plannedOnce] : scope.tables === '' ? [byIndex] : []);
const isSmall = ({ organisationIds, tables }: Scope): boolean => tables === '' && organisationIds !== null && organisationIds.length <= few;

/** Everything that a tally can be told apart by. */
const all: Apart = { month: true, place: true };

/** From the read tables at one moment: what is settled is added up as it was judged when it was written, the rest is judged now. What counts alike may stand in two rows. */
export async function talliesNow(reader: Pick<Transaction, 'query'>, query: ComplianceQuery, scope: Scope, apart = all): Promise<readonly TallyRow[]> {
  const once = isSmall(scope);
  const asked: Ask = (sql, parameters) => reader.query(sql, parameters, once ? nameFor(sql) : undefined);
  const [, ...parts] = await Promise.all([reader.query([roomy, ...howPlanned(scope)].join('; ')), ...partsOf(asked, query, scope, apart)]);
  return parts.flat();
}

/** So many pathways that are not summed are looked up one by one. Where there are more, after an import or an upgrade, all is counted from the rows as if there were no sums. */
const mostUnsummed = 2_000;

async function fewUnsummed(ask: Ask, { organisationIds }: Scope): Promise<boolean> {
  const parameters = new Parameters();
  const pathways = unsummed(organisationIds === null ? null : parameters.add(organisationIds, 'uuid[]'));
  const [found] = await ask<{ n: number }>(`select count(*)::int as n from (${pathways} limit ${mostUnsummed + 1}) u`, parameters.values);
  return found!.n <= mostUnsummed;
}

type Ask = <Row>(sql: string, parameters: readonly unknown[]) => Promise<Row[]>;

function partsOf(ask: Ask, query: ComplianceQuery, scope: Scope, apart: Apart): Promise<readonly TallyRow[]>[] {
  // Statistics are asked of earlier days too, when what is settled now may not have been.
  return scope.tables !== '' ? [judged(ask, query, scope, 'all', apart)] : [settled(ask, query, scope, apart), judged(ask, query, scope, 'changeable', apart)];
}

/** Whole months by the day that clocks began come from the sums, with what these do not have; days before and after, and all that the sums do not tell apart, from the rows. */
async function settled(ask: Ask, query: ComplianceQuery, scope: Scope, apart: Apart): Promise<readonly TallyRow[]> {
  const months = apart.place || query.cohort !== 'started' ? null : wholeMonths(query);
  if (months === null || !(await fewUnsummed(ask, scope))) return settledTallies(ask, query, scope, apart);
  const inner = { ...query, ...months.inner };
  const parts = await Promise.all([
    summed(ask, inner, scope, apart),
    settledTallies(ask, inner, scope, apart, 'unsummed'),
    ...months.edges.map((edge) => settledTallies(ask, { ...query, ...edge }, scope, apart)),
  ]);
  return parts.flat();
}

async function summed(ask: Ask, query: ComplianceQuery, scope: Scope, { month }: Apart): Promise<readonly TallyRow[]> {
  const parameters = new Parameters();
  return talliesOf(await ask<SumRow>(sumRows(query, scope, parameters, month), parameters.values), query.asOf);
}

async function settledTallies(ask: Ask, query: ComplianceQuery, scope: Scope, apart: Apart, of?: SettledOf): Promise<readonly TallyRow[]> {
  const parameters = new Parameters();
  const rows = await ask<SettledRow>(settledRows(query, scope, parameters, apart, of), parameters.values);
  const kinds = new Map<string, SettledKind>();
  return rows.flatMap(({ organisation, clock, countsAs, period, step, variant, waits }) => {
    let kind = kinds.get(countsAs);
    if (kind === undefined) kinds.set(countsAs, (kind = readSettled(countsAs)));
    const { definition, version, outcome, reason, cause, end, defect } = kind;
    const cell = { organisation, definition, version, variant, clock, step, period };
    return waits.split(',').map((one): TallyRow => {
      const colon = one.indexOf(':');
      return { cell, outcome, reason, cause, end, days: Number(one.slice(0, colon)), defect, n: Number(one.slice(colon + 1)) };
    });
  });
}

async function judged(ask: Ask, query: ComplianceQuery, scope: Scope, which: Which, { month, place }: Apart): Promise<readonly TallyRow[]> {
  const parameters = new Parameters();
  const rows = await ask<Row>(
    `with ${countedRows(query, scope, parameters, which)}
     select organisation_id as organisation, definition_id as definition, version, ${place ? 'variant' : 'null as variant'}, clock, ${place ? 'step' : 'null as step'}, ${month ? 'period' : "'' as period"},
            outcome, reason, cause, "end", days, defect, count(*)::int as n
       from counted group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13`,
    parameters.values,
  );
  return rows.map(({ organisation, definition, version, variant, clock, step, period, ...counted }) => ({
    cell: { organisation, definition, version, variant, clock, step, period }, ...counted,
  }));
}
