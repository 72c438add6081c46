import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-columns', '2-write-pathway'];
const functions = ['app_actor()', 'app_purpose()', 'app_organisations()', 'app_persons()', 'app_parts()', 'app_now()', 'app_today()', 'app_lineage()', 'sees_pathway(uuid)'];

/** What an audit counts a year by, without judging it anew. */
export class QuickCounting1775000010101 implements MigrationInterface {
  readonly name = 'QuickCounting1775000010101';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./quick-counting/${part}.sql`, import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of functions) await runner.query(`alter function ${name} parallel unsafe`);
    await runner.query(await readFile(new URL('./work-list/2-write-pathway.sql', import.meta.url), 'utf8'));
    await runner.query('drop trigger pathway_state_several on pathway_state; drop function mark_several');
    await runner.query('alter table clock_row drop column counts_as, drop column until_on; alter table pathway_state drop column several');
  }
}
