import { describe, expect, test } from '@jest/globals';
import { addDays, osloDate } from '@forlop/calendar';
import { eventsIn } from '@forlop/compliance';
import { clockStatus, evaluate, EVERYTHING_KNOWN } from '@forlop/pathway';
import fc from 'fast-check';
import { batchCounter, bothRules, explainBoth, isWhole, type Compared, type WhatIfResult } from '../src/index.js';
import { ask, assessed, change, id, pathway, received, rules, started, type Told } from './stories.js';

const tenWeeks = 'FRIST-START-VOKSEN-12U: 10 uker';
const clockIn = (result: WhatIfResult, clock: string): Compared => result.clocks.find((one) => one.clock === clock)!;

describe('another length: received on 20 March 2026, twelve weeks are 12 June, ten are 29 May', () => {
  test.each([
    ['2026-05-28', '2026-12-31', {}],
    ['2026-05-29', '2026-12-31', {}],
    ['2026-05-30', '2026-12-31', { 'met > met-late': 1 }],
    ['2026-06-12', '2026-12-31', { 'met > met-late': 1 }],
    ['2026-06-13', '2026-12-31', {}],
    // Nobody has come yet: the day after the shorter frist it is broken, the longer one is still to come.
    ['2026-06-30', '2026-05-29', {}],
    ['2026-06-30', '2026-05-30', { 'at-risk > broken': 1 }],
    ['2026-06-30', '2026-06-13', {}],
  ])('care on %s, asked on %s: %j', async (on, asOf, changes) => {
    const result = await ask([pathway(1, [received('2026-03-20'), started(on)])], tenWeeks, { asOf });
    expect(clockIn(result, 'FRIST-START-VOKSEN-12U').changes).toEqual(changes);
    expect(result.pathways).toEqual({ read: 1, followed: 1, changed: Object.keys(changes).length, unreadable: 0 });
  });

  test('the one who flips is told with both dates, and by how much compliance changes in each unit', async () => {
    const stories = [
      pathway(1, [received('2026-03-20'), started('2026-06-05')], { organisationId: 'enhet-2' }),
      pathway(2, [received('2026-03-20'), started('2026-05-01')]),
      pathway(3, [received('2026-03-20'), started('2026-06-20')]),
    ];
    const result = await ask(stories, tenWeeks);
    expect(result.flips).toEqual({
      total: 1,
      listed: [{
        pathwayId: id(1), organisationId: 'enhet-2', clock: 'FRIST-START-VOKSEN-12U', key: 'FRIST-START-VOKSEN-12U#1',
        before: { outcome: 'met', startOn: '2026-03-20', dueOn: '2026-06-12', metOn: '2026-06-05', endedOn: null },
        after: { outcome: 'met-late', startOn: '2026-03-20', dueOn: '2026-05-29', metOn: '2026-06-05', endedOn: null },
      }],
    });
    expect(result.clocks.map(({ clock, moved, before, after }) => [clock, moved, before.compliance, after.compliance])).toEqual([['FRIST-START-VOKSEN-12U', 3, 0.6667, 0.3333]]);
    expect(result.cells.map(({ organisationId, before, after }) => [organisationId, before.compliance, after.compliance])).toEqual([['enhet-1', 0.5, 0.5], ['enhet-2', 1, 0]]);
  });
});

