import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Owners of what came in and belongs to nothing, and what became of it. */
export class UnmatchedOwners1775000001002 implements MigrationInterface {
  readonly name = 'UnmatchedOwners1775000001002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./unmatched-owners/1-owners.sql', import.meta.url), 'utf8'));
  }

  /** Who settled what, and why, would be lost. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people have settled is not thrown away by a tool.'));
  }
}
