// `npm start`: installs what is missing, builds, and hands over to `forlop up` in this same process.
import { join } from 'node:path';
import { checkMachine, ensureInstalled, root, SetupError } from './install.mjs';

try {
  checkMachine();
  await ensureInstalled();
  const { build } = await import('./build.mjs');
  await build();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const main = join(root, 'apps', 'cli', 'dist', 'main.js');
process.argv = [process.execPath, main, 'up', ...process.argv.slice(2)];
await import(main);