describe('another rule', () => {
  test('from another start: the twelve weeks from the assessment instead', async () => {
    const text = 'FRIST-START-VOKSEN-12U: { start: [{ event: vurdert }] }';
    const result = await ask([pathway(1, [received('2026-03-20'), assessed('2026-04-01'), started('2026-06-20')])], text);
    expect(result.flips.listed.map(({ before, after }) => [before!.outcome, before!.dueOn, after!.outcome, after!.startOn, after!.dueOn])).toEqual([['met-late', '2026-06-12', 'met', '2026-04-01', '2026-06-24']]);
  });

  test('by another calendar: Saturdays counted, ten working days end on 1 April instead of 8', async () => {
    const result = await ask([pathway(1, [received('2026-03-20'), assessed('2026-04-02')])], 'calendar: norge-lordag');
    expect(result.flips.listed.filter(({ clock }) => clock === 'FRIST-VURDERING').map(({ before, after }) => [before!.dueOn, before!.outcome, after!.dueOn, after!.outcome])).toEqual([['2026-04-08', 'met', '2026-04-01', 'met-late']]);
    expect(result.change.calendar).toEqual({ id: 'norge-lordag', version: '2026.1' });
  });

  test('by a calendar that is not shipped, in the patch itself', async () => {
    const text = JSON.stringify({ calendar: { id: 'prove', version: '2026.1', title: 'Bare mandager', source: 'prøve', workingWeekdays: [1], holidays: [] } });
    const result = await ask([pathway(1, [received('2026-03-20'), assessed('2026-05-20')])], text);
    expect(result.flips.listed.find(({ clock }) => clock === 'FRIST-VURDERING')!.after).toMatchObject({ dueOn: '2026-05-25', outcome: 'met' });
  });

  test('by another choice: the national draft has no twelve weeks', async () => {
    const result = await ask([pathway(1, [received('2026-03-20'), started('2026-05-01')])], 'parameters: { tidssett: nasjonalt-utkast }');
    expect(clockIn(result, 'FRIST-START-VOKSEN-12U').changes).toEqual({ 'met > absent': 1 });
  });

  test('also where a pathway was moved to a choice of its own', async () => {
    const moved: Told = ['forlopFlyttet', '2026-03-25', { parameters: { tidssett: 'nettverk' } }];
    const result = await ask([pathway(1, [received('2026-03-20'), moved, started('2026-05-01')])], 'parameters: { tidssett: nasjonalt-utkast }');
    expect(clockIn(result, 'FRIST-START-VOKSEN-12U').changes).toEqual({ 'met > absent': 1 });
  });

  test('of another pathway changes nothing here', async () => {
    const result = await ask([pathway(1, [received('2026-03-20'), started('2026-06-05')])], '{ definition: langvarig-smerte, FRIST-VURDERING: 2 virkedager }');
    expect(result.pathways).toEqual({ read: 1, followed: 0, changed: 0, unreadable: 0 });
    expect(result.clocks).toEqual([]);
  });

  test('what was recorded after the position does not count', async () => {
    const story = pathway(1, [received('2026-03-20'), started('2026-06-05')]);
    const before = eventsIn(story.events).at(-2)!.position;
    const result = await ask([story], tenWeeks, { knownAt: before, asOf: '2026-06-06' });
    expect(result.flips.listed.map(({ before: was, after }) => [was!.outcome, after!.outcome])).toEqual([['at-risk', 'broken']]);
  });

  test('a pathway that the kernel cannot read is counted as such, and nobody else is lost', async () => {
    const broken = { ...pathway(1, [received('2026-03-20')]), events: JSON.stringify([['x', 1, 'forlopOpprettet', '2026-03-20', { definition: { id: 'langvarig-utmattelse', version: '1.0.0' } }, null, null]]) };
    const result = await ask([broken, pathway(2, [received('2026-03-20'), started('2026-06-05')])], tenWeeks);
    expect(result.pathways).toEqual({ read: 2, followed: 1, changed: 1, unreadable: 1 });
  });

  test('explains both dates of the one who flips', () => {
    const story = pathway(1, [received('2026-03-20'), started('2026-06-05')]);
    const input = { rules, birthDate: story.birthDate, events: eventsIn(story.events).map((event) => ({ ...event, recordedAt: `${event.occurredOn}T12:00:00.000Z` })), asOf: osloDate('2026-07-01'), knownAt: EVERYTHING_KNOWN };
    const { before, after } = explainBoth(change(tenWeeks), input, 'FRIST-START-VOKSEN-12U#1');
    expect([before!.value, before!.row.dueOn, before!.status]).toEqual([{ value: 12, unit: 'uke' }, '2026-06-12', 'met']);
    expect([after!.value, after!.row.dueOn, after!.status]).toEqual([{ value: 10, unit: 'uke' }, '2026-05-29', 'met-late']);
    expect(after!.sentences.join(' ')).toContain('29. mai 2026');
  });
});

