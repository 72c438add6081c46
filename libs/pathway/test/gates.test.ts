import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { evaluate, type Definition, type RequirementSpec } from '@forlop/pathway';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];
const sources = [{ source: 'S' }];

/** `prove` with one requirement of one's own making. */
function withRequirement(spec: Partial<RequirementSpec>, more: Partial<Definition> = {}): Definition {
  return {
    ...prove,
    requirements: [{ id: 'KRAV', title: nb('Krav'), status: 'local', sources, gather: [{ event: 'mote', field: 'deltakere' }], needs: [{ anyOf: ['skole'], title: nb('Skole') }], ...spec }],
    ...more,
  };
}
const seen = (definition: Definition, facts: readonly Short[], more = {}, asOf = '2026-12-31') =>
  evaluate(input(events({}, ...facts), asOf, { rules: rulesWith(definition), ...more }));
const underWay: Short[] = [['mottatt', '2026-03-02'], ['vurdert', '2026-03-03', { utfall: 'rett' }], ['startet', '2026-03-04']];
const meeting = (on: string, ...deltakere: string[]): Short => ['mote', on, { deltakere }];

describe('a gate', () => {
  const blocks = { event: 'mote', gate: 'blocks', gathered: 'fact' } as const;
  const codes = (definition: Definition, facts: readonly Short[]) => {
    const { step, findings } = seen(definition, [...underWay, ...facts]);
    return [step, ...findings.map((f) => f.code)];
  };
  test('that blocks keeps the fact, but it does not count: no step, no clock, not happened', () => {
    const { step, clocks, findings } = seen(withRequirement({ gates: blocks }), [...underWay, meeting('2026-03-10', 'fastlege')]);
    expect(step).toBe('igang');
    expect(clocks.find((c) => c.key === 'MOTE#1')?.metOn).toBeNull();
    expect(clocks.some((c) => c.clock === 'KONTAKT')).toBe(false);
    expect(findings).toEqual([{ code: 'requirement-blocks', fact: 'e004', occurredOn: '2026-03-10', rule: 'KRAV', detail: { missing: ['skole'] } }]);
  });
  test('that warns lets it count, with a finding', () => {
    expect(codes(withRequirement({ gates: { ...blocks, gate: 'warns' } }), [meeting('2026-03-10', 'fastlege')])).toEqual(['oppfolging', 'requirement-not-met']);
  });
  test('is passed by what it asks for', () => {
    expect(codes(withRequirement({ gates: blocks }), [meeting('2026-03-10', 'skole')])).toEqual(['oppfolging']);
  });
  test('names every code of which one would do', () => {
    const either = withRequirement({ gates: blocks, needs: [{ anyOf: ['skole', 'ppt'], title: nb('Skole eller PPT') }, { anyOf: ['fastlege'], title: nb('Fastlege') }] });
    expect(seen(either, [...underWay, meeting('2026-03-10')]).findings[0]?.detail).toEqual({ missing: ['skole|ppt', 'fastlege'] });
    expect(seen(either, [...underWay, meeting('2026-03-10', 'ppt')]).findings[0]?.detail).toEqual({ missing: ['fastlege'] });
  });
  test('asks the fact alone, or all that was gathered up to it', () => {
    const parts = [meeting('2026-03-10', 'skole'), meeting('2026-03-11', 'fastlege')];
    const needs = [{ anyOf: ['skole'], title: nb('Skole') }, { anyOf: ['fastlege'], title: nb('Fastlege') }];
    expect(codes(withRequirement({ gates: blocks, needs }), parts)).toEqual(['igang', 'requirement-blocks', 'requirement-blocks']);
    expect(codes(withRequirement({ gates: { ...blocks, gathered: 'pathway' }, needs }), parts)).toEqual(['oppfolging', 'requirement-blocks']);
  });
  test('may be the only place where a requirement is judged: it has no standing before or after', () => {
    const needs = [{ anyOf: ['skole'], title: nb('Skole') }];
    const standing = withRequirement({ gates: blocks, needs });
    const only = withRequirement({ gates: blocks, needs, onlyAtGate: true });
    const facts = [...underWay, meeting('2026-03-10', 'fastlege')];
    expect(seen(standing, facts).requirements).toEqual([{ id: 'KRAV', has: ['fastlege'], missing: [['skole']], optionalMissing: [] }]);
    expect(seen(only, facts).requirements).toEqual([]);
    expect(seen(only, facts).findings).toEqual(seen(standing, facts).findings);
  });
  test('looks only at facts whose fields it concerns', () => {
    const where = { tema: { is: 'oppsummering' } };
    const gated = withRequirement({ gates: { ...blocks, where } });
    expect(codes(gated, [meeting('2026-03-10')])).toEqual(['oppfolging']);
    expect(codes(gated, [['mote', '2026-03-10', { deltakere: [], tema: 'oppsummering' }]])).toEqual(['igang', 'requirement-blocks']);
  });
  test('does not ask where the requirement, or the need, does not apply', () => {
    expect(codes(withRequirement({ gates: blocks, when: { group: 'alvorlig' } }), [meeting('2026-03-10')])).toEqual(['oppfolging']);
    expect(codes(withRequirement({ gates: blocks, needs: [{ anyOf: ['skole'], title: nb('Skole'), when: { group: 'alvorlig' } }] }), [meeting('2026-03-10')])).toEqual(['oppfolging']);
  });
  test('is never a deadlock: a recorded waiver takes the need away', () => {
    const child = { birthDate: osloDate('2012-03-03') };
    const blocked = seen(prove, [...underWay, meeting('2026-03-10', 'fastlege')], child);
    expect(blocked).toMatchObject({ step: 'igang', findings: [{ code: 'requirement-blocks', rule: 'MOTE-SKOLE' }] });
    const waived = seen(prove, [...underWay, ['skoleFrafalt', '2026-03-09'], meeting('2026-03-10', 'fastlege')], child);
    expect(waived).toMatchObject({ step: 'oppfolging', findings: [] });
  });
  test('is opened by a correction that says who took part', () => {
    const { step, findings } = seen(prove, [...underWay, meeting('2026-03-10'), ['mote', '2026-03-10', { deltakere: ['skole', 'fastlege'] }, { corrects: 'e004' }]], { birthDate: osloDate('2012-03-03') });
    expect([step, findings]).toEqual(['oppfolging', []]);
  });
});

