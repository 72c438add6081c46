// Asks npm about known weaknesses of what production runs on: high and critical ones fail, unless they stand in
// audit-allowed.json with a reason and a last day. Where npm can get no answer it says so, and does not fail.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const serious = new Set(['high', 'critical']);
const patienceMs = 60_000;

/**
 * What npm's report (`npm audit --json`) means.
 * @param allowed entries `{advisory, package, reason, until}`; `until` is the last day on which it is let pass.
 * @param today YYYY-MM-DD
 * @returns `checked` false when npm got no answer; `problems`: sentences, none when all is well; `let`: what was let pass.
 */
export function judge(report, allowed, today) {
  if (report?.vulnerabilities === undefined) return { checked: false, problems: malformed(allowed), let: [] };
  const found = new Map();
  for (const { via } of Object.values(report.vulnerabilities)) {
    for (const cause of via) if (typeof cause === 'object' && serious.has(cause.severity)) found.set(`${cause.name} ${idOf(cause)}`, cause);
  }
  const known = ({ name, ...cause }) => allowed.find((entry) => entry.package === name && entry.advisory === idOf(cause));
  const problems = [...found.values()].flatMap((cause) => {
    const entry = known(cause);
    if (entry === undefined) return [`${cause.name}: ${cause.title} (${idOf(cause)}, ${cause.severity})`];
    return entry.until < today ? [`${cause.name}: ${idOf(cause)} ble godtatt til ${entry.until} (${entry.reason})`] : [];
  });
  return { checked: true, problems: [...malformed(allowed), ...problems], let: [...found.values()].filter((cause) => known(cause)?.until >= today).map((cause) => `${cause.name} ${idOf(cause)}`) };
}

const idOf = ({ url = '', source }) => /GHSA-[\w-]+/.exec(url)?.[0] ?? String(source);

const malformed = (allowed) =>
  allowed
    .filter(({ advisory, package: name, reason, until }) => !advisory || !name || !(reason?.length >= 20) || !/^\d{4}-\d{2}-\d{2}$/.test(until))
    .map(({ advisory }) => `audit-allowed.json: ${advisory ?? 'en oppføring'} må ha package, en grunn (minst 20 tegn) og until (ÅÅÅÅ-MM-DD)`);

function audit() {
  const [command, first] = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const child = spawn(command, [...first, 'audit', '--omit=dev', '--json', '--loglevel=silent'], { cwd: resolve(here, '..'), stdio: ['ignore', 'pipe', 'ignore'], timeout: patienceMs });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((done) => {
    child.once('error', () => done(undefined));
    child.once('close', () => done(parsed(output)));
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    // npm was cut off, or had no answer to give.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @param results file that the note for the summary is written to. */
async function main(results) {
  const allowed = JSON.parse(readFileSync(join(here, 'audit-allowed.json'), 'utf8'));
  const { checked, problems, let: passed } = judge(await audit(), allowed, new Date().toISOString().slice(0, 10));
  const note = checked ? (passed.length > 0 ? `godtatt: ${passed.join(', ')}` : undefined) : 'IKKE KONTROLLERT: npm fikk ikke svar om kjente svakheter';
  for (const problem of problems) console.log(problem);
  if (note) console.log(note);
  if (results) writeFileSync(results, JSON.stringify({ note }));
  process.exit(problems.length > 0 ? 1 : 0);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main(process.argv[2]);
