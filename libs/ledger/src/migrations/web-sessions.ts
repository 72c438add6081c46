import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is logged in by a browser. */
export class WebSessions1774000000016 implements MigrationInterface {
  readonly name = 'WebSessions1774000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./web-sessions/1-web-sessions.sql', import.meta.url), 'utf8'));
  }

  /** Sessions go on; they are only listed nowhere. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table web_session');
  }
}
