import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The stamp of a report, read from what was recorded since the last root alone. */
export class QuickState1775000010103 implements MigrationInterface {
  readonly name = 'QuickState1775000010103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./quick-state/1-state.sql', import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function compliance_state(bigint)');
    await runner.query(await readFile(new URL('./compliance/2-state.sql', import.meta.url), 'utf8'));
  }
}
