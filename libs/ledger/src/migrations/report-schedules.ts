import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that are made by themselves, what was made, and who was told. */
export class ReportSchedules1775000011201 implements MigrationInterface {
  readonly name = 'ReportSchedules1775000011201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./report-schedules/1-report-schedules.sql', import.meta.url), 'utf8'));
  }

  /** What was made is lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_mail; drop table report_run; drop table report_schedule');
  }
}
