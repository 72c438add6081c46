import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-tables', '2-rights'];

/** Receivers, reminders and the proof of each. */
export class Reminders1774000000020 implements MigrationInterface {
  readonly name = 'Reminders1774000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./reminders/${part}.sql`, import.meta.url), 'utf8'));
  }

  /** What was planned and proven is lost: only on a database that nobody relies on. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unmatched_message; drop table reminder_entry; drop table reminder; drop table receiver');
  }
}
