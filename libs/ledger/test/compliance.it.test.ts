import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { addEvaluation, outcomeOf, Tallies, type ComplianceQuery, type OutcomeRow, type TallyRow } from '@forlop/compliance';
import { systems } from '@forlop/contracts';
import { canonicalJson, evaluate, type Json } from '@forlop/pathway';
import * as fc from 'fast-check';
import { inThisThread } from '../src/compliance/in-this-thread.js';
import { coordinator, idsOf, referral, rules, startLedger } from './helpers.js';
import { eyes, northern, southern, twoHospitals, type TwoHospitals } from './tenancy-helpers.js';

const received = osloDate('2026-03-20');
const end = osloDate('2026-09-30');

const question = (over: Partial<ComplianceQuery> = {}): ComplianceQuery => ({
  from: osloDate('2026-01-01'), to: osloDate('2026-12-31'), asOf: end, knownAt: null, cohort: 'started', organisation: null, definition: null, clocks: null, splitBy: [], ...over,
});

/** What happens to a patient, so many days after the receipt; whatever does not fit as well. */
const happenings: readonly (readonly [type: string, data?: Readonly<Record<string, Json>>])[] = [
  ['vurdert', { utfall: 'rett' }],
  ['vurdert', { utfall: 'rett' }],
  ['vurdert', { utfall: 'avslag' }],
  ['svarSendt', { til: 'pasient', innhold: ['utfall', 'frist', 'time', 'klagerett'] }],
  ['fristSatt', { dato: '2026-06-12' }],
  ['timeTilbudt', { tid: '2026-06-10', gjelder: 'oppstart' }],
  ['utsatt', { kode: '22', nyDato: '2026-06-24', gjelder: 'oppstart' }],
  ['utsatt', { kode: '1', nyDato: '2026-06-24', gjelder: 'oppstart' }],
  ['ikkeMott', { gjelder: 'oppstart' }],
  ['helsehjelpStartet', { kontakttype: '1' }],
  ['helsehjelpStartet', { kontakttype: '1' }],
  ['ventetidSluttet', { kode: '4' }],
  ['forlopAvsluttet', { utfall: 'annet' }],
  ['pasientDod'],
];
/** What the random ones seldom meet: care that began before the receipt, on the day of the assessment, and at once. */
const rare: readonly (readonly (readonly [kind: number, day: number])[])[] = [[[9, -2], [0, 4]], [[0, 6], [9, 6]], [[9, 1], [0, 0]]];
const story = fc.array(fc.tuple(fc.nat(happenings.length - 1), fc.integer({ min: -3, max: 120 })), { minLength: 1, maxLength: 7 });

let house: TwoHospitals;
const pathways: { readonly id: string; readonly organisation: string; readonly duplicate: boolean }[] = [];

/** Patients at two hospitals, some with a second pathway, or with a referral to a course. */
beforeAll(async () => {
  house = await twoHospitals('2026-09-30');
  for (const [index, steps] of [...fc.sample(story, { numRuns: 28, seed: 7 }), ...rare].entries()) {
    const [reshId, organisation] = index % 3 === 0 ? [northern, house.nord] : [southern, house.sor];
    const { pathwayId } = await house.patientAt(reshId, { mottattdato: addDays(received, index % 5) });
    pathways.push({ id: pathwayId, organisation, duplicate: false });
    const facts = steps.map(([kind, day]) => ({ type: happenings[kind]![0], occurredOn: addDays(received, day), ...(happenings[kind]![1] && { data: happenings[kind]![1] }) }));
    const result = await house.ledger.record(pathwayId, facts, coordinator);
    if (result.outcome !== 'done') throw new Error(JSON.stringify(result.errors));
  }
}, 120_000);
afterAll(() => house.close());

async function byTheKernel(query: ComplianceQuery, which = pathways): Promise<TallyRow[]> {
  const tallies = new Tallies();
  for (const { id, organisation, duplicate } of which) addEvaluation(tallies, evaluate(await house.ledger.kernelInput(id, { asOf: query.asOf })), organisation, query, duplicate);
  return tallies.list();
}

