import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = ['1-outcome', '2-state', '3-statistics'];
const functions = ['compliance_outcome', 'compliance_lapsed', 'compliance_reason', 'compliance_cause', 'compliance_end', 'compliance_days', 'compliance_state'];

/** What the numbers of an audit are counted by. */
export class Compliance1775000010001 implements MigrationInterface {
  readonly name = 'Compliance1775000010001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(await readFile(new URL(`./compliance/${part}.sql`, import.meta.url), 'utf8'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view statistics_clock_row, statistics_pathway_state, statistics_finding_row, statistics_pathway');
    await runner.query(`drop index clock_row_started; drop function ${functions.join(', ')}`);
  }
}
