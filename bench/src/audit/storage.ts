import type { Figure } from '../figure.js';
import type { Country } from './country.js';

/** What a million pathways take on disk, indexes and all; the largest tables in the detail. */
export async function storage({ database, making: { pathways } }: Country): Promise<Figure> {
  const { rows } = await database.query<{ name: string; bytes: number; indexes: number }>(
    `select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes, pg_indexes_size(c.oid)::float8 as indexes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 2 desc`,
  );
  const perMillion = (bytes: number): number => (bytes / pathways) * 1_000_000 / 1e9;
  const { rows: [counted] } = await database.query<{ events: number }>('select count(*)::float8 as events from event');
  const largest = rows.slice(0, 5).map(({ name, bytes, indexes }) => `${name} ${perMillion(bytes).toFixed(2)} GB (indexes ${perMillion(indexes).toFixed(2)})`);
  return {
    name: 'storage per million pathways', value: perMillion(rows.reduce((sum, { bytes }) => sum + bytes, 0)), unit: 'GB', goal: null, met: null,
    detail: `${pathways} pathways, ${counted!.events} events. ${largest.join(', ')}.`,
  };
}
