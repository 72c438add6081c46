import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a registry's feed of changes was read, and whom it told of. */
export class RegistryFeed1775000002001 implements MigrationInterface {
  readonly name = 'RegistryFeed1775000002001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./registry-feed/1-registry-feed.sql', import.meta.url), 'utf8'));
  }

  /** It begins anew at the feed's end; what was missed is found by the daily question. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger forget_person_hash on patient; drop function forget_person_hash(); alter table registry_look drop column person_hash, drop column changed; drop table registry_feed');
  }
}
