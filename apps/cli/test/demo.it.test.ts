import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide } from '@forlop/access';
import { osloDateOf } from '@forlop/calendar';
import { loadRules } from '@forlop/definitions';
import { demoUser, demoUsers, type DemoUser } from '@forlop/identity';
import { accessOf, type Ledger } from '@forlop/ledger';
import { syntheticHospital, type Story } from '@forlop/simulator';
import { loadWork } from '../src/demo/load-work.js';
import { overviewLines, overviewOf } from '../src/demo/overview.js';
import { loadPeople } from '../src/demo/people.js';
import { alwaysValid, loadHospital, type LoadedHospital } from '../src/demo/run-demo.js';
import { StoryClock } from '../src/demo/story-clock.js';
import { call } from './call.js';
import { cliDatabase, type CliDatabase } from './cli-database.js';

const clock = new StoryClock(Date.now());
const rules = loadRules();
const hospital = syntheticHospital('prove', osloDateOf(clock.now));
/** The first patient of each story: all kinds, in a third of the time. */
const stories = hospital.filter(({ about }, i) => hospital.findIndex((other) => other.about === about) === i);

let database: CliDatabase;
let ledger: Ledger;
let whole: LoadedHospital;
beforeAll(async () => {
  database = await cliDatabase();
  ledger = await database.openLedger({ clock: clock.ledgerClock, rules: alwaysValid(rules) });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const load = (what: readonly Story[], into = ledger): Promise<LoadedHospital> => loadHospital(what, into, clock, { note: () => undefined });
const verified = async () => {
  const { code, out } = await call(['verify', '--json'], { env: database.env });
  return { code, report: JSON.parse(out) as { pathways: number; events: number; differences: unknown[] } };
};

describe('the synthetic hospital in a ledger', () => {
  test('cut off between a story’s past and its end, is taken up where it stopped', async () => {
    const [story] = stories as [Story];
    const cutOff = Object.assign(Object.create(ledger) as Ledger, {
      setMode: (...args: Parameters<Ledger['setMode']>) => (args[1] === 'historical' ? ledger.setMode(...args) : Promise.reject(new Error('cut off'))),
    });
    await expect(load([story], cutOff)).rejects.toThrow('cut off');
    expect(await load([story])).toMatchObject({ made: 1, there: 0 });
    expect(await load([story])).toMatchObject({ made: 0, there: 1 });
  });

  test('is whole: every pathway is there, and the check finds nothing', async () => {
    whole = await load(stories);
    expect(whole).toMatchObject({ made: stories.length - 1, there: 1, examples: expect.arrayContaining([{ about: 'svært alvorlig syk', pathwayId: expect.any(String) }]) });
    const { code, report } = await verified();
    expect({ code, pathways: report.pathways, differences: report.differences }).toEqual({ code: 0, pathways: stories.length, differences: [] });
  });

  test('loaded again adds nothing, nor on another day', async () => {
    const before = await verified();
    expect(await load(stories)).toMatchObject({ made: 0, there: stories.length });
    // What the database remembers of requests is cleaned away in time; the referrals' own sources stay.
    await database.sql('delete from idempotency');
    expect(await load(stories)).toMatchObject({ made: 0, there: stories.length });
    expect(await verified()).toEqual(before);
  });

  test('has something in every list', async () => {
    const { statuses, modes, counts, steps } = await overviewOf({ ledger, rules });
    expect(Object.keys(statuses).sort()).toEqual(['at-risk', 'broken', 'closed', 'met', 'met-late', 'not-started', 'passed-by-patient', 'running', 'warned']);
    expect(Object.keys(modes).sort()).toEqual(['historical', 'live', 'paused']);
    for (const pile of ['open', 'broken', 'atRisk', 'noNextStep', 'findings', 'quarantine'] as const) expect(counts[pile]).toBeGreaterThan(0);
    expect(steps.reduce((sum, { pathways }) => sum + pathways, 0)).toBe(stories.length);
    expect(overviewLines(await overviewOf({ ledger, rules })).join('\n')).toMatch(/^ {2}langvarig-smerte +Oppfølging +\d/m);
  });
});

describe('the work around the patients', () => {
  const events = async () => (await database.sql<{ n: number }>('select count(*)::int as n from event'))[0]!.n;

  test('shows something on each screen: courses with a line and attendance, meetings, plans, notes, the clinics’ time, messages that belong to nothing; once', async () => {
    await loadWork(ledger, whole, osloDateOf(clock.now));
    const before = await events();
    await loadWork(ledger, whole, osloDateOf(clock.now + 3 * 86_400_000));
    expect(await events()).toBe(before);
    const clinic = (await ledger.organisations()).find(({ reshId }) => reshId === '99000001')!.id;
    const courses = await ledger.courses({ organisationIds: [clinic], past: true });
    expect(courses.map(({ taken, waiting }) => [taken > 0, waiting > 0]).toSorted()).toEqual([[true, false], [true, true]]);
    expect((await ledger.courseOffers({})).some(({ attendance }) => attendance.length > 0)).toBe(true);
    const { unmatched, meetings, plans, notes } = (await database.sql<{ unmatched: number; meetings: string[]; plans: number; notes: number }>(
      `select (select count(*)::int from unmatched_message) as unmatched, (select array_agg(distinct state order by state) from meeting) as meetings, (select count(*)::int from care_plan) as plans, (select count(*)::int from event where type = 'notat') as notes`))[0]!;
    expect([unmatched, meetings, plans > 0, notes > 0]).toEqual([2, ['held', 'planned'], true, true]);
    expect((await ledger.calendarWeeks({ weeks: 8 })).rows.filter(({ capacity }) => capacity !== null).length).toBeGreaterThan(20);
    expect((await ledger.openPlanItems({ limit: 100 })).map(({ overdue }) => overdue)).toEqual(expect.arrayContaining([true, false]));
  });
});

describe('the demo users', () => {
  const identityOf = ({ key, name, personNumber, hprNumber, organisation }: DemoUser) =>
    ({ kind: 'person', issuer: 'http://localhost', subject: key, personNumber, name, hprNumber, organisation, scopes: [], clientId: 'prove' }) as const;
  /** How many patients the user's work list holds; null where the role has none. */
  const sees = async (key: string): Promise<number | null> => {
    const principal = await ledger.principalOf(identityOf(demoUser(key)));
    const decision = decide(principal, 'worklist.read');
    if (!decision.allowed) return null;
    return (await seen.as(accessOf(principal, decision.reach)).worklist({ filter: {}, sort: 'due', limit: 1 })).total;
  };
  let seen: Ledger;
  beforeAll(async () => {
    seen = await database.openLedger({ role: 'api', rules: alwaysValid(rules) });
  });
  afterAll(() => seen.close());

  test('get their roles once, and an administrator’s withdrawal stands', async () => {
    expect(await loadPeople(ledger)).toBe(demoUsers.filter(({ role }) => role !== 'fastlege').length);
    expect(await loadPeople(ledger)).toBe(0);
    const [grant] = (await ledger.roleGrants()).filter(({ name }) => name === demoUser('brukerrepresentant').name);
    await ledger.withdrawRole(grant!.id, 'Prøve.', { kind: 'person', id: 'prove' });
    expect(await loadPeople(ledger)).toBe(0);
    expect((await ledger.principalOf(identityOf(demoUser('brukerrepresentant')))).roles).toEqual([]);
  });

  test('see somebody, each their own', async () => {
    await load(hospital.filter(({ about, fastlege }) => fastlege?.name === demoUser('fastlege').name && about.includes('oppfølging')));
    const [coordinator, clinician, fastlege, lms, municipality, auditor] = await Promise.all(['koordinator', 'behandler', 'fastlege', 'lms', 'kommune', 'revisor'].map(sees)) as number[];
    expect(coordinator).toBeGreaterThan(0);
    expect(clinician).toBe(coordinator);
    expect(auditor).toBeGreaterThan(coordinator!);
    for (const few of [fastlege, lms, municipality]) expect([few! > 0, few! < auditor!]).toEqual([true, true]);
    expect(lms).toBeLessThan(fastlege!);
    for (const none of ['administrator', 'fagrad']) expect(await sees(none)).toBeNull();
    const neighbour = await sees('nabokoordinator');
    expect([neighbour! > 0, neighbour! < coordinator!]).toEqual([true, true]);
  });
});
