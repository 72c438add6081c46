import { readdirSync } from 'node:fs';

// All files on one system, in one browser: starting them takes longer than most files do. One file alone: docs in README.md.
for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.e2e.test.ts')).sort()) await import(`./${file}`);
