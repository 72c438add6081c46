// `npm run test:process-mining`: makes a Python environment with PM4Py under .forlop/, once, and opens an event log with it. With `--install` it
// only makes the environment, and `npm test` opens the log.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const version = '2.7.11.13';
const folder = join(root, '.forlop', 'process-mining');
const run = (command, args, env = process.env) => spawnSync(command, args, { cwd: root, env, stdio: 'inherit' }).status === 0;

// Not wheels alone: pydotplus, which PM4Py asks for, has none.
if (!existsSync(join(folder, 'bin', 'python'))) {
  console.log('Installerer PM4Py i .forlop/process-mining (et minutt eller to første gang) …');
  if (!run('python3', ['-m', 'venv', folder]) || !run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--prefer-binary', '--retries', '1', '--timeout', '20', '--disable-pip-version-check', `pm4py==${version}`])) {
    rmSync(folder, { recursive: true, force: true });
    console.error('PM4Py kunne ikke installeres: det trengs Python 3 med venv og pip, og nett til PyPI. Prøven er ikke kjørt.');
    process.exit(1);
  }
}
if (process.argv.includes('--install')) process.exit(0);
const node = { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, '--experimental-vm-modules'].filter(Boolean).join(' ') };
process.exit(run(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), '--selectProjects', 'unit', '--testPathPatterns', 'test/process-mining'], node) ? 0 : 1);
