import { createHash } from 'node:crypto';
import { MasterKeys, newDataKey, open, seal } from '@forlop/crypto';
import type pg from 'pg';
import { progress } from '../system/progress.js';

/** Another id for the same copy of the same row, in SQL and here. */
const newId = (id: string, copy: string): string => `md5(${id}::text || ${copy})::uuid`;
const newPatientId = (id: string, copy: number): string => createHash('md5').update(`${id}${copy}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const pathway = { pathway_id: newId('pathway_id', '$1') };
/** What stands in a copy instead of what stands in the row. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pathway: { id: newId('id', '$1'), patient_id: newId('patient_id', '$1') },
  // The sums have no copy yet.
  pathway_state: { ...pathway, summed: 'false', summed_in: 'null' },
  pathway_access: pathway,
  referral_source: { ...pathway, id_hash: `decode(md5(encode(id_hash, 'hex') || $1), 'hex')` },
  finding_row: pathway,
  event: { ...pathway, id: newId('id', '$1'), patient_id: newId('patient_id', '$1') },
  clock_row: pathway,
};
const batch = 5_000;

/**
 * Makes each pathway that there is so many times more, with all its rows, on another patient who has a key and a name of their own. For measuring what is read:
 * to import a million takes hours. Copies have the hashes of what they were copied from, so they can be read and counted, not verified.
 */
export async function copyAll(database: pg.Pool, keys: NodeJS.ProcessEnv, copies: number): Promise<void> {
  const client = await database.connect();
  try {
    // Foreign keys hold by themselves, and that nobody has several pathways.
    await client.query('set session_replication_role = replica; set synchronous_commit = off');
    await copyPatients(client, MasterKeys.fromEnv(keys), copies);
    const columns = new Map<string, string[]>();
    for (const table of Object.keys(tables)) columns.set(table, await writable(client, table));
    for (const [table, instead] of Object.entries(tables)) {
      await client.query(`create temporary table original as select * from ${table}`);
      const indexes = await dropIndexes(client, table);
      for (let copy = 1; copy <= copies; copy += 1) {
        const names = columns.get(table)!;
        const values = names.map((name) => (instead[name] ?? name).replaceAll('$1', `'${copy}'`));
        await client.query(`insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from original`);
        progress(`copy ${copy} of ${copies}: ${table}`);
      }
      for (const definition of indexes) await client.query(definition);
      await client.query('drop table original');
    }
  } finally {
    // A connection that lets everything through is used for nothing else.
    client.release(true);
  }
}

/** Drops what is no constraint, which is quicker to make anew than to keep. @returns the statements that make them. */
async function dropIndexes(client: pg.PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`, [table]);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function writable(client: pg.PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`, [table]);
  return rows.map(({ name }) => name);
}

interface PatientRow {
  readonly id: string;
  readonly wrapped_key: Buffer;
  readonly sealed_demographics: Buffer;
}

async function copyPatients(client: pg.PoolClient, keys: MasterKeys, copies: number): Promise<void> {
  const { rows } = await client.query<PatientRow>('select id, wrapped_key, sealed_demographics from patient');
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    for (let copy = 1; copy <= copies; copy += 1) {
      const made = await Promise.all(some.map((row) => anotherPatient(row, copy, keys)));
      await client.query(
        `insert into patient (id, wrapped_key, sealed_demographics, identifier_hash, verified)
         select n.id, n.wrapped, n.sealed, decode(md5(n.id::text), 'hex'), true from unnest($1::uuid[], $2::bytea[], $3::bytea[]) n (id, wrapped, sealed)`,
        [made.map(({ id }) => id), made.map(({ wrapped }) => wrapped), made.map(({ sealed }) => sealed)]);
    }
    progress(`patients: ${Math.min(from + batch, rows.length)} of ${rows.length}, ${copies} times`);
  }
}

async function anotherPatient(row: PatientRow, copy: number, keys: MasterKeys): Promise<{ id: string; wrapped: Buffer; sealed: Buffer }> {
  const demographics = open(await keys.unwrap(row.wrapped_key, row.id), row.sealed_demographics, { owner: row.id, purpose: 'demographics' });
  const [id, key] = [newPatientId(row.id, copy), newDataKey()];
  return { id, wrapped: await keys.wrap(key, id), sealed: seal(key, demographics, { owner: id, purpose: 'demographics' }) };
}
