import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';

const folder = join(import.meta.dirname, '..');

/** Files of the first half of a run; the rest are the second, which takes about as long. */
const firstHalf = /^(tasks-.*|referrals|planning)\.e2e\.test\.ts$/;

/**
 * Runs half of the files on one system, in one browser: starting them takes longer than most files do, and the other half keeps the other core busy.
 * A browser shares its machine with whatever else runs there: what fails is tried once more, and the summary of the run names it, as something to mend.
 */
export async function together(half: 'first' | 'second'): Promise<void> {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  const files = readdirSync(folder).filter((name) => name.endsWith('.e2e.test.ts') && firstHalf.test(name) === (half === 'first'));
  for (const file of files.sort()) await import(`../${file}`);
}
