import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations to meetings as they are mailed, each with how it went. */
export class MeetingInvitations1775000009001 implements MigrationInterface {
  readonly name = 'MeetingInvitations1775000009001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./meeting-invitations/1-invitations.sql', import.meta.url), 'utf8'));
  }

  /** Who was told what would be lost: only on a database that nobody uses. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meeting_invitation');
  }
}
