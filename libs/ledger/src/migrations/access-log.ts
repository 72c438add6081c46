import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of who saw what. */
export class AccessLog1774000000002 implements MigrationInterface {
  readonly name = 'AccessLog1774000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./access-log/1-access-log.sql', import.meta.url), 'utf8'));
  }

  /** What was logged is kept for as long as the law asks, so there is no way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('The access log is not thrown away by a tool.'));
  }
}
