// `npm test`: installs what is missing, then runs every stage, whatever the others did, and sums up.
// `npm test -- STAGE [filter …]` runs one stage and shows it as it goes; what follows is passed to the tool.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkMachine, ensureInstalled, root, SetupError } from './install.mjs';
import { removeGroups } from './test-groups.mjs';
import { chromium, countTests, endStages, runStage, serverStages, stageNames } from './test-stages.mjs';

const [only, ...extra] = process.argv.slice(2);
const resultsDir = join(root, '.forlop', 'test');

async function prepare() {
  checkMachine();
  if (only !== undefined && !stageNames.includes(only)) {
    throw new SetupError(`Ukjent del: ${only}. Velg mellom ${stageNames.join(', ')}; uten noe kjøres alle. Eksempel: npm test -- unit libs/calendar`);
  }
  await ensureInstalled();
  const { build } = await import('./build.mjs');
  await build();
  rmSync(resultsDir, { recursive: true, force: true });
  mkdirSync(resultsDir, { recursive: true });
}

/** Everything: two stages at a time while they need no server, then integration alone with both cores, then the browser. */
async function runAll(servers) {
  const run = (stage) => runStage(stage, { resultsDir, extra: [], show: false });
  const checks = async () => [await run('lint'), await run('typecheck'), await run('audit')];
  const [checked, unit] = await Promise.all([checks(), run('unit'), ready(servers)]);
  const withServers = (stage) => runWithServers(stage, servers, { resultsDir, extra: [], show: false });
  return [...checked, unit, await withServers('integration'), await withServers('e2e')];
}

async function runOnly(servers) {
  const options = { resultsDir, extra, show: true };
  return [serverStages.includes(only) ? await runWithServers(only, servers, options) : await runStage(only, options)];
}

/** Without servers the stage has failed, and the other stages' results still count. */
async function runWithServers(stage, servers, options) {
  const browser = stage === 'e2e' ? chromium() : '';
  if (browser === undefined) return { name: stage, ok: true, seconds: 0, isJest: false, note: 'ikke kjørt: fant ingen Chromium (apt-get install chromium, eller sett FORLOP_CHROMIUM)' };
  const { env, reason } = await ready(servers);
  if (env) return runStage(stage, { ...options, env: { ...env, ...(browser && { FORLOP_CHROMIUM: browser }) } });
  console.error(`\nServerne til testene startet ikke: ${reason}`);
  return { name: stage, ok: false, seconds: 0, isJest: true, note: 'ingen servere' };
}

const ready = (servers) => servers.start().then((env) => ({ env }), (error) => ({ reason: error.stack }));

function summarise(results) {
  console.log('');
  for (const { name, ok, seconds, note } of results) {
    console.log(`${name.padEnd(12)} ${ok ? 'ok    ' : 'FEILET'} ${seconds.toFixed(1).padStart(7)} s${note ? `   ${note}` : ''}`);
  }
  const { passed, failed, skipped } = countTests(results);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
}

try {
  await prepare();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exit(2);
}
const { testServers } = await import('./test-servers.mjs');
const servers = testServers();
for (const name of ['SIGINT', 'SIGTERM']) {
  process.once(name, async () => {
    endStages();
    await servers.stop();
    removeGroups();
    process.exit(130);
  });
}
let results;
try {
  results = only === undefined ? await runAll(servers) : await runOnly(servers);
} finally {
  await servers.stop();
  removeGroups();
}
summarise(results);
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
