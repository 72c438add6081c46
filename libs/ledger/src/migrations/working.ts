import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-tables', '2-rights'];

/** Courses, meetings and plans, and what happened with each. */
export class Working1775000006001 implements MigrationInterface {
  readonly name = 'Working1775000006001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./working/${part}.sql`, import.meta.url), 'utf8'));
  }

  /** Minutes and plans that people rely on would be lost: only on a database that nobody uses. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table work_entry, care_plan_item, care_plan, meeting_minutes, meeting_participant, meeting, course_attendance, course_offer, course_session, course');
  }
}
