import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-columns', '2-write-pathway', '3-saved-views'];
const columns = ['owner_role', 'owner_person', 'persons', 'next_role', 'waits_for_others', 'todo_from', 'contact_sort', 'last_contact_on', 'variant_sort'];

/** Who is to act, and since when, for the lists. */
export class WorkList1775000005001 implements MigrationInterface {
  readonly name = 'WorkList1775000005001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./work-list/${part}.sql`, import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table saved_view; revoke insert, update on obligation_attempt from forlop_api; alter table finding_row drop column owner_person, drop column set_aside');
    await runner.query(await readFile(new URL('./tenancy/3-write-pathway.sql', import.meta.url), 'utf8'));
    await runner.query(`alter table pathway_state ${columns.map((column) => `drop column ${column}`).join(', ')}`);
  }
}
