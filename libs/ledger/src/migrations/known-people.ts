import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which id somebody who holds roles acts, so that a patient can be given to a colleague. */
export class KnownPeople1775000008001 implements MigrationInterface {
  readonly name = 'KnownPeople1775000008001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./known-people/1-known-people.sql', import.meta.url), 'utf8'));
  }

  /** Who has a patient stays in the events; only the choice of colleagues is gone until they log in again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table known_person');
  }
}
