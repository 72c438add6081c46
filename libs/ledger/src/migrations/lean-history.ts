import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-lean', '2-write-pathway'];
const readTables = ['pathway_state', 'clock_row', 'obligation_row', 'finding_row'];

/** Less for every row that is written. */
export class LeanHistory1775000010102 implements MigrationInterface {
  readonly name = 'LeanHistory1775000010102';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./lean-history/${part}.sql`, import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table clock_row add column facts jsonb not null default '{}'`);
    await runner.query(await readFile(new URL('./quick-counting/2-write-pathway.sql', import.meta.url), 'utf8'));
    for (const table of readTables) await runner.query(`alter table ${table} add constraint ${table}_pathway_id_fkey foreign key (pathway_id) references pathway`);
    await runner.query('create index event_cursor on event (txid, position); create index clock_row_started on clock_row (organisation_id, start_on)');
  }
}
