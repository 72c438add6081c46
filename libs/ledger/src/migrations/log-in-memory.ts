import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the processes of the API remember together of log-ins. */
export class LogInMemory1774000000013 implements MigrationInterface {
  readonly name = 'LogInMemory1774000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./log-in-memory/1-log-in-memory.sql', import.meta.url), 'utf8'));
  }

  /** Ends at most sessions that were ended already. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table used_once, ended_session');
  }
}
