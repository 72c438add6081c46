import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was known as a day ended, asked for by the day. */
export class PlaceByDay1775000011001 implements MigrationInterface {
  readonly name = 'PlaceByDay1775000011001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./place-by-day/1-place.sql', import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function compliance_place(date)');
  }
}
