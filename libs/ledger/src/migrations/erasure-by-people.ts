import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const files = ['1-purpose.sql', '2-rights.sql'];

/** Erasure by people through the API, which has no right to erase anybody that nobody asked for. */
export class ErasureByPeople1774000000011 implements MigrationInterface {
  readonly name = 'ErasureByPeople1774000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const file of files) {
      await runner.query(await readFile(new URL(`./erasure-by-people/${file}`, import.meta.url), 'utf8'));
    }
  }

  /** Who was erased must be known for as long as a backup holds them, so there is no way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('The erasure list is not thrown away by a tool.'));
  }
}
