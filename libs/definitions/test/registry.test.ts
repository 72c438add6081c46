import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { DefinitionError, loadRules, UnknownDefinitionError } from '../src/index.js';
import { smallDefinition } from './small-definition.js';

const ICPC2 = 'urn:oid:2.16.578.1.12.4.1.1.7170';
const ICD10 = 'urn:oid:2.16.578.1.12.4.1.1.7110';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'definisjoner-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Loads the shipped definitions and these. The small definition takes ICPC-2 A05 here: A04 is the fatigue pathway's. */
function withExtra(...documents: readonly Record<string, unknown>[]) {
  documents.forEach((document, i) => writeFileSync(join(directory, `${i}.json`), JSON.stringify(document)));
  return loadRules({ extraDirectory: directory });
}
const small = (own: Record<string, unknown> = {}) => ({ ...smallDefinition(), intake: { [ICPC2]: ['A05'] }, ...own });

const shipped = loadRules();

describe('the shipped rules', () => {
  test('hold both pathways, compiled once each', () => {
    const rules = shipped;
    expect(rules.definitions().map((d) => `${d.id}@${d.version}`)).toEqual(['langvarig-smerte@1.0.0', 'langvarig-utmattelse@1.0.0']);
    expect(rules.definition('langvarig-smerte', '1.0.0')).toBe(rules.definition('langvarig-smerte', '1.0.0'));
    expect(rules.calendar('norge', '2026.1').id).toBe('norge');
  });
  test.each([
    ['ICPC-2 A04', [{ system: ICPC2, code: 'A04' }], 'langvarig-utmattelse'],
    ['ICD-10 with a dot', [{ system: ICD10, code: 'G93.3' }], 'langvarig-utmattelse'],
    ['ICD-10 without one', [{ system: ICD10, code: 'g933' }], 'langvarig-utmattelse'],
    ['the first reason that leads anywhere', [{ system: ICPC2, code: 'L99' }, { system: ICPC2, code: 'A04' }], 'langvarig-utmattelse'],
    ['a code of another system', [{ system: ICD10, code: 'A04' }], undefined],
    ['a longer code', [{ system: ICPC2, code: 'A041' }], undefined],
    ['no reason', [], undefined],
  ])('%s leads to %3$s', (_, reasons, expected) => {
    expect(shipped.definitionFor(reasons)?.id).toBe(expected);
  });
});

describe('an installation may have its own', () => {
  test('in several versions, ordered as versions are, not as text', () => {
    const rules = withExtra(small({ version: '1.10.0' }), small({ version: '1.9.0' }), small());
    expect(rules.definitionVersions('prove')).toEqual(['1.0.0', '1.9.0', '1.10.0']);
    expect(rules.latestDefinition('prove').version).toBe('1.10.0');
    expect(rules.definition('prove', '1.9.0').source.version).toBe('1.9.0');
  });
  test.each([['2025-12-31', null], ['2026-01-01', '1.0.0'], ['2026-06-30', '1.0.0'], ['2026-07-01', '2.0.0'], ['2026-12-31', '2.0.0'], ['2027-01-01', null]])('on %s %s is valid', (day, version) => {
    const rules = withExtra(small({ validTo: '2026-06-30' }), small({ version: '2.0.0', validFrom: '2026-07-01', validTo: '2026-12-31' }));
    expect(rules.definitionFor([{ system: ICPC2, code: 'A05' }], osloDate(day))?.version ?? null).toBe(version);
  });
  test('a code with a star takes its subtree', () => {
    const rules = withExtra(small({ intake: { [ICD10]: ['F45*'] } }));
    expect(rules.definitionFor([{ system: ICD10, code: 'F45.4' }])?.id).toBe('prove');
    expect(rules.definitionFor([{ system: ICD10, code: 'F44.0' }])).toBeNull();
  });
  test('a shipped pathway with one frist changed, on the shipped fragments', () => {
    const pain = JSON.parse(readFileSync(new URL('../src/data/langvarig-smerte-1.0.0.json', import.meta.url), 'utf8')) as { clocks: { id: string; due: unknown }[] };
    pain.clocks.find((c) => c.id === 'SMERTE-UTREDNING-12U')!.due = { after: [{ span: { value: 10, unit: 'uke' } }] };
    const rules = withExtra({ ...pain, version: '1.1.0' });
    const changed = rules.latestDefinition('langvarig-smerte').clocks.filter((c, i) => JSON.stringify(c) !== JSON.stringify(shipped.latestDefinition('langvarig-smerte').clocks[i]));
    expect(changed.map((c) => [c.id, c.due])).toEqual([['SMERTE-UTREDNING-12U', { after: [{ span: { value: 10, unit: 'uke' } }] }]]);
    expect(rules.definition('langvarig-smerte', '1.0.0').source).toEqual(shipped.latestDefinition('langvarig-smerte'));
  });
});

describe('what cannot be used stops the start, with everything that is wrong', () => {
  const problems = (...documents: readonly Record<string, unknown>[]): string[] => {
    try {
      withExtra(...documents);
      return [];
    } catch (error) {
      if (error instanceof DefinitionError) return error.problems.map((p) => `${p.document} ${p.path} ${p.code}`);
      throw error;
    }
  };
  test('faults of all files', () => {
    expect(problems(small({ initialStep: 'borte' }), small({ id: 'annen', intake: {}, calendar: { id: 'sverige', version: '1' } }))).toEqual([
      'prove@1.0.0 /initialStep unknown-step', 'prove@1.0.0 /steps/0 unreachable-step', 'prove@1.0.0 /steps/1 unreachable-step', 'annen@1.0.0 /calendar unknown-calendar',
    ]);
  });
  test('one version twice', () => {
    expect(problems(small(), small())).toEqual(['prove@1.0.0 /version duplicate-id']);
  });
  test('two pathways for one reason', () => {
    expect(problems(small({ intake: { [ICPC2]: ['A04'] } }))).toEqual(['langvarig-utmattelse@1.0.0 /intake intake-taken'].map((p) => p.replace('langvarig-utmattelse', 'prove')));
  });
  test('a file that is no JSON', () => {
    writeFileSync(join(directory, 'halv.json'), '{ "id": ');
    expect(() => loadRules({ extraDirectory: directory })).toThrow(/halv\.json.*gyldig JSON.*not-json/s);
  });
});

test.each([
  [() => shipped.definition('langvarig-utmattelse', '9.9.9'), 'langvarig-utmattelse@9.9.9'],
  [() => shipped.definition('kreft', '1.0.0'), 'kreft@1.0.0'],
  [() => shipped.latestDefinition('kreft'), 'kreft'],
  [() => shipped.latestDefinition('langvarig-smerte', osloDate('2025-04-06')), 'langvarig-smerte (gyldig 2025-04-06)'],
])('an unknown definition is named with those that are known: %#', (ask, wanted) => {
  expect(ask).toThrow(UnknownDefinitionError);
  expect(ask).toThrow(`Definisjonen ${wanted} finnes ikke. Kjente definisjoner: langvarig-smerte@1.0.0, langvarig-utmattelse@1.0.0.`);
});