const bytes = (rows: readonly TallyRow[]): string[] =>
  rows.map(({ cell: c, ...r }) => [c.organisation, c.definition, c.version, c.variant, c.clock, c.step, c.period, r.outcome, r.reason, r.cause, r.end, r.days, r.defect, r.n].join(' ')).sort();

describe('what is counted', () => {
  const day = fc.integer({ min: 0, max: 9 }).map((n) => addDays(received, n));
  const maybe = fc.option(day, { nil: null });
  const rows: fc.Arbitrary<OutcomeRow & { readonly asOf: OsloDate }> = fc.record({
    startOn: day, warnOn: maybe, atRiskFrom: maybe, dueOn: maybe, metOn: maybe, endedOn: maybe, endedAs: fc.constantFrom(null, 'overfort', 'everything-ended', 'pathway-closed'),
    passedByPatient: fc.boolean(), lapses: fc.boolean(), delayCause: fc.constantFrom(null, '1', '21', '22', '3', '4', '5', '6', '99'), asOf: day,
  });

  test('the database and outcomeOf say the same of a clock, whatever its dates', async () => {
    const asked = fc.sample(rows, { numRuns: 10_000, seed: 20260320 });
    const found = await house.sql(
      `select status, case when status <> 'not-started' then compliance_outcome(status, due_on) end as outcome, compliance_reason(status, lapsed, due_on, ended_as) as reason,
              compliance_cause(status, cause) as cause, compliance_end(lapsed, met_on, ended_on, as_of) as "end", compliance_days(lapsed, start_on, due_on, met_on, ended_on, as_of) as days
         from (select *, compliance_lapsed(status, lapses, due_on, ended_on, as_of) as lapsed from (
           select n, "startOn" as start_on, "dueOn" as due_on, "metOn" as met_on, "endedOn" as ended_on, "endedAs" as ended_as, lapses, "delayCause" as cause, "asOf" as as_of,
                  clock_status("startOn", "warnOn", "atRiskFrom", "dueOn", "metOn", "endedOn", "passedByPatient", lapses, "asOf") as status
             from jsonb_to_recordset($1) as c("startOn" date, "warnOn" date, "atRiskFrom" date, "dueOn" date, "metOn" date, "endedOn" date, "endedAs" text, "passedByPatient" boolean, lapses boolean, "delayCause" text, "asOf" date, n int)) s) t
        order by n`,
      [JSON.stringify(asked.map((row, n) => ({ ...row, n })))],
    );
    const said = (outcome: object | null): string => (outcome === null ? 'not started' : canonicalJson(outcome));
    const different = asked.flatMap((row, i) => {
      const { status, ...database } = found[i]!;
      const [pure, stored] = [said(outcomeOf(row, row.asOf)), said(status === 'not-started' ? null : database)];
      return pure === stored ? [] : [{ row, pure, stored }];
    });
    expect(different.slice(0, 3)).toEqual([]);
  });

  test.each([['started'], ['due'], ['ended']] as const)('one statement over the read tables counts as the kernel does over the events: %s', async (cohort) => {
    const query = question({ cohort });
    const counted = await house.ledger.complianceTallies(query);
    expect(counted.length).toBeGreaterThan(20);
    expect(bytes(counted)).toEqual(bytes(await byTheKernel(query)));
  });

  test('what was settled when it was written is counted as the kernel counts it on a later day', async () => {
    const query = question({ asOf: addDays(end, 45) });
    expect(bytes(await house.ledger.complianceTallies(query))).toEqual(bytes(await byTheKernel(query)));
    const [{ settled, open } = { settled: 0, open: 0 }] = await house.sql<{ settled: number; open: number }>('select count(counts_as)::int as settled, count(*) filter (where counts_as is null)::int as open from clock_row');
    expect(settled).toBeGreaterThan(100);
    expect(open).toBeGreaterThan(5);
  });

  test('a second pathway of a patient is judged with the first, whichever was written last', async () => {
    const one = await house.patientAt(southern, { mottattdato: osloDate('2025-03-03') });
    const several = () => house.sql(`select s.several from pathway_state s join pathway p on p.id = s.pathway_id where p.id = $1`, [one.pathwayId]);
    expect(await several()).toEqual([{ several: false }]);
    const { identifier } = (await house.ledger.patientView(one.pathwayId)).patient;
    const [answer] = await house.ledger.importPathways([{
      source: { system: 'urn:prove', id: 'D-1' }, definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, organisationId: house.sor, receivedOn: osloDate('2025-03-04'), patient: { identifier: identifier! },
      facts: [{ key: 'h', type: 'henvisningMottatt', occurredOn: osloDate('2025-03-04'), data: { hastegrad: 'routine' } }, { key: 'v', type: 'vurdert', occurredOn: osloDate('2025-03-06'), data: { utfall: 'rett' } }],
    }], { kind: 'integration', id: 'uttrekk:urn:prove' });
    expect(await several()).toEqual([{ several: true }]);
    const march = question({ from: osloDate('2025-03-01'), to: osloDate('2025-03-31') });
    expect(bytes(await house.ledger.complianceTallies(march))).toEqual(bytes(await byTheKernel(march, [{ id: one.pathwayId, organisation: house.sor, duplicate: false }, { id: answer!.pathwayId!, organisation: house.sor, duplicate: true }])));
  });

  test('the histories have each outcome, and what distorts a number', async () => {
    const counted = await house.ledger.complianceTallies(question());
    expect(new Set(counted.map(({ outcome }) => outcome)).size).toBeGreaterThanOrEqual(5);
    expect([...new Set(counted.flatMap(({ defect }) => defect ?? []))].sort()).toEqual(expect.arrayContaining(['ended-on-assessment-day', 'no-assessment-date', 'no-end-code', 'start-before-referral']));
  });

  test('only what is asked about is counted', async () => {
    const query = question({ clocks: ['FRIST-VURDERING'], from: osloDate('2026-03-21'), to: osloDate('2026-03-22'), organisation: house.sor });
    const counted = await house.ledger.complianceTallies(query);
    expect(bytes(counted)).toEqual(bytes(await byTheKernel(query, pathways.filter(({ organisation }) => organisation === house.sor))));
    expect(await house.ledger.complianceTallies(question({ definition: 'langvarig-smerte' }))).toEqual([]);
  });
});

