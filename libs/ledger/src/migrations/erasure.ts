import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const files = ['1-erasure.sql', '2-roots.sql', '3-rights.sql'];

/** Erasure of patients, the list of those erased, the daily roots, and how a restored database is known. */
export class Erasure1774000000003 implements MigrationInterface {
  readonly name = 'Erasure1774000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const file of files) {
      await runner.query(await readFile(new URL(`./erasure/${file}`, import.meta.url), 'utf8'));
    }
  }

  /** Who was erased must be known for as long as a backup holds them, so there is no way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('The erasure list is not thrown away by a tool.'));
  }
}
