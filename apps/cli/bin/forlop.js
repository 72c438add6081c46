#!/usr/bin/env node
// `npx forlop …` from a fresh clone: builds first when nothing has been built yet. Once built, nothing is compared or
// compiled here, so that a command starts as fast as Node does; `npm run build` takes up changes.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  console.error('Bygger Forløp første gang …');
  const { build } = await import('../../../scripts/build.mjs');
  await build();
}
// Reading source maps makes every start slower; stack traces are shown only when they are asked for.
if (process.env.FORLOP_DEBUG) process.setSourceMapsEnabled(true);
await import(main.href);