describe('what a requirement has, lacks and seeks', () => {
  test('from one code or a list, over all of the pathway, sorted', () => {
    const definition = withRequirement({
      gather: [{ event: 'mote', field: 'deltakere' }, { event: 'svart', field: 'rolle' }],
      needs: [{ anyOf: ['skole'], title: nb('Skole') }, { anyOf: ['psykolog', 'psykiater'], title: nb('Psykolog eller psykiater') }],
      optional: [{ code: 'sosionom', title: nb('Sosionom') }, { code: 'fastlege', title: nb('Fastlege') }, { code: 'bup', title: nb('BUP'), when: { group: 'barn' } }],
    });
    const facts: Short[] = [...underWay, meeting('2026-03-10', 'skole', 'fastlege'), ['svart', '2026-03-11', { rolle: 'lege' }], ['svart', '2026-03-12', { rolle: 7 }]];
    expect(seen(definition, facts).requirements).toEqual([
      { id: 'KRAV', has: ['fastlege', 'lege', 'skole'], missing: [['psykolog', 'psykiater']], optionalMissing: ['sosionom'] },
    ]);
    expect(seen(definition, facts, { birthDate: osloDate('2012-03-03') }).requirements[0]?.optionalMissing).toEqual(['sosionom', 'bup']);
  });
  test('is not shown where it is not asked for', () => {
    expect(seen(withRequirement({ when: { group: 'alvorlig' } }), underWay).requirements).toEqual([]);
  });
  test('a condition can ask whether it lacks something', () => {
    const definition = withRequirement({}, { plans: [{ id: 'HENT', title: nb('Hent'), when: { missing: 'KRAV' }, status: 'local', sources, items: [] }] });
    expect(seen(definition, underWay).plans).toEqual(['HENT']);
    expect(seen(definition, [...underWay, meeting('2026-03-10', 'skole')]).plans).toEqual([]);
    expect(seen(withRequirement({ when: { group: 'alvorlig' } }, { plans: definition.plans }), underWay).plans).toEqual([]);
    expect(seen(withRequirement({}, { plans: [{ ...definition.plans[0]!, when: { missing: 'FINNES-IKKE' } }] }), underWay).plans).toEqual([]);
  });
});

