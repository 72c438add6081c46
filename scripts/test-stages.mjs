// The stages of `npm test`: what each runs, and how a jest run is counted.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './install.mjs';
import { filesToRun } from './test-groups.mjs';

/** Integration tests wait for servers and timers half of their time, so that three keep two cores busy. */
const workers = { unit: ['--maxWorkers=2'], integration: ['--maxWorkers=3'], e2e: ['--maxWorkers=2'] };
const bin = (path) => join(root, 'node_modules', path);
const jest = (project, results) => [
  bin('jest/bin/jest.js'), '--selectProjects', project, ...workers[project], '--passWithNoTests', '--json', `--outputFile=${results}`,
];

/** All files of a project, in groups; a filter from the command line is for the files themselves. */
const inOrder = (project) => ['--testSequencer', join(root, 'scripts', 'test-order.mjs'), '--runTestsByPath', ...filesToRun(project)];

/** Node's arguments for each stage; `extra` (filters and flags from the command line) follows them, and is told to those that depend on it. */
const stages = {
  lint: () => [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
  typecheck: () => [join(root, 'scripts', 'typecheck.mjs')],
  audit: (results) => [join(root, 'scripts', 'audit.mjs'), results],
  unit: (results, extra) => [...jest('unit', results), ...(extra.length > 0 ? [] : inOrder('unit'))],
  integration: (results, extra) => [...jest('integration', results), ...(extra.length > 0 ? [] : inOrder('integration'))],
  // Two halves of the files, each on one system, unless one of them is asked for.
  e2e: (results, extra) => [...jest('e2e', results), ...(extra.includes('--testPathPatterns') ? [] : ['--testPathPatterns', 'e2e/.*-half'])],
};
export const stageNames = Object.keys(stages);
const jestStages = ['unit', 'integration', 'e2e'];
/** Stages that need PostgreSQL and Temporal. */
export const serverStages = ['integration', 'e2e'];

/** Debian's browser, or the one that is named; undefined where there is none. */
export function chromium() {
  return [process.env.FORLOP_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path && existsSync(path));
}

/** Longer than any stage should ever take: a test that hangs must not hold the run for ever. */
const limitMinutes = 20;

/** NestJS 12 is ESM only, which Jest runs with this flag; a test never touches a database of someone's own. */
function stageEnv(more) {
  const env = { ...process.env, ...more };
  env.NODE_OPTIONS = [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' ');
  delete env.DATABASE_URL;
  delete env.TEMPORAL_ADDRESS;
  return env;
}

/**
 * Runs one stage in a process of its own.
 * @param show true: its output goes straight to the terminal; false: to a log, printed if it fails.
 * @returns name, ok, seconds, a note for the summary, and for jest its results.
 */
export async function runStage(name, { resultsDir, extra, show, env = {} }) {
  const results = join(resultsDir, `${name}.json`);
  const log = join(resultsDir, `${name}.log`);
  const began = Date.now();
  if (!show) console.log(`${name} …`);
  const { failure, tooLong } = await run([...stages[name](results, extra), ...extra], stageEnv(env), show ? undefined : log);
  const seconds = (Date.now() - began) / 1000;
  const isJest = jestStages.includes(name);
  const tests = isJest ? readResults(results) : undefined;
  const told = isJest ? undefined : readResults(results)?.note;
  const ok = failure === '';
  if (!ok && !show) console.log(`\n── ${name} ──\n${tests ? failuresOf(tests) : ''}${readFileSync(log, 'utf8').trimEnd()}\n── ${name}: ${failure} (${relative(root, log)}) ──\n`);
  return { name, ok, seconds, isJest, tests, note: tooLong ? `avbrutt etter ${limitMinutes} minutter` : (tests ? retriedOf(tests) : told) };
}

const running = new Set();

/** Ends the stages that run, for when we are asked to end ourselves. */
export function endStages() {
  for (const child of running) child.kill('SIGTERM');
}

async function run(args, env, log) {
  const output = log === undefined ? 'inherit' : openSync(log, 'w');
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: [log === undefined ? 'inherit' : 'ignore', output, output] });
  running.add(child);
  let tooLong = false;
  const limit = setTimeout(() => {
    tooLong = true;
    child.kill('SIGKILL');
  }, limitMinutes * 60_000);
  const failure = await new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => done(code === 0 ? '' : `avsluttet med ${signal ?? `kode ${code}`}`));
  });
  clearTimeout(limit);
  running.delete(child);
  if (log !== undefined) closeSync(output);
  return { failure, tooLong };
}

/** What failed and why, in a few lines each: a log that is cut short has that at its beginning. */
function failuresOf({ testResults }) {
  const told = testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message !== '' && assertionResults.length === 0) return [`✕ ${relative(root, name)}\n${beginningOf(message)}`];
    return failed.map(({ fullName, failureMessages }) => `✕ ${fullName}\n${beginningOf(failureMessages[0] ?? '')}`);
  });
  return told.length === 0 ? '' : `${told.join('\n')}\n\n`;
}

const beginningOf = (message) => message.split('\n').filter((line) => line.trim() !== '').slice(0, 6).join('\n').slice(0, 800);

/** Tests that passed at the second try, by name; undefined where none did. */
function retriedOf({ testResults }) {
  const retried = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status, invocations }) => status === 'passed' && invocations > 1);
  return retried.length === 0 ? undefined : `andre forsøk: ${retried.map(({ fullName }) => `«${fullName}»`).join(', ')}`;
}

function readResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Adds up the jest runs. A file that could not run, or a run without results, counts as one failed. */
export function countTests(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { isJest, ok, tests } of results) {
    if (!isJest) continue;
    if (!tests) {
      if (!ok) sum.failed += 1;
      continue;
    }
    sum.passed += tests.numPassedTests;
    sum.failed += tests.numFailedTests + tests.numRuntimeErrorTestSuites;
    sum.skipped += tests.numPendingTests + tests.numTodoTests;
  }
  return sum;
}
