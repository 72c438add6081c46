import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who set another contact through the API address what waits for the old one anew. */
export class Addressing1774000000023 implements MigrationInterface {
  readonly name = 'Addressing1774000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./addressing/1-rights.sql', import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy api_addresses on receiver;
      revoke insert, update (sealed, person, unreachable) on receiver from forlop_api;
      revoke insert, update (receiver_id, due_at) on reminder from forlop_api;`);
  }
}
