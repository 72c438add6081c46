import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRules } from '@forlop/definitions';
import { databaseClock } from '@forlop/ledger';
import { repositoryRoot } from '@forlop/servers';
import { loadScenario } from '@forlop/simulator';
import { judgeExpectations, judgeRefusals } from '../src/rehearse/expectations.js';
import { rehearse } from '../src/rehearse/rehearsal.js';
import { setStage, type Stage } from '../src/rehearse/stage.js';
import { call } from './call.js';

const folder = join(repositoryRoot, 'docs', 'scenarios');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort();
const rules = loadRules();

/** One stage for all of them: each is a patient of its own in the same ledger, on the same clock that only goes forward. */
describe('the scenarios in docs/scenarios hold what they promise', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await setStage(process.env)));
  afterAll(() => stage.strike());

  test.each(files)('%s', async (file) => {
    const scenario = loadScenario(await readFile(join(folder, file), 'utf8'), file, rules);
    expect(scenario.expect.length).toBeGreaterThan(0);
    const { played, input, history, view, started } = await rehearse(scenario, rules, stage);
    const verdicts = [...judgeRefusals(played), ...judgeExpectations(scenario.expect, input)];
    expect(verdicts.filter(({ held }) => !held)).toEqual([]);
    expect(played).toHaveLength(scenario.steps.length);
    expect(history.runs).toBe(1);
    // Nobody is told anything but by an obligation that has begun.
    const told = view.timeline.filter(({ type }) => type === 'told').map(({ data }) => data['key'] ?? data['about']);
    expect(started.map(({ key }) => key)).toEqual(expect.arrayContaining([...new Set(told)]));
  });

  test('and leave a ledger in which nothing differs', async () => {
    const ledger = await stage.openLedger(rules, databaseClock);
    try {
      expect(await ledger.verify()).toMatchObject({ pathways: files.length, differences: [] });
    } finally {
      await ledger.close();
    }
  });
});

describe('forlop rehearse', () => {
  let scratch: string;
  beforeAll(async () => void (scratch = await mkdtemp(join(tmpdir(), 'forlop-rehearse-'))));
  afterAll(() => rm(scratch, { recursive: true }));

  test('prints what happened, and ends with 1 when an expectation did not hold', async () => {
    const scenario = join(scratch, 'feil-forventning.yaml');
    await writeFile(scenario, `${await readFile(join(folder, 'dod.yaml'), 'utf8')}  - { on: 2026-06-13, clock: FRIST-INDIVIDUELL, status: broken }\n`);
    const { code, out, err } = await call(['rehearse', '--scenario', scenario], { env: process.env });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^2026-03-26 +beslutning +/m);
    expect(out).toMatch(/^2026-05-25 +hendelse +.* \(hendte 2026-05-20\)$/m);
    expect(out).toMatch(/^2026-05-\d\d +plikt begynner +/m);
    expect(out).toMatch(/^2026-05-\d\d +plikt slutter +/m);
    expect(out).toMatch(/^ {2}holdt +2026-05-25 steg: dod$/m);
    expect(out).toMatch(/^ {2}HOLDT IKKE +2026-06-13 FRIST-INDIVIDUELL: brutt\. Det ble: avsluttet$/m);
  });
});
