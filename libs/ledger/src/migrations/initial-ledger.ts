import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const files = ['1-tables.sql', '2-read-tables.sql', '3-functions.sql', '4-append-only.sql'];

/** The ledger's first shape. The SQL stands in files of its own, to be read as SQL. */
export class InitialLedger1774000000000 implements MigrationInterface {
  readonly name = 'InitialLedger1774000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const file of files) {
      await runner.query(await readFile(new URL(`./initial-ledger/${file}`, import.meta.url), 'utf8'));
    }
  }

  /** There is no way back from the first migration but to drop the database, and that is for a person to do. */
  down(): Promise<void> {
    return Promise.reject(new Error('The first migration is not undone: a ledger is never thrown away by a tool.'));
  }
}
