import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const files = ['1-tables.sql', '2-functions.sql', '3-write-pathway.sql', '4-policies.sql', '5-rights.sql'];

/** Who may see which patient: access as rows, row-level security on everything about patients, the API's own role. */
export class Tenancy1774000000001 implements MigrationInterface {
  readonly name = 'Tenancy1774000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const file of files) {
      await runner.query(await readFile(new URL(`./tenancy/${file}`, import.meta.url), 'utf8'));
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Row-level security is not taken away from a ledger by a tool.'));
  }
}
