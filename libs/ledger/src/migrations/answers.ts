import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers by link, which see one reminder and no more, and receivers who want no digests. */
export class Answers1774000000022 implements MigrationInterface {
  readonly name = 'Answers1774000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(await readFile(new URL('./answers/1-answers.sql', import.meta.url), 'utf8'));
  }

  /** Who wants no digests would be lost, and with it their no. */
  down(): Promise<void> {
    return Promise.reject(new Error('What receivers have asked for is not thrown away by a tool.'));
  }
}