describe('reports', () => {
  test('the same question gives the same bytes, a hospital adds up to its region, and each started one is in one outcome', async () => {
    const [first, second] = [await house.ledger.complianceReport(question(), { withDetail: true }), await house.ledger.complianceReport(question(), { withDetail: true })];
    expect(second.sha256).toBe(first.sha256);
    const { lines } = first.report;
    for (const line of lines.filter(({ organisation }) => organisation === house.region)) {
      const below = lines.filter(({ organisation, clock }) => (organisation === house.nord || organisation === house.sor) && clock === line.clock);
      expect(below.reduce((sum, { asRegistered }) => sum + asRegistered.started, 0)).toBe(line.asRegistered.started);
      expect(Object.values(line.leftOut).reduce((sum, n) => sum + n, 0)).toBe(line.asRegistered.started - line.qualityAssured.started);
    }
    for (const { asRegistered: n } of lines) expect(n.met + n.metLate + n.broken + n.running + n.atRisk + n.excluded).toBe(n.started);
  });

  test('it says what it was made from, and another state of the ledger gives another stamp', async () => {
    const { report: { stamp, definitions }, sha256 } = await house.ledger.complianceReport(question());
    expect(stamp).toMatchObject({ kernel: expect.any(String), calendars: [{ id: 'norge', version: expect.any(String) }], ledger: { position: expect.any(Number), root: null, since: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(definitions).toEqual([{ id: 'langvarig-utmattelse', versions: ['1.0.0'] }]);
    await house.patientAt(northern, { mottattdato: osloDate('2025-01-10') }).then(({ pathwayId }) => pathways.push({ id: pathwayId, organisation: house.nord, duplicate: false }));
    const after = await house.ledger.complianceReport(question());
    expect(after.report.lines).toEqual((await house.ledger.complianceReport(question())).report.lines);
    expect(after.sha256).not.toBe(sha256);
    expect(after.report.stamp.ledger.position).toBeGreaterThan(stamp.ledger.position);
  });
});

describe('as it was', () => {
  test.each([['started', '2026-04-20'], ['due', '2026-05-15'], ['ended', '2026-06-20']] as const)('on an earlier day what happened later does not count: %s', async (cohort, asOf) => {
    const query = question({ cohort, asOf: osloDate(asOf) });
    expect(bytes(await house.ledger.complianceTallies(query))).toEqual(bytes(await byTheKernel(query)));
    const { report } = await house.ledger.complianceReport(query);
    expect(report.lines.length).toBeGreaterThan(3);
  });

  test('what is true of a day as known now, and what was known then (LATE-1)', async () => {
    const { pathwayId } = await house.patientAt(southern, { mottattdato: osloDate('2026-08-03') });
    pathways.push({ id: pathwayId, organisation: house.sor, duplicate: false });
    const august = { from: osloDate('2026-08-01'), to: osloDate('2026-08-31'), clocks: ['FRIST-VURDERING'], organisation: house.sor };
    const outcomesOf = async (over: Partial<ComplianceQuery> = {}) => (await house.ledger.complianceTallies(question({ ...august, ...over }))).map(({ outcome, days }) => `${outcome} ${days}`);
    expect(await outcomesOf()).toEqual(['broken 58']);
    const before = await house.ledger.complianceReport(question(august));
    await house.ledger.record(pathwayId, [{ type: 'vurdert', data: { utfall: 'rett' }, occurredOn: osloDate('2026-08-10') }], coordinator);
    expect(await outcomesOf()).toEqual(['met 7']);
    expect(await outcomesOf({ asOf: osloDate('2026-08-09') })).toEqual(['running 6']);
    const knownAt = before.report.stamp.ledger.position;
    expect(await outcomesOf({ knownAt })).toEqual(['broken 58']);
    const again = await house.ledger.complianceReport(question({ ...august, knownAt }));
    expect(again.report.lines).toEqual(before.report.lines);
    expect(again.report.stamp).toEqual(before.report.stamp);
    expect(await outcomesOf({ knownAt: 1 })).toEqual([]);
    const { items } = await house.ledger.complianceCell({ ...question({ ...august, knownAt }), outcome: 'broken' });
    expect(items).toMatchObject([{ pathwayId, key: 'FRIST-VURDERING#1', outcome: 'broken', metOn: null }]);
  });

  test('a report of one version, variant or step has the lines that the whole report has of it when it is split', async () => {
    for (const over of [{}, { asOf: osloDate('2026-06-20') }]) {
      for (const by of ['version', 'variant', 'step'] as const) {
        const whole = await house.ledger.complianceReport(question({ ...over, splitBy: [by] }));
        const words = [...new Set(whole.report.lines.map(({ split }) => split[by]!))];
        expect(words.length).toBeGreaterThan(0);
        for (const word of words) {
          const { report } = await house.ledger.complianceReport(question({ ...over, splitBy: [by], only: { [by]: word } }));
          expect(report.lines).toEqual(whole.report.lines.filter(({ split }) => split[by] === word));
        }
      }
    }
    expect((await house.ledger.complianceReport(question({ only: { step: 'finnes-ikke' } }))).report.lines).toEqual([]);
  });

  test('an earlier day of more pathways than may be evaluated at once is refused, and says what to ask instead', async () => {
    const counter = inThisThread(rules).counter;
    const small = await house.another({ past: { counter, most: 2 } });
    const past = question({ asOf: osloDate('2026-06-20') });
    const said = { code: 'too-many-pathways', message: expect.stringMatching(/høyst 2 om gangen. Velg én virksomhet/) };
    await expect(small.complianceReport(past)).rejects.toMatchObject(said);
    await expect(small.complianceCell({ ...past, outcome: 'met' })).rejects.toMatchObject(said);
    expect((await small.complianceReport(question())).report.lines.length).toBeGreaterThan(3);
    const enough = await house.another({ past: { counter, most: 100 } });
    expect((await enough.complianceReport(past)).report).toEqual((await house.ledger.complianceReport(past)).report);
  });

  test('a number of an earlier day is opened page by page, each once', async () => {
    const cell = { ...question({ asOf: osloDate('2026-06-20') }), outcome: 'met' as const };
    const all = (await house.ledger.complianceCell(cell)).items;
    const keys: string[] = [];
    for (let after: string | undefined; ; ) {
      const { items, next } = await house.ledger.complianceCell({ ...cell, limit: 3, ...(after !== undefined && { after }) });
      keys.push(...items.map(({ pathwayId, key }) => `${pathwayId} ${key}`));
      if (next === null) break;
      after = next;
    }
    expect(all.length).toBeGreaterThan(6);
    expect(keys).toEqual(all.map(({ pathwayId, key }) => `${pathwayId} ${key}`));
  });
});

describe('who sees what', () => {
  test('somebody at a hospital counts its patients alone, whatever they ask for', async () => {
    const mine = await house.api.as(eyes([house.nord])).complianceTallies(question());
    expect(bytes(mine)).toEqual(bytes(await byTheKernel(question(), pathways.filter(({ organisation }) => organisation === house.nord))));
    await expect(house.api.as(eyes([house.nord])).complianceTallies(question({ organisation: house.sor }))).rejects.toMatchObject({ code: 'unknown-organisation' });
    expect(await house.api.as(eyes([])).complianceTallies(question())).toEqual([]);
    expect(await house.api.complianceTallies(question())).toEqual(await house.api.as(eyes([])).complianceTallies(question()));
  });

  test('whoever may see no patient is given all units with small numbers hidden, and nothing else', async () => {
    const statistics = house.api.as({ kind: 'statistics', actor: 'person:fagrad' });
    const { report } = await statistics.publicComplianceReport(question());
    expect(report.lines.length).toBeGreaterThan(5);
    for (const { numbers } of report.lines) for (const n of [numbers?.met, numbers?.broken, numbers?.excluded]) expect([1, 2, 3, 4]).not.toContain(n);
    expect(report.lines.some(({ numbers }) => numbers !== null)).toBe(true);
    expect(() => statistics.complianceTallies(question())).toThrow('kan ikke lese pasienter');
  });

  test('what statistics are counted from is empty to all other eyes, and to none', async () => {
    const views = await house.sql<{ name: string }>(`select table_name as name from information_schema.views where table_schema = 'public' order by 1`);
    expect(views.map(({ name }) => name)).toEqual(['statistics_clock_row', 'statistics_finding_row', 'statistics_pathway', 'statistics_pathway_state']);
    for (const { name } of views) {
      for (const who of [eyes([house.nord, house.sor]), null]) expect([name, await house.asTenant(who, `select count(*)::int as n from ${name}`)]).toEqual([name, [{ n: 0 }]]);
    }
  });
});

describe('from a number to a date', () => {
  test('a cell opens exactly the occurrences that it counts, page by page', async () => {
    const cell = question({ clocks: ['FRIST-VURDERING'] });
    const { report } = await house.ledger.complianceReport(cell);
    const { broken } = report.lines.find(({ organisation }) => organisation === house.region)!.asRegistered;
    expect(broken).toBeGreaterThan(3);
    const found: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await house.ledger.complianceCell({ ...cell, outcome: 'broken', limit: 2, ...(after !== undefined && { after }) });
      found.push(...page.items.map(({ pathwayId, key }) => `${pathwayId} ${key}`));
      for (const item of page.items) expect(item).toMatchObject({ clock: 'FRIST-VURDERING', outcome: 'broken', startOn: expect.stringMatching(/^2026-/) });
      if (page.next === null) break;
      after = page.next;
    }
    expect(found).toHaveLength(broken);
    expect(new Set(found).size).toBe(broken);
  });

  test('a line of a report that is split opens its own', async () => {
    const asked = question({ clocks: ['FRIST-VURDERING'], splitBy: ['variant', 'step'] });
    const { report } = await house.ledger.complianceReport(asked);
    const lines = report.lines.filter(({ organisation }) => organisation === house.region);
    expect(lines.length).toBeGreaterThan(2);
    for (const { split: { variant, step }, definition, asRegistered } of lines) {
      const { items } = await house.ledger.complianceCell({ ...asked, definition, ...(variant != null && { variant }), ...(step != null && { step }), limit: 500 });
      expect([variant, step, items.length]).toEqual([variant, step, asRegistered.started]);
    }
    expect((await house.ledger.complianceCell({ ...asked, version: '0.0.0' })).items).toEqual([]);
  });

  test('a cursor that is none is refused', async () => {
    await expect(house.ledger.complianceCell({ ...question(), after: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  test('what distorts a number is listed with why, and no other', async () => {
    const { items } = await house.ledger.complianceCell({ ...question(), defect: 'any' });
    const { report } = await house.ledger.complianceReport(question());
    const leftOut = report.lines.filter(({ organisation }) => organisation === house.region).reduce((sum, line) => sum + Object.values(line.leftOut).reduce((a, b) => a + b, 0), 0);
    expect(items).toHaveLength(leftOut);
    expect(items.every(({ defect }) => defect !== null)).toBe(true);
  });
});

test('a second pathway while the first has not ended is a duplicate, in the database as in the kernel', async () => {
  const one = referral({ receiver: { system: systems.reshId, value: southern }, mottattdato: received });
  const first = await house.ledger.intake(one, coordinator);
  const closed = await house.ledger.record(first.pathwayId, [{ type: 'pasientDod', occurredOn: addDays(received, 2) }], coordinator);
  const { pathwayId } = await house.ledger.intake({ ...referral(), patient: one.patient, receiver: { system: systems.reshId, value: southern }, mottattdato: addDays(received, 10) }, coordinator);
  expect(pathwayId).not.toBe(first.pathwayId);
  const duplicates = async (): Promise<readonly string[]> => [...new Set((await house.ledger.complianceCell({ ...question(), defect: 'duplicate' })).items.map((item) => item.pathwayId))];
  expect(await duplicates()).toEqual([]);
  await house.ledger.retract(idsOf(closed)[0]!, 'Feil pasient.', coordinator);
  expect(await duplicates()).toEqual([pathwayId]);
  pathways.push({ id: first.pathwayId, organisation: house.sor, duplicate: false }, { id: pathwayId, organisation: house.sor, duplicate: true });
  expect(bytes(await house.ledger.complianceTallies(question()))).toEqual(bytes(await byTheKernel(question())));
});

test('what was known on a day is what was recorded before it was over in Oslo, whatever its length', async () => {
  const own = await startLedger('2026-03-28T12:00:00Z');
  try {
    const taken = await own.ledger.intake(referral({ mottattdato: osloDate('2026-03-28') }), coordinator);
    const placeAt = async (instant: string): Promise<number> => {
      own.at(instant);
      const result = await own.ledger.record(taken.pathwayId!, [{ type: 'svarSendt', data: { til: 'pasient', innhold: ['utfall'] }, occurredOn: osloDate('2026-03-28') }], coordinator);
      if (result.outcome !== 'done') throw new Error(JSON.stringify(result.errors));
      return (await own.ledger.complianceReport(question())).report.stamp.ledger.position;
    };
    const places: Record<string, number> = {};
    // The night to summer time is 23 hours short of a day, and the one to winter time 25 long.
    for (const instant of ['2026-03-28T22:59:59.999Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59.999Z', '2026-03-29T22:00:00Z', '2026-10-25T22:59:59.999Z', '2026-10-25T23:00:00Z']) places[instant] = await placeAt(instant);
    const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'].map((day) => osloDate(day));
    expect(await Promise.all(days.map((day) => own.ledger.compliancePlace(day)))).toEqual([
      0, places['2026-03-28T22:59:59.999Z'], places['2026-03-29T21:59:59.999Z'], places['2026-03-29T22:00:00Z'], places['2026-03-29T22:00:00Z'], places['2026-10-25T22:59:59.999Z'], places['2026-10-25T23:00:00Z'],
    ]);
  } finally {
    await own.close();
  }
});
