import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took history in and set it going. */
export class HistoryRuns1775000011401 implements MigrationInterface {
  readonly name = 'HistoryRuns1775000011401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./history-runs/1-history-runs.sql', import.meta.url), 'utf8'));
  }

  /** What was recorded stays in the pathways; who ran it is lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table history_run_end');
    await runner.query('drop table history_run');
  }
}
