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

/**
 * The numbers by hand: one statement, written for this question and for nothing else, that finds what is settled where reports find it too, in the index,
 * and judges the rest by its dates. It checks nobody's rights, knows nothing of waiting times, quality or duplicates, and hashes nothing; it is what
 * a report is held against.
 */
export async function handWritten(database: pg.Pool, { clock, year, organisationIds, asOf }: AuditedNumber): Promise<AuditedRow[]> {
  const values: unknown[] = [`${year}-01-01`, `${year}-12-31`, asOf];
  const where = [
    ...(organisationIds === null ? [] : [`organisation_id = any($${values.push(organisationIds)}::uuid[])`]),
    ...(clock === null ? [] : [`clock = $${values.push(clock)}`]),
    'start_on between $1 and $2',
  ].join(' and ');
  const { rows } = await database.query<AuditedRow>({ text: statement(where), values });
  return rows;
}

const statement = (where: string): string => `
  with settled as materialized (
    select organisation_id, clock, counts_as, count(*) as n from clock_row where counts_as is not null and ${where} group by 1, 2, 3),
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