describe('groups and variants', () => {
  const received: Short[] = [['mottatt', '2026-03-02']];
  const on = (birthDate: string | null, asOf: string) => {
    const { variant, groups, variantNext } = seen(prove, received, { birthDate: birthDate === null ? null : osloDate(birthDate) }, asOf);
    return [variant, groups.join(), variantNext?.from ?? null];
  };
  test.each([
    ['2008-03-10', '2026-03-09', 'barn', 'barn', '2026-03-10'],
    ['2008-03-10', '2026-03-10', 'voksen', 'voksen', null],
    // Born on 29 February: 18 on 1 March, since 2026 is no leap year (our reading, libs/calendar/src/age.ts).
    ['2008-02-29', '2026-02-28', 'barn', 'barn', '2026-03-01'],
    ['2008-02-29', '2026-03-01', 'voksen', 'voksen', null],
    [null, '2026-03-09', 'voksen', 'voksen', null],
  ])('born %s, seen on %s: %s', (birthDate, asOf, ...expected) => {
    expect(on(birthDate, asOf)).toEqual(expected);
  });
  test('an unknown birth date gets the adult’s clocks and no birthdays', () => {
    expect(seen(prove, received, { birthDate: null }).clocks.map((c) => c.clock)).toEqual(['VURDERING', 'START-VOKSEN', 'VENTETID']);
  });
  test('the clocks of a child born on 29 February are planned from 1 March', () => {
    const row = seen(prove, received, { birthDate: osloDate('2012-02-29') }).clocks.find((c) => c.clock === 'OVERGANG');
    expect(row).toMatchObject({ startOn: '2029-09-01', dueOn: '2030-03-01' });
  });
  test('age at the day of receipt stays, whatever birthday follows', () => {
    const turning = seen(prove, received, { birthDate: osloDate('2008-03-03') });
    expect(turning.variant).toBe('voksen');
    expect(turning.clocks.map((c) => c.clock)).toContain('START-BARN');
    expect(seen(prove, received, { birthDate: osloDate('2008-03-02') }).clocks.map((c) => c.clock)).toContain('START-VOKSEN');
  });
  test('of the variants that hold, the first is shown; other groups stand beside it', () => {
    const definition: Definition = { ...prove, groups: [{ ...prove.groups[2]!, variant: true }, ...prove.groups.slice(0, 2), { ...prove.groups[1]!, id: 'eldre', when: { age: { from: 40 } } }] };
    const graded: Short[] = [...received, ['alvorlighet', '2026-03-03', { grad: 'alvorlig' }]];
    expect(seen(definition, graded)).toMatchObject({ variant: 'alvorlig', groups: ['alvorlig', 'voksen', 'eldre'] });
    expect(seen(definition, received)).toMatchObject({ variant: 'voksen', groups: ['voksen', 'eldre'] });
    expect(seen({ ...prove, groups: prove.groups.slice(2) }, [], {}, '2026-03-03').variant).toBeNull();
  });
  test('a birthday that changes no variant is not announced, the next that does is', () => {
    const definition: Definition = {
      ...prove,
      groups: [
        { ...prove.groups[0]!, when: { age: { below: 18 } } }, { ...prove.groups[1]!, id: 'ung', when: { age: { from: 18, below: 26 } } }, { ...prove.groups[1]!, when: { age: { from: 26 } } },
        { ...prove.groups[2]! }, { id: 'samtykker', title: nb('Samtykker'), when: { age: { from: 16 } }, status: 'local', sources },
      ],
    };
    const born = (birthDate: string) => seen(definition, received, { birthDate: osloDate(birthDate) }, '2026-03-03').variantNext;
    expect(born('2012-06-01')).toEqual({ variant: 'ung', from: '2030-06-01' });
    expect(born('2005-06-01')).toEqual({ variant: 'voksen', from: '2031-06-01' });
    expect(born('1980-06-01')).toBeNull();
  });
});
