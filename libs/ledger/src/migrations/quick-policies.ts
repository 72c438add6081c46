import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row-level security that lets the same rows through in less time. */
export class QuickPolicies1774000000005 implements MigrationInterface {
  readonly name = 'QuickPolicies1774000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./quick-policies/1-policies.sql', import.meta.url), 'utf8'));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Row-level security is not taken away from a ledger by a tool.'));
  }
}
