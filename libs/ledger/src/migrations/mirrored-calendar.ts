import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-tables', '2-rights', '3-step-counts'];

/** Appointments and capacity as the hospital's record system has them, and what is asked of those who book. */
export class MirroredCalendar1775000007000 implements MigrationInterface {
  readonly name = 'MirroredCalendar1775000007000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./mirrored-calendar/${part}.sql`, import.meta.url), 'utf8'));
  }

  /** What is mirrored can be sent again; what was asked for is lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table appointment_request; drop table mirrored_capacity; drop table mirrored_appointment; drop trigger forget_mirrored on patient; drop function forget_mirrored; drop function step_counts');
  }
}
