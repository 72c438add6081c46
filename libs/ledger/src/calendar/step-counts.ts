import { isOsloDate, type OsloDate } from '@forlop/calendar';
import { isUuid } from '../core/event-id.js';
import type { LedgerContext } from '../context.js';
import { read, readOften } from '../database/read.js';
import { LedgerError } from '../types/errors.js';
import type { StepCount, StepCounts, StepCountsQuery } from '../types/mirrored-calendar.js';
import { Parameters } from '../worklist/conditions.js';
import { namedPathways, namedRows, ownRow } from '../worklist/statement.js';
import { today } from '../worklist/worklist.js';

interface Row {
  readonly step: string;
  readonly variant: string | null;
  readonly whole_step: boolean;
  readonly patients: number | null;
  readonly median_days: number | null;
  readonly p90_days: number | null;
  readonly overdue: number | null;
}

/**
 * How many are at each step of a definition's version on a day, for how long, and how many of them have an open frist that is broken; for each step,
 * and for each variant in it. Of those whom one sees, or with `house` of all, without groups of fewer than five.
 */
export async function stepCounts(context: LedgerContext, query: StepCountsQuery): Promise<StepCounts> {
  const { asOf: asked, organisationIds } = query;
  if (asked !== undefined && !isOsloDate(asked)) throw new LedgerError('bad-data', 'Dagen må være en dato på formen ÅÅÅÅ-MM-DD.');
  if (!(organisationIds ?? []).every(isUuid)) throw new LedgerError('bad-data', 'En virksomhet i filteret har ikke en gyldig id.');
  const asOf = asked ?? (await today(context));
  const rows = query.house === true
    ? await read<Row>(context.database, 'select * from step_counts($1, $2, $3)', [query.definition.id, query.definition.version, asOf])
    : await ownCounts(context, query, asOf);
  return { asOf, steps: rows.filter((row) => row.whole_step).map(({ step, ...row }) => ({ step, ...countOf(row), variants: variantsOf(rows, step) })) };
}

/** Where one variant is hidden the others are too: what is left of the whole would tell it. */
function variantsOf(rows: readonly Row[], step: string): StepCounts['steps'][number]['variants'] {
  const mine = rows.filter((row) => row.step === step && !row.whole_step).sort((a, b) => ((a.variant ?? '') < (b.variant ?? '') ? -1 : 1));
  const hidden = mine.some(({ patients }) => patients === null);
  return mine.map(({ variant, ...row }) => ({ variant: variant === '' ? null : variant, ...(hidden ? nothing : countOf(row)) }));
}

const nothing: StepCount = { patients: null, medianDays: null, p90Days: null, overdue: null };
const countOf = ({ patients, median_days: medianDays, p90_days: p90Days, overdue }: Omit<Row, 'step' | 'variant'>): StepCount => ({ patients, medianDays, p90Days, overdue });

function ownCounts(context: LedgerContext, { definition, organisationIds }: StepCountsQuery, asOf: OsloDate): Promise<Row[]> {
  const parameters = new Parameters();
  const [id, version, on] = [parameters.add(definition.id, 'text'), parameters.add(definition.version, 'text'), parameters.add(asOf, 'date')];
  const wanted = organisationIds === undefined ? null : parameters.add(organisationIds, 'uuid[]');
  const eyes = context.database.access !== null;
  const condition = `s.definition_id = ${id} and s.definition_version = ${version} and s.listed and s.mode <> 'historical'`;
  const columns = `s.step, ${on} - s.step_since as days, coalesce(s.broken_from <= ${on}, false) as overdue, coalesce(case when s.variant_next_from <= ${on} then s.variant_next else s.variant end, '') as variant`;
  const organisations = eyes ? '(select u.id from unnest((select app_organisations())) u(id))' : '(select id from organisation)';
  const own = `select x.* from ${organisations} o cross join lateral (select ${columns} from pathway_state s where s.organisation_id = o.id and ${condition} offset 0) x${wanted === null ? '' : ` where o.id = any(${wanted})`}`;
  const named = `select ${columns} from ${namedRows('pathway_state', 's')} where not ${ownRow('s')} and ${condition}${wanted === null ? '' : ` and s.organisation_id = any(${wanted})`}`;
  return readOften<Row>(
    context.database,
    `${eyes ? `with ${namedPathways}` : ''}
     select step, variant, grouping(variant) = 1 as whole_step, count(*)::int as patients, percentile_disc(0.5) within group (order by days) as median_days,
            percentile_disc(0.9) within group (order by days) as p90_days, count(*) filter (where overdue)::int as overdue
       from (${eyes ? `${own} union all ${named}` : own}) d group by grouping sets ((step), (step, variant))`,
    parameters.values,
  );
}
