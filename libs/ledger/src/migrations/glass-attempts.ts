import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often somebody has lately asked for break-glass by a person's number. */
export class GlassAttempts1774000000012 implements MigrationInterface {
  readonly name = 'GlassAttempts1774000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./glass-attempts/1-attempts.sql', import.meta.url), 'utf8'));
  }

  /** What is in it is past within the hour. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function count_glass_attempt; drop table break_glass_attempt');
  }
}
