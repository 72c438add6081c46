import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-tables', '2-rights'];

/** Record systems that are posted reminders by signed webhook, and whom each of them serves. */
export class WebhookSubscribers1775000001001 implements MigrationInterface {
  readonly name = 'WebhookSubscribers1775000001001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./webhook-subscribers/${part}.sql`, import.meta.url), 'utf8'));
  }

  /** Secrets are known to their subscribers alone, and would have to be given anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function webhook_figures(); alter table reminder drop column subscriber_id; drop table webhook_served; drop table webhook_subscriber; drop table webhook_key');
  }
}
