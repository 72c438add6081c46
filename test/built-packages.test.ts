import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';


const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['workflows', 'activities', ...readdirSync(join(root, 'libs')).map((name) => join('libs', name)), ...readdirSync(join(root, 'apps')).map((name) => join('apps', name))];
const packages = folders.filter((folder) => existsSync(join(root, folder, 'src', 'index.ts')));

/**
 * Jest resolves modules more leniently than Node: a named import from a CommonJS package, or a relative import without
 * its suffix, is green in every other test and ends the app at its first line.
 */
test('every package loads in plain Node once built', () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  const urls = packages.map((folder) => pathToFileURL(join(root, folder, 'dist', 'index.js')).href);
  const script = `
    const failures = [];
    for (const url of ${JSON.stringify(urls)}) await import(url).catch((error) => failures.push(url + ': ' + error.message));
    process.stdout.write(JSON.stringify(failures), () => process.exit());`;
  const env = { ...process.env, NODE_OPTIONS: '' };
  expect(JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env }))).toEqual([]);
  expect(packages.length).toBeGreaterThan(10);
});

/** Jest runs sources, and a thread of Node's own what is built: that both count alike is seen here. */
test('what-if counts in threads of the built code as it does without', () => {
  const event = (n: number, i: number, type: string, on: string, data: object): unknown[] => [`${n}-${i}`, n * 10 + i, type, on, data, null, null];
  const created = { definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' }, parameters: {} };
  const pathways = Array.from({ length: 40 }, (_, n) => ({
    id: String(n).padStart(2, '0'), organisationId: 'enhet', birthDate: '1985-04-15',
    events: JSON.stringify([event(n, 1, 'forlopOpprettet', '2026-03-20', created), event(n, 2, 'henvisningMottatt', '2026-03-20', { henvisningstype: 'ny' }), event(n, 3, 'helsehjelpStartet', `2026-06-0${(n % 9) + 1}`, {})]),
  }));
  const script = `
    const { applyPatch, readPatch, runWhatIf } = await import(${JSON.stringify(pathToFileURL(join(root, 'libs', 'what-if', 'dist', 'index.js')).href)});
    const { loadRules } = await import(${JSON.stringify(pathToFileURL(join(root, 'libs', 'definitions', 'dist', 'index.js')).href)});
    const all = ${JSON.stringify(pathways)};
    async function* pages() { for (let i = 0; i < all.length; i += 5) yield all.slice(i, i + 5); }
    const question = { change: applyPatch(loadRules(), readPatch('FRIST-START-VOKSEN-12U: 11 uker')), title: null, asOf: '2026-12-31', knownAt: 1e9, cohort: { receivedFrom: null, receivedTo: null, organisationIds: null } };
    const results = [];
    for (const threads of [0, 1, 3]) results.push(await runWhatIf(pages(), question, { threads }));
    process.stdout.write(JSON.stringify(results.map(({ sha256, pathways }) => ({ sha256, ...pathways }))), () => process.exit());`;
  const results = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })) as { readonly sha256: string }[];
  // Eleven weeks are 5 June: four of every nine came later.
  expect(results[0]).toMatchObject({ read: 40, followed: 40, changed: 16, unreadable: 0 });
  expect(new Set(results.map(({ sha256 }) => sha256)).size).toBe(1);
});

test('an earlier day is counted in threads of the built code as it is without', () => {
  const event = (n: number, i: number, type: string, on: string, data: object): unknown[] => [`${n}-${i}`, n * 10 + i, type, on, data, null, null];
  const created = { definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' }, parameters: {} };
  const pathways = Array.from({ length: 20 }, (_, n) => ({
    id: String(n).padStart(2, '0'), organisationId: 'enhet', birthDate: '1985-04-15', duplicate: n === 3,
    events: JSON.stringify([event(n, 1, 'forlopOpprettet', '2026-03-20', created), event(n, 2, 'henvisningMottatt', '2026-03-20', { henvisningstype: 'ny' }), event(n, 3, 'vurdert', `2026-04-0${(n % 9) + 1}`, { utfall: 'rett' })]),
  }));
  const script = `
    const { pastCounter } = await import(${JSON.stringify(pathToFileURL(join(root, 'libs', 'what-if', 'dist', 'index.js')).href)});
    const { loadRules } = await import(${JSON.stringify(pathToFileURL(join(root, 'libs', 'definitions', 'dist', 'index.js')).href)});
    const all = ${JSON.stringify(pathways)};
    async function* pages() { for (let i = 0; i < all.length; i += 5) yield all.slice(i, i + 5); }
    const query = { from: '2026-01-01', to: '2026-12-31', asOf: '2026-04-05', knownAt: null, cohort: 'started', organisation: null, definition: null, clocks: ['FRIST-VURDERING'], splitBy: [] };
    const answers = [];
    for (const threads of [0, 2]) {
      const counts = [];
      for await (const page of pastCounter(loadRules().definitions(), threads)(pages(), query, 5000)) counts.push(...page);
      answers.push(counts);
    }
    process.stdout.write(JSON.stringify(answers), () => process.exit());`;
  const [own, threads] = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })) as { readonly counted: readonly { readonly outcome: { readonly outcome: string } }[] }[][];
  // Answered on 5 April or before, of a date on 8 April; the others run.
  expect(own!.map(({ counted: [only] }) => only!.outcome.outcome).filter((outcome) => outcome === 'met').length).toBe(12);
  expect(threads).toEqual(own);
});
