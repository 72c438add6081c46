import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { evaluate, type Condition, type Definition, type FieldTest, type Json } from '@forlop/pathway';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];
const sources = [{ source: 'S' }];

/** Whether a condition holds at the end of these facts: it is asked as the condition of a group. */
function holds(when: Condition, facts: readonly Short[], more = {}, asOf = '2026-06-01'): boolean {
  const definition: Definition = {
    ...prove,
    groups: [...prove.groups, { id: 'spurt', title: nb('Spurt'), when, status: 'local', sources }],
    attributes: { ...prove.attributes, verdi: { title: nb('Verdi'), setBy: [{ event: 'meddelt', field: 'verdi' }, { event: 'avlyst', value: 'fast' }] } },
  };
  return evaluate(input(events({}, ...facts), asOf, { rules: rulesWith(definition), ...more })).groups.includes('spurt');
}
const received: Short = ['mottatt', '2026-03-02'];

describe('a field passes', () => {
  test.each<[FieldTest, Json | undefined, boolean]>([
    [{ is: 'a' }, 'a', true], [{ is: 'a' }, 'b', false], [{ is: 'a' }, undefined, false], [{ is: false }, false, true], [{ is: 0 }, false, false],
    [{ not: 'a' }, 'b', true], [{ not: 'a' }, 'a', false], [{ not: 'a' }, undefined, false], [{ not: 'a' }, null, false],
    [{ in: ['a', 'b'] }, 'b', true], [{ in: ['a', 'b'] }, 'c', false], [{ in: ['a', 'b'] }, undefined, false],
    [{ notIn: ['a', 'b'] }, 'c', true], [{ notIn: ['a', 'b'] }, 'a', false], [{ notIn: ['a'] }, undefined, false],
    [{ atLeast: 5 }, 5, true], [{ atLeast: 5 }, 4, false], [{ atLeast: 5 }, '9', false],
    [{ below: 5 }, 4, true], [{ below: 5 }, 5, false], [{ below: 5 }, '1', false], [{ below: 5 }, undefined, false],
    [{ includes: 'a' }, ['b', 'a'], true], [{ includes: 'a' }, ['b'], false], [{ includes: 'a' }, 'a', false],
    [{ absent: true }, undefined, true], [{ absent: true }, null, true], [{ absent: true }, 'a', false], [{ absent: false }, 'a', true], [{ absent: false }, undefined, false],
    [{ atLeast: 2, below: 5, not: 3 }, 4, true], [{ atLeast: 2, below: 5, not: 3 }, 3, false], [{}, 'a', true], [{}, undefined, false],
  ])('%j of %j: %s', (field, value, passes) => {
    const facts: Short[] = [received, ['klaget', '2026-03-03', value === undefined ? {} : { felt: value }]];
    expect(holds({ happened: 'klaget', where: { felt: field } }, facts)).toBe(passes);
  });
  test('all fields must pass, and all in one fact', () => {
    const where = { a: { is: 1 }, b: { is: 2 } };
    expect(holds({ happened: 'klaget', where }, [received, ['klaget', '2026-03-03', { a: 1 }], ['klaget', '2026-03-04', { b: 2 }]])).toBe(false);
    expect(holds({ happened: 'klaget', where }, [received, ['klaget', '2026-03-03', { a: 1 }], ['klaget', '2026-03-04', { a: 1, b: 2 }]])).toBe(true);
  });
});

describe('a condition', () => {
  const yes: Condition = { happened: 'mottatt' };
  const no: Condition = { happened: 'dod' };
  test.each<[Condition, boolean]>([
    [{ all: [yes, yes] }, true], [{ all: [yes, no] }, false], [{ all: [] }, true],
    [{ any: [no, yes] }, true], [{ any: [no, no] }, false], [{ any: [] }, false],
    [{ not: no }, true], [{ not: yes }, false],
    [{ step: ['mottatt', 'venter'] }, true], [{ step: ['venter'] }, false],
    [{ group: 'voksen' }, true], [{ group: 'barn' }, false],
    [{ parameter: 'sett', is: 'a' }, true], [{ parameter: 'sett', is: 'b' }, false], [{ parameter: 'ukjent', is: 'a' }, false],
    [{ attribute: 'mottattdato', test: { is: '2026-03-02' } }, true], [{ attribute: 'grad', test: { absent: true } }, true],
  ])('%j: %s', (condition, expected) => {
    expect(holds(condition, [received])).toBe(expected);
  });
  test('an unknown group is an error of the definition, not of the patient', () => {
    expect(() => holds({ group: 'finnes-ikke' }, [received])).toThrow('finnes-ikke');
  });
  test('a group may name another that stands after it', () => {
    const definition: Definition = { ...prove, groups: [{ id: 'forst', title: nb('Først'), when: { group: 'voksen' }, status: 'local', sources }, ...prove.groups] };
    expect(evaluate(input(events({}, received), '2026-03-03', { rules: rulesWith(definition) })).groups).toEqual(['forst', 'voksen']);
  });
});

