import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of an attempt whose reminders somebody stops. */
export class SteeredReminders1775000009002 implements MigrationInterface {
  readonly name = 'SteeredReminders1775000009002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./steered-reminders/1-rights.sql', import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function settle_stopped');
  }
}
