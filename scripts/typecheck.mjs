// `npm run typecheck`: the whole repository, and the web application by itself, since it alone has a browser around it. By the compiler written
// in Go, which takes a tenth of the time; TypeScript 6 stays beside it for the linter, which needs its interface.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
const codes = ['.', 'apps/web'].map((project) => spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], { cwd: root, stdio: 'inherit' }).status);
process.exit(codes.every((code) => code === 0) ? 0 : 1);
