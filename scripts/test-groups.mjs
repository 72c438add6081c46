// Test files that run together, in one module registry: loading what they import takes longer than most of them do.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

const folder = 'test/together';

/** Those that take long by themselves: each alone, so that none is what everything waits for in the end. */
const alone = {
  unit: [
    'test/independent/', 'test/built-packages', 'libs/simulator/', 'libs/calendar/test/oracles', 'libs/servers/', 'libs/temporal/', 'apps/api/test/limits',
    'workflows/test/replay', 'libs/definitions/test/shipped', 'libs/forecast/',
  ],
  integration: [
    'test/system/', 'libs/servers/', 'apps/cli/test/rehearse', 'apps/cli/test/demo', 'apps/api/test/attack/', 'workflows/test/obligations', 'libs/ledger/test/reminder-roles',
    'libs/ledger/test/heard', 'libs/ledger/test/tenancy-plans',
  ],
};
/** Larger groups load less often, smaller ones leave less to wait for in the end. */
const atMost = { unit: 10, integration: 6 };

/**
 * What a whole run of a project gives to Jest: files as they are and groups, which are written anew.
 * @param project `unit` or `integration`
 * @returns paths from the root, in the order in which they had best begin: those that wait for servers among those that keep a core busy
 */
export function filesToRun(project) {
  const files = testFiles().filter((file) => file.endsWith('.it.test.ts') === (project === 'integration'));
  const isAlone = (file) => alone[project].some((beginning) => file.startsWith(beginning));
  const groups = groupsOf(files.filter((file) => !isAlone(file)), atMost[project]);
  mkdirSync(join(root, folder), { recursive: true });
  return alternating(files.filter(isAlone), groups.map((group, index) => write(`${project}-${index + 1}`, group)));
}

/** Takes away the groups that were written. */
export const removeGroups = () => rmSync(join(root, folder), { recursive: true, force: true });

const skipped = new Set(['node_modules', 'dist', 'e2e', 'together']);

/** Every test file but those for the browser, sorted. */
function testFiles(under = '') {
  return readdirSync(join(root, under), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !skipped.has(name))
    .flatMap((entry) => (entry.isDirectory() ? testFiles(join(under, entry.name)) : entry.name.endsWith('.test.ts') ? [join(under, entry.name)] : []))
    .sort();
}

/** Files of one folder import much the same: they go together, and what few others there are after them. */
export function groupsOf(files, most) {
  const inFolder = new Map();
  for (const file of files) inFolder.set(dirname(file), [...(inFolder.get(dirname(file)) ?? []), file]);
  const folders = [...inFolder.values()];
  const isSmall = (ofFolder) => ofFolder.length * 2 < most;
  return [...folders.filter((ofFolder) => !isSmall(ofFolder)), folders.filter(isSmall).flat()].flatMap((some) => evenParts(some, most));
}

function evenParts(files, most) {
  const size = Math.ceil(files.length / Math.ceil(files.length / most));
  return Array.from({ length: Math.ceil(files.length / size) }, (_, part) => files.slice(part * size, (part + 1) * size));
}

function write(name, files) {
  const path = `${folder}/${name}.test.js`;
  writeFileSync(join(root, path), `import { oneByOne } from '../support/one-by-one.js';\n\nawait oneByOne(${JSON.stringify(files, undefined, 2)});\n`);
  return path;
}

/** One of each in turn, and then what is left of the longer list. */
const alternating = (one, other) => Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [one[at], other[at]]).flat().filter((path) => path !== undefined);
