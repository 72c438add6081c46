import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the national registries were asked about a patient, and what they said last. */
export class RegistryLooks1774000000101 implements MigrationInterface {
  readonly name = 'RegistryLooks1774000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./registry-looks/1-registry-looks.sql', import.meta.url), 'utf8'));
  }

  /** It can be asked for again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry_look');
  }
}
