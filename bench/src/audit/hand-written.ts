import type pg from 'pg';

/** One number of an audit: what became of the clocks of a kind that began in a year. */
export interface AuditedNumber {
  readonly clock: string;
  readonly year: number;
  /** Departments; null: all there are. */
  readonly organisationIds: readonly string[] | null;
  readonly asOf: string;
}

/** What became of them, by organisation. */
export interface AuditedRow {
  readonly organisation_id: string;
  readonly started: number;
  readonly met: number;
  readonly late: number;
  readonly broken: number;
  readonly by_patient: number;
  readonly running: number;
}

/**
 * The number by hand: one statement on the read table, written for this question and for nothing else. It checks nobody's rights, gives no patient and
 * hashes nothing; it is what a report is held against.
 */
export async function handWritten(database: pg.Pool, { clock, year, organisationIds, asOf }: AuditedNumber): Promise<AuditedRow[]> {
  const { rows } = await database.query<AuditedRow>({ name: organisationIds === null ? 'audit_all' : 'audit_some', text: organisationIds === null ? everywhere : some, values: [clock, `${year}-01-01`, `${year + 1}-01-01`, asOf, ...(organisationIds === null ? [] : [organisationIds])] });
  return rows;
}

const statement = (where: string): string => `
  select organisation_id, count(*)::int as started,
         count(*) filter (where met_on <= $4 and (due_on is null or met_on <= due_on))::int as met,
         count(*) filter (where met_on <= $4 and met_on > due_on and not passed_by_patient)::int as late,
         count(*) filter (where (met_on is null or met_on > $4) and (ended_on is null or ended_on > due_on) and due_on < $4 and not passed_by_patient)::int as broken,
         count(*) filter (where passed_by_patient and due_on < $4 and (met_on is null or met_on > due_on))::int as by_patient,
         count(*) filter (where met_on is null and ended_on is null and (due_on is null or due_on >= $4))::int as running
    from clock_row
   where clock = $1 and start_on >= $2 and start_on < $3 ${where}
   group by organisation_id order by organisation_id`;
const everywhere = statement('');
const some = statement('and organisation_id = any($5)');
