import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-tables', '2-functions', '3-write-pathway'];

/** Sums of what is settled, for reports. They are empty at first: whoever looks counts from the rows until `sumSettled` has been through. */
export class SettledSums1775000011301 implements MigrationInterface {
  readonly name = 'SettledSums1775000011301';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./settled-sums/${part}.sql`, import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./lean-history/2-write-pathway.sql', import.meta.url), 'utf8'));
    await runner.query(before);
    await runner.query('drop function sum_settled, merge_sums, outdated_sums, reset_sums, wrong_sums; drop table clock_sum, pathway_sum, clock_kind; alter table pathway_state drop column summed, drop column summed_in');
  }
}

/** As in quick-counting/1-columns.sql. */
const before = `
  create or replace function mark_several() returns trigger language plpgsql security definer as $$
  declare
    others uuid[];
  begin
    select array_agg(q.id) into others from public.pathway p join public.pathway q on q.patient_id = p.patient_id and q.id <> p.id where p.id = new.pathway_id;
    new.several := others is not null;
    if new.several then
      update public.pathway_state s set several = true where s.pathway_id = any(others) and not s.several;
    end if;
    return new;
  end
  $$`;
