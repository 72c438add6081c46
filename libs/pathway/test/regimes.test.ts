import { describe, expect, test } from '@jest/globals';
import { RegimeError, evaluate, type Definition, type Json } from '@forlop/pathway';
import { events, input, prove, rulesWith } from './prove.js';

const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof RegimeError) return error.code;
    throw error;
  }
  return 'no error';
};

describe('the rules of a pathway come from its own events', () => {
  test('without an event that says which, there is no answer', () => {
    const [, ...rest] = events({}, ['mottatt', '2026-03-02']);
    expect(code(() => evaluate(input(rest, '2026-03-03')))).toBe('no-regime');
    expect(code(() => evaluate(input(events({}, ['mottatt', '2026-03-02']), '2026-03-03', { knownAt: 0 })))).toBe('no-regime');
  });

  test.each<[string, Record<string, Json>]>([
    ['no definition', { definition: null }],
    ['a definition without version', { definition: { id: 'prove' } }],
    ['a definition that is a list', { definition: ['prove', '1.0.0'] }],
    ['a definition whose version is a number', { definition: { id: 'prove', version: 1 } }],
    ['no calendar', { calendar: null }],
    ['a calendar that is a word', { calendar: 'norge' }],
  ])('%s is refused', (_, created) => {
    expect(code(() => evaluate(input(events(created, ['mottatt', '2026-03-02']), '2026-03-03')))).toBe('bad-regime');
  });

  test('an unknown version is refused by whoever holds the rules', () => {
    expect(() => evaluate(input(events({ definition: { id: 'prove', version: '9.9.9' } }, ['mottatt', '2026-03-02']), '2026-03-03'))).toThrow('no definition prove 9.9.9');
  });

  test('a retraction of the creation is kept out: the patient is not lost', () => {
    const list = events({}, ['mottatt', '2026-03-02'], ['forlopOpprettet', '2026-03-03', {}, { retracts: 'e000' }]);
    expect(evaluate(input(list, '2026-03-04'))).toMatchObject({ step: 'mottatt', findings: [{ code: 'created-retracted', fact: 'e002' }] });
  });

  test('of two creations the first by date and id gives the rules, whatever came first', () => {
    const list = events({}, ['mottatt', '2026-03-02'], ['forlopOpprettet', '2026-03-01', { definition: { id: 'prove', version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' }, parameters: { sett: 'b' } }]);
    expect(evaluate(input(list, '2026-03-04')).regime.parameters).toEqual({ sett: 'b' });
    expect(evaluate(input([...list].reverse(), '2026-03-04')).regime.parameters).toEqual({ sett: 'b' });
  });
});

describe('parameters', () => {
  const defaultB: Definition = { ...prove, version: '2.0.0', parameters: { sett: { ...prove.parameters['sett']!, default: 'b' } } };
  const rules = rulesWith(defaultB);
  const move = { definition: { id: 'prove', version: '2.0.0' } };
  const clocks = (created: Record<string, Json>, moved?: Record<string, Json>) => {
    const list = moved === undefined ? events(created, ['mottatt', '2026-02-02']) : events(created, ['mottatt', '2026-02-02'], ['forlopFlyttet', '2026-02-03', moved]);
    const evaluation = evaluate(input(list, '2026-02-04', { rules }));
    return [evaluation.regime.parameters['sett'], evaluation.clocks.some((c) => c.clock === 'SETT-B')];
  };
  test('that nobody named have the default', () => {
    expect(clocks({})).toEqual(['a', false]);
    expect(clocks(move)).toEqual(['b', true]);
    expect(clocks({ parameters: { sett: 'b' } })).toEqual(['b', true]);
  });
  test('that nobody named follow the definition that the patient is moved to', () => {
    expect(clocks({}, move)).toEqual(['b', true]);
    expect(clocks(move, { definition: { id: 'prove', version: '1.0.0' } })[0]).toBe('a');
  });
  test('are kept by a move that does not name them when they were named before, and changed by one that does', () => {
    expect(clocks({ parameters: { sett: 'a' } }, move)).toEqual(['a', false]);
    expect(clocks({}, { ...move, parameters: { sett: 'b' } })).toEqual(['b', true]);
    expect(clocks({}, { parameters: { sett: 'b' } })).toEqual(['b', true]);
  });
});
