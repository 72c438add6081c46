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

/** What became of them, by organisation and clock, and how long those waited who were met, and who still wait: calendar days. */
export interface AuditedRow {
  readonly organisation_id: string;
  readonly clock: string;
  readonly started: number;
  readonly met: number;
  readonly late: number;
  readonly broken: number;
  readonly met_n: number | null;
  readonly met_median: number | null;
  readonly met_p90: number | null;
  readonly open_n: number | null;
  readonly open_median: number | null;
  readonly open_p90: number | null;
}

/** What a statement by hand counts the settled from: the rows of clocks, by their index; or the sums that reports use too. */
export type From = 'rows' | 'sums';

/**
 * The numbers by hand: one statement, written for this question and for nothing else, that counts what is settled from the index of rows, or from the sums, and judges the
 * rest by its dates, with the waits of those who were met and of those who still wait, as a report tells them. It checks nobody's rights, knows nothing of causes, quality or duplicates, and hashes nothing; it is what a report is held against.
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

const settledRows = (where: string): string => `select organisation_id, clock, counts_as, coalesce(until_on, $3::date) - start_on as days, count(*) as n from clock_row where counts_as is not null and ${where} group by 1, 2, 3, 4`;

/** The sums of the year's months, without what has been written since, and with the rows of all pathways that are not in the sums as they stand. */
function settledSums(clock: string | null, organisationIds: readonly string[] | null, values: unknown[]): string {
  const of = (alias: string): string => (organisationIds === null ? '' : ` and ${alias}organisation_id = any($${values.push(organisationIds)}::uuid[])`);
  const kind = clock === null ? '' : ` and k.clock = $${values.push(clock)}`;
  const days = (wait: string): string => `case when k.goes_on then $3::date - date '2000-01-01' - ${wait} else ${wait} end`;
  return `
    select organisation_id, clock, counts_as, days, sum(n)::bigint as n from (
      select c.organisation_id, k.clock, k.counts_as, ${days(`split_part(w.pair, ':', 1)::int`)} as days, split_part(w.pair, ':', 2)::int as n
        from clock_sum c join clock_kind k on k.id = c.kind, string_to_table(c.waits, ',') w(pair) where c.month between $1 and $2${of('c.')}${kind}
      union all
      select p.organisation_id, k.clock, k.counts_as, ${days('u.wait')}, -1
        from pathway_state s join pathway_sum p on p.pathway_id = s.pathway_id, unnest(p.kinds, p.starts, p.waits) u(kind, start_on, wait) join clock_kind k on k.id = u.kind
       where not s.summed and s.summed_in is not null and u.start_on between $1 and $2${of('p.')}${kind}
      union all
      select r.organisation_id, r.clock, r.counts_as, coalesce(r.until_on, $3::date) - r.start_on, 1
        from (select s.pathway_id from pathway_state s where not s.summed and not s.several${of('s.')} union all select s.pathway_id from pathway_state s where s.several${of('s.')}) k
        cross join lateral (select * from clock_row o where o.pathway_id = k.pathway_id offset 0) r
       where r.counts_as is not null and r.start_on between $1 and $2${kind.replace('k.clock', 'r.clock')}) a group by 1, 2, 3, 4`;
}

const statement = (settled: string, where: string): string => `
  with settled as materialized (${settled}),
  told as materialized (
    select organisation_id, clock, n, split_part(counts_as, '|', 3) as outcome, split_part(counts_as, '|', 6) as "end", days from settled
    union all
    select organisation_id, clock, 1,
           case when met_on <= $3 then case when due_on is null then 'excluded' when met_on <= due_on then 'met' when passed_by_patient then 'excluded' else 'met-late' end
                when (ended_on is null or ended_on > due_on) and due_on < $3 and not passed_by_patient and not lapses then 'broken' end,
           case when met_on <= $3 then 'met' when ended_on <= $3 or (lapses and due_on < $3) then 'ended' else 'open' end,
           greatest(case when met_on <= $3 then met_on else $3::date end - start_on, 0)
      from clock_row where counts_as is null and start_on <= $3 and ${where}),
  counted as (
    select organisation_id, clock, sum(n)::int as started, coalesce(sum(n) filter (where outcome = 'met'), 0)::int as met, coalesce(sum(n) filter (where outcome = 'met-late'), 0)::int as late,
           coalesce(sum(n) filter (where outcome = 'broken'), 0)::int as broken
      from told group by 1, 2),
  lengths as (select organisation_id, clock, "end", days, sum(n) as n from told where "end" <> 'ended' group by 1, 2, 3, 4),
  ranked as (select l.*, sum(n) over (partition by organisation_id, clock, "end" order by days) as seen, sum(n) over (partition by organisation_id, clock, "end") as total from lengths l),
  waited as (
    select organisation_id, clock, "end", total::int as n, sum(n * days)::float / total as mean,
           (min(days) filter (where seen >= ceil(total / 2.0)) + min(days) filter (where seen >= floor(total / 2.0) + 1)) / 2.0::float as median,
           min(days) filter (where seen >= ceil(total * 9 / 10.0)) as p90
      from ranked where total > 0 group by 1, 2, 3, total)
  select c.*, m.n as met_n, m.mean as met_mean, m.median as met_median, m.p90 as met_p90, o.n as open_n, o.mean as open_mean, o.median as open_median, o.p90 as open_p90
    from counted c
    left join waited m on m.organisation_id = c.organisation_id and m.clock = c.clock and m."end" = 'met'
    left join waited o on o.organisation_id = c.organisation_id and o.clock = c.clock and o."end" = 'open' order by 1, 2`;
