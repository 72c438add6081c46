import { readdirSync } from 'node:fs';
import { jest } from '@jest/globals';

// A browser shares its machine with whatever else runs there. What fails is tried once more, and the summary of the run names it: a fault to find, though not the reader's.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

// All files on one system, in one browser: starting them takes longer than most files do. One file alone: docs in README.md.
for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.e2e.test.ts')).sort()) await import(`./${file}`);
