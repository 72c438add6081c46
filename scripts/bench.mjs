// npm run bench [-- NAME …]: installs and builds what is missing, then runs the benches (bench/README.md).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

await ensureInstalled();
const { build } = await import('./build.mjs');
await build();
const child = spawn(process.execPath, [join(root, 'bench/dist/main.js'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
