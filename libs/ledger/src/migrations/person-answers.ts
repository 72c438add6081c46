import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People answer reminders, and end them by setting contacts that cannot be reached. */
export class PersonAnswers1775000003000 implements MigrationInterface {
  readonly name = 'PersonAnswers1775000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./person-answers/1-rights.sql', import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reminder_entry_answers; revoke update (code, closed_at) on reminder from forlop_api;');
  }
}