describe('age', () => {
  const born = { birthDate: osloDate('2008-06-01') };
  test.each<[Condition, string, boolean]>([
    [{ age: { below: 18 } }, '2026-05-31', true],
    [{ age: { below: 18 } }, '2026-06-01', false],
    [{ age: { from: 18 } }, '2026-05-31', false],
    [{ age: { from: 18 } }, '2026-06-01', true],
    [{ age: { from: 17, below: 18 } }, '2026-05-31', true],
    [{ age: { from: 18, below: 26 } }, '2026-05-31', false],
    [{ age: { from: 18, below: 26 } }, '2034-05-31', true],
    [{ age: { from: 18, below: 26 } }, '2034-06-01', false],
    [{ age: { at: 'mottattdato', below: 18 } }, '2034-06-01', true],
    [{ age: { at: 'mottattdato', from: 18 } }, '2034-06-01', false],
  ])('%j on %s: %s', (condition, asOf, expected) => {
    expect(holds(condition, [received], born, asOf)).toBe(expected);
  });
  test.each<[Condition, boolean]>([
    [{ age: { from: 18 } }, true], [{ age: { below: 18 } }, false], [{ age: { from: 18, below: 26 } }, false], [{ age: { at: 'mottattdato', from: 18 } }, true],
  ])('without a birth date a patient counts as adult: %j', (condition, expected) => {
    expect(holds(condition, [received], { birthDate: null })).toBe(expected);
  });
  test('at a day that is not known: as adult', () => {
    expect(holds({ age: { at: 'grad', below: 18 } }, [received], born)).toBe(false);
    expect(holds({ age: { at: 'verdi', below: 18 } }, [received, ['meddelt', '2026-03-03', { verdi: 7 }]], born)).toBe(false);
    expect(holds({ age: { at: 'grad', from: 18 } }, [received], born)).toBe(true);
  });
});

describe('an attribute', () => {
  const value = (...facts: Short[]) => evaluate(input(events({}, received, ...facts), '2026-06-01', { rules: rulesWith(definition) })).attributes['verdi'];
  const definition: Definition = {
    ...prove,
    attributes: {
      verdi: {
        title: nb('Verdi'),
        setBy: [{ event: 'meddelt', field: 'verdi' }, { event: 'avlyst', value: false }, { event: 'klaget', date: true }, { event: 'overlevert', value: 'bare-forst', keepFirst: true }, { event: 'kontakt', where: { a: { is: 1 } }, value: 'en' }],
      },
    },
  };
  test('is the last one set, and a missing field leaves it alone', () => {
    expect(value()).toBeUndefined();
    expect(value(['meddelt', '2026-03-03', { verdi: 3 }], ['meddelt', '2026-03-04', {}], ['meddelt', '2026-03-05', { verdi: null }], ['meddelt', '2026-03-05', { verdi: [1] }])).toBe(3);
    expect(value(['meddelt', '2026-03-03', { verdi: 3 }], ['avlyst', '2026-03-04'])).toBe(false);
    expect(value(['klaget', '2026-03-04'])).toBe('2026-03-04');
    expect(value(['avlyst', '2026-03-03'], ['meddelt', '2026-03-04', { verdi: 'ny' }])).toBe('ny');
  });
  test('kept from its first fact where the setter says so', () => {
    expect(value(['overlevert', '2026-03-03'])).toBe('bare-forst');
    expect(value(['avlyst', '2026-03-03'], ['overlevert', '2026-03-04'])).toBe(false);
  });
  test('is set only by facts that match', () => {
    expect(value(['kontakt', '2026-03-03', { a: 2 }])).toBeUndefined();
    expect(value(['kontakt', '2026-03-03', { a: 1 }])).toBe('en');
  });
  test('is shown sorted by name', () => {
    const { attributes } = evaluate(input(events({}, ['alvorlighet', '2026-03-01', { grad: 'mild' }], received), '2026-06-01'));
    expect(Object.keys(attributes)).toEqual(['grad', 'mottattdato']);
  });
});
