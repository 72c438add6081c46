import type { TwoHospitals } from './tenancy-helpers.js';

/** The tables that lists, counts and searches ask, and the columns that name a row's pathway and patient. */
const copied: readonly [string, Readonly<Record<string, 'c.pathway_id' | 'c.patient_id'>>][] = [
  ['patient', { id: 'c.patient_id' }],
  ['patient_name_token', { patient_id: 'c.patient_id' }],
  ['pathway', { id: 'c.pathway_id', patient_id: 'c.patient_id' }],
  ['pathway_state', { pathway_id: 'c.pathway_id' }],
  ['clock_row', { pathway_id: 'c.pathway_id' }],
  ['pathway_access', { pathway_id: 'c.pathway_id' }],
];

/** Dates that lists are sorted by: spread, so that no index is right by chance. */
const spread = ['due_on', 'next_due_on', 'broken_from', 'at_risk_from', 'step_since'];

/**
 * Thousands of patients with a pathway each, copied row by row from one: what a statement costs depends on how many there are. They have no
 * events, and what is sealed of them cannot be opened.
 */
export async function copyPathway(house: TwoHospitals, pathwayId: string, count: number): Promise<void> {
  const [original] = await house.sql<{ patient_id: string }>('select patient_id from pathway where id = $1', [pathwayId]);
  await house.sql(`create table copies as select n, gen_random_uuid() as pathway_id, gen_random_uuid() as patient_id from generate_series(1, ${count}) n`);
  for (const [table, ids] of copied) {
    const columns = await house.sql<{ name: string }>(`select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`, [table]);
    const value = (name: string): string => ids[name] ?? (name === 'verified' ? 'false' : name === 'identifier_hash' ? 'null' : spread.includes(name) ? `t.${name} + c.n % 90` : `t.${name}`);
    const [key, kind] = Object.entries(ids)[0]!;
    await house.sql(
      `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) select ${columns.map(({ name }) => value(name)).join(', ')} from ${table} t, copies c where t.${key} = $1`,
      [kind === 'c.patient_id' ? original!.patient_id : pathwayId],
    );
  }
  await house.sql('drop table copies');
}
