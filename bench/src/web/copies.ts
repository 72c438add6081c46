import type pg from 'pg';

/** The tables that lists and counts ask of a pathway, and the column that names it. */
const copied: readonly [table: string, key: string][] = [['pathway', 'id'], ['pathway_state', 'pathway_id'], ['clock_row', 'pathway_id'], ['pathway_access', 'pathway_id']];

/** Dates that lists are sorted by: spread over three months, so that no index is right by chance. */
const spread: ReadonlySet<string> = new Set(['due_on', 'next_due_on', 'broken_from', 'at_risk_from', 'step_since']);

/**
 * Copies every pathway that there is so many times, row by row, so that the lists are as long as they should be. The copies are of the same patients,
 * whose names can be opened, and have no events: they can be listed and not worked on.
 */
export async function copyPathways(database: pg.Pool, times: number): Promise<number> {
  await database.query(`create table copies as select p.id as old, n, gen_random_uuid() as id from pathway p, generate_series(1, ${times}) n`);
  // It looks at all of a patient's pathways for each new one: a few in life, two thousand here.
  await database.query('alter table pathway_state disable trigger pathway_state_several');
  for (const [table, key] of copied) {
    const { rows } = await database.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`, [table]);
    const value = (name: string): string => (name === key ? 'c.id' : spread.has(name) ? `t.${name} + c.n % 90` : `t.${name}`);
    await database.query(`insert into ${table} (${rows.map(({ name }) => name).join(', ')}) select ${rows.map(({ name }) => value(name)).join(', ')} from ${table} t join copies c on c.old = t.${key}`);
  }
  await database.query('alter table pathway_state enable trigger pathway_state_several');
  await database.query('drop table copies');
  await database.query('analyze');
  const { rows: [counted] } = await database.query<{ count: number }>('select count(*)::int as count from pathway_state where listed');
  return counted!.count;
}