describe('only what bears on the changed clocks is counted', () => {
  const told: readonly Told[] = [received('2026-03-20'), assessed('2026-04-02'), ['fristSatt', '2026-04-02', { dato: '2026-06-12', arsak: 'forste' }], ['timeTilbudt', '2026-04-03', { tid: '2026-06-05', timeId: 't', gjelder: 'oppstart' }], ['ikkeMott', '2026-06-05', { timeId: 't', gjelder: 'oppstart' }], started('2026-06-20')];

  test.each(['FRIST-START-VOKSEN-12U: 10 uker', '{ FRIST-INDIVIDUELL: 9 uker, FRIST-VURDERING: 8 virkedager }', 'calendar: norge-lordag', 'parameters: { tidssett: nettverk }'])('and every row is what the whole rules say: %s', async (text) => {
    const story = pathway(1, told);
    const asOf = osloDate('2026-12-31');
    const input = { birthDate: story.birthDate, asOf, knownAt: EVERYTHING_KNOWN };
    const { present: before, changed, rewritten } = bothRules(change(text));
    const rows = [evaluate({ ...input, rules: before, events: eventsIn(story.events) }), evaluate({ ...input, rules: changed, events: rewritten(eventsIn(story.events)) })].map(({ clocks }) => clocks);
    const counted = batchCounter({ change: change(text), asOf, knownAt: EVERYTHING_KNOWN })([story]);
    expect(counted.cells.length).toBeGreaterThan(0);
    for (const side of [0, 1] as const) {
      const sums = counted.cells.map((cell) => [cell.clock, Object.values(side === 0 ? cell.before : cell.after).reduce((sum, n) => sum + n, 0)]);
      expect(sums).toEqual(counted.cells.map(({ clock }) => [clock, rows[side]!.filter((row) => row.clock === clock && row.startOn <= asOf).length]));
    }
    for (const flip of counted.flips) {
      const [was, is] = rows.map((all) => all.find(({ key }) => key === flip.key));
      expect([flip.before?.dueOn ?? null, flip.before?.metOn ?? null, flip.after?.dueOn ?? null, flip.after?.metOn ?? null]).toEqual([was?.dueOn ?? null, was?.metOn ?? null, is?.dueOn ?? null, is?.metOn ?? null]);
    }
    const differing = rows[0]!.filter((row) => rows[1]!.find(({ key }) => key === row.key)?.dueOn !== row.dueOn).map(({ clock }) => clock);
    expect(differing.filter((clock) => !counted.cells.some((cell) => cell.clock === clock))).toEqual([]);
  });
});

/** Referrals of one spring, some assessed, some with care, in two units. */
const storyArb = fc.record({ day: fc.nat(60), assess: fc.option(fc.nat(30)), start: fc.option(fc.nat(140)), unit: fc.constantFrom('enhet-1', 'enhet-2') });
const storiesArb = fc.array(storyArb, { minLength: 1, maxLength: 12 }).map((drawn) => drawn.map(({ day, assess, start, unit }, n) => {
  const on = addDays(osloDate('2026-02-01'), day);
  return pathway(n, [received(on), ...(assess === null ? [] : [assessed(addDays(on, assess))]), ...(start === null ? [] : [started(addDays(on, start))])], { organisationId: unit });
}));

describe('laws', () => {
  test('the same question gives the same bytes, however it is cut in pages', () =>
    fc.assert(fc.asyncProperty(storiesArb, fc.integer({ min: 1, max: 7 }), async (stories, size) => {
      const [one, other] = [await ask(stories, tenWeeks, { size }), await ask(stories, tenWeeks)];
      expect(one).toEqual(other);
      expect(isWhole(one)).toBe(true);
      expect(isWhole({ ...one, knownAt: 7 })).toBe(false);
    }), { numRuns: 6 }));

  test('a rule that is as it was changes nobody; a shorter frist never makes a broken one met; what is counted before is what the kernel says', () =>
    fc.assert(fc.asyncProperty(storiesArb, fc.constantFrom(2, 10, 11), async (stories, weeks) => {
      expect((await ask(stories, 'FRIST-START-VOKSEN-12U: 12 uker')).flips.total).toBe(0);
      const result = clockIn(await ask(stories, `FRIST-START-VOKSEN-12U: ${weeks} uker`), 'FRIST-START-VOKSEN-12U');
      expect(Object.keys(result.changes).filter((key) => key.endsWith('> met') || key === 'broken > met-late')).toEqual([]);
      const rows = stories.flatMap(({ birthDate, events }) => evaluate({ rules, birthDate, events: eventsIn(events), asOf: osloDate('2026-12-31'), knownAt: EVERYTHING_KNOWN }).clocks.filter(({ clock }) => clock === 'FRIST-START-VOKSEN-12U'));
      const statuses = rows.map((row) => clockStatus(row, osloDate('2026-12-31')));
      expect([result.before.met, result.before['met-late'], result.before.broken]).toEqual(['met', 'met-late', 'broken'].map((wanted) => statuses.filter((status) => status === wanted).length));
    }), { numRuns: 6 }));
});
