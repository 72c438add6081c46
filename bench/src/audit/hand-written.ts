import type pg from 'pg';

/** One question of an audit: what became of the clocks that began in a year. */
export interface AuditedNumber {
  /** Null: all clocks. */
  readonly clock: string | null;
  readonly year: number;
  /** Departments; null: all there are. */
  readonly organisationIds: readonly string[] | null;
  readonly asOf: string;
}

/** What became of them, by organisation and clock. */
export interface AuditedRow {
  readonly organisation_id: string;
  readonly clock: string;
  readonly started: number;
  readonly met: number;
  readonly late: number;
  readonly broken: number;
}

/** What a statement by hand counts the settled from: the rows of clocks, by their index; or the sums that reports use too. */
export type From = 'rows' | 'sums';

/**
 * The numbers by hand: one statement, written for this question and for nothing else, that counts what is settled from the index of rows, or from the sums, and judges the
 * rest by its dates. It checks nobody's rights, knows nothing of waiting times, quality or duplicates, and hashes nothing; it is what a report is held against.
 */
export async function handWritten(database: pg.Pool, { clock, year, organisationIds, asOf }: AuditedNumber, from: From): Promise<AuditedRow[]> {
  const values: unknown[] = [`${year}-01-01`, `${year}-12-31`, asOf];
  const where = [
    ...(organisationIds === null ? [] : [`organisation_id = any($${values.push(organisationIds)}::uuid[])`]),
    ...(clock === null ? [] : [`clock = $${values.push(clock)}`]),
    'start_on between $1 and $2',
  ].join(' and ');
  const { rows } = await database.query<AuditedRow>({ text: statement(from === 'rows' ? settledRows(where) : settledSums(clock, organisationIds, values), where), values });
  return rows;
}

const settledRows = (where: string): string => `select organisation_id, clock, counts_as, count(*) as n from clock_row where counts_as is not null and ${where} group by 1, 2, 3`;

/** The sums of the year's months, without what has been written since, and with the rows of all pathways that are not in the sums as they stand. */
function settledSums(clock: string | null, organisationIds: readonly string[] | null, values: unknown[]): string {
  const of = (alias: string): string => (organisationIds === null ? '' : ` and ${alias}organisation_id = any($${values.push(organisationIds)}::uuid[])`);
  const kind = clock === null ? '' : ` and k.clock = $${values.push(clock)}`;
  return `
    select organisation_id, clock, counts_as, sum(n)::bigint as n from (
      select c.organisation_id, k.clock, k.counts_as, split_part(w.pair, ':', 2)::int as n
        from clock_sum c join clock_kind k on k.id = c.kind, string_to_table(c.waits, ',') w(pair) where c.month between $1 and $2${of('c.')}${kind}
      union all
      select p.organisation_id, k.clock, k.counts_as, -1
        from pathway_state s join pathway_sum p on p.pathway_id = s.pathway_id, unnest(p.kinds, p.starts) u(kind, start_on) join clock_kind k on k.id = u.kind
       where not s.summed and s.summed_in is not null and u.start_on between $1 and $2${of('p.')}${kind}
      union all
      select r.organisation_id, r.clock, r.counts_as, 1
        from (select s.pathway_id from pathway_state s where not s.summed and not s.several${of('s.')} union all select s.pathway_id from pathway_state s where s.several${of('s.')}) k
        cross join lateral (select * from clock_row o where o.pathway_id = k.pathway_id offset 0) r
       where r.counts_as is not null and r.start_on between $1 and $2${kind.replace('k.clock', 'r.clock')}) a group by 1, 2, 3`;
}

const statement = (settled: string, where: string): string => `
  with settled as materialized (${settled}),
  told as (
    select organisation_id, clock, n, split_part(counts_as, '|', 3) as outcome from settled
    union all
    select organisation_id, clock, 1,
           case when met_on <= $3 then case when due_on is null then 'excluded' when met_on <= due_on then 'met' when passed_by_patient then 'excluded' else 'met-late' end
                when (ended_on is null or ended_on > due_on) and due_on < $3 and not passed_by_patient and not lapses then 'broken' end
      from clock_row where counts_as is null and start_on <= $3 and ${where})
  select organisation_id, clock, sum(n)::int as started, coalesce(sum(n) filter (where outcome = 'met'), 0)::int as met, coalesce(sum(n) filter (where outcome = 'met-late'), 0)::int as late,
         coalesce(sum(n) filter (where outcome = 'broken'), 0)::int as broken
    from told group by 1, 2 order by 1, 2`;
