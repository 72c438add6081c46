import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked of other rules, kept where every process finds it. */
export class WhatIfJobs1775000010301 implements MigrationInterface {
  readonly name = 'WhatIfJobs1775000010301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./what-if-jobs/1-what-if-jobs.sql', import.meta.url), 'utf8'));
  }

  /** Only the time that they took is lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table what_if_job');
  }
}
