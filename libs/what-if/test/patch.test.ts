import { describe, expect, test } from '@jest/globals';
import { applyPatch, checkPatch, PatchError, readPatch, replaceDefinition } from '../src/index.js';
import { rules } from './stories.js';

const problemsOf = (text: string): readonly { readonly path: string; readonly sentence: string }[] => {
  try {
    applyPatch(rules, readPatch(text));
  } catch (error) {
    if (error instanceof PatchError) return error.problems;
    throw error;
  }
  return [];
};

const clock = (text: string, id: string) => Object.values(applyPatch(rules, readPatch(text)).instead)[0]!.clocks.find((one) => one.id === id)!;

describe('a patch', () => {
  test.each([
    ['FRIST-START-VOKSEN-12U: 10 uker', 'FRIST-START-VOKSEN-12U', { after: [{ span: { value: 10, unit: 'uke' } }] }],
    ['clocks: { FRIST-VURDERING: 7 virkedager }', 'FRIST-VURDERING', { after: [{ span: { value: 7, unit: 'virkedag' } }] }],
    ['FRIST-INDIVIDUELL: 3 måneder', 'FRIST-INDIVIDUELL', { after: [{ span: { value: 3, unit: 'maned' } }] }],
    ['FRIST-VURDERING: 1 år', 'FRIST-VURDERING', { after: [{ span: { value: 1, unit: 'ar' } }] }],
  ])('%s gives the clock another length', (text, id, due) => {
    expect(clock(text, id).due).toEqual(due);
  });

  test('gives a clock another start, and takes away what is null; the rest of it stands', () => {
    const text = 'FRIST-VURDERING:\n  start: [{ event: vurdert }]\n  endedBy: null\n';
    const shipped = rules.definitions().find(({ id }) => id === 'langvarig-smerte')!.clocks.find(({ id }) => id === 'FRIST-VURDERING')!;
    const { endedBy: _, ...rest } = shipped;
    expect(clock(text, 'FRIST-VURDERING')).toEqual({ ...rest, start: [{ event: 'vurdert' }] });
  });

  test('changes every definition that has the clock, or only the one that it names', () => {
    const names = (text: string) => Object.keys(applyPatch(rules, readPatch(text)).instead);
    expect(names('FRIST-VURDERING: 7 virkedager')).toEqual(['langvarig-smerte@1.0.0', 'langvarig-utmattelse@1.0.0']);
    expect(names('{ definition: langvarig-smerte, FRIST-VURDERING: 7 virkedager }')).toEqual(['langvarig-smerte@1.0.0']);
    expect(names('FRIST-START-VOKSEN-12U: 10 uker')).toEqual(['langvarig-utmattelse@1.0.0']);
    expect(names('calendar: norge-lordag')).toEqual(['langvarig-smerte@1.0.0', 'langvarig-utmattelse@1.0.0']);
  });

  test.each([
    ['', '', 'En endring er felter'],
    ['{}', '', 'endrer ingenting'],
    ['title: Ingenting', '', 'endrer ingenting'],
    ['definition: langvarig-smerte', '', 'endrer ingenting'],
    ['a: [', 'linje 1', 'ikke gyldig YAML'],
    ['frister: { X: 1 }', 'frister', '«frister» er ukjent'],
    ['FRIST-VURDERING: ti uker', 'clocks.FRIST-VURDERING', '«ti uker» er ingen lengde'],
    ['FRIST-VURDERING: 0 dager', 'clocks.FRIST-VURDERING', '«0 dager» er ingen lengde'],
    ['FRIST-VURDERING: 10', 'clocks.FRIST-VURDERING', 'Skriv en lengde'],
    ['FRIST-VURDERING: { lengde: 10 }', 'clocks.FRIST-VURDERING.lengde', '«lengde» er ukjent her'],
    ['FRIST-VURDERINGER: 10 uker', 'clocks.FRIST-VURDERINGER', 'Ingen av definisjonene har klokken «FRIST-VURDERINGER». Kjent er FRIST-VURDERING, '],
    ['{ FRIST-VURDERING: 9 dager, clocks: { FRIST-VURDERING: 8 dager } }', 'FRIST-VURDERING', 'endret to ganger'],
    ['FRIST-VURDERING: { start: [{ event: finnesIkke }] }', 'clocks.FRIST-VURDERING.start[0].event', 'finnesIkke'],
    ['FRIST-VURDERING: { due: { after: [{ span: { value: 10, unit: tiår } }] } }', 'clocks.FRIST-VURDERING.due.after[0].span.unit', 'en av'],
    ['{ definition: langvarig-alt, FRIST-VURDERING: 9 dager }', 'definition', '«langvarig-alt» finnes ikke'],
    ['calendar: sverige', 'calendar', 'sverige'],
    ['FRIST-VURDERING: { warn: null }', '/duties/2/opens/at', 'mangler «warn»'],
    ['calendar: { id: prove, version: "2026.1", title: Prøve, source: oss, workingWeekdays: [1, 9], holidays: [] }', 'calendar.workingWeekdays[1]', 'fra 1 til 7'],
    ['calendar: { id: norge, version: "2026.1", title: Vår, source: oss, workingWeekdays: [1], holidays: [] }', 'calendar.version', 'finnes alt'],
    ['parameters: { tidssett: alt }', 'parameters.tidssett', '«tidssett» kan være nettverk, nasjonalt-utkast, begge, ikke «alt»'],
    ['parameters: { tidsset: begge }', 'parameters.tidsset', 'Ingen av definisjonene har valget «tidsset»'],
  ])('%s is refused, by its path', (text, path, sentence) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.find((problem) => problem.path === path)!.sentence).toContain(sentence);
  });

  test('tells everything that is wrong, not only the first thing', () => {
    expect(problemsOf('{ FRIST-VURDERING: ti uker, parameters: { tidssett: alt }, calendar: sverige }').map(({ path }) => path).sort()).toEqual(['calendar', 'clocks.FRIST-VURDERING', 'parameters.tidssett']);
  });

  test('a clock with several lengths wants all of its «due»', () => {
    const several = rules.definitions().flatMap(({ clocks }) => clocks).find(({ due }) => due !== undefined && 'after' in due && due.after.length > 1)!;
    expect(problemsOf(`${several.id}: 10 uker`)[0]!.sentence).toContain('Skriv hele «due»');
  });

  test('in JSON is the same', () => {
    expect(checkPatch({ 'FRIST-VURDERING': '7 virkedager' })).toEqual({ clocks: { 'FRIST-VURDERING': '7 virkedager' } });
    expect(() => checkPatch(['FRIST-VURDERING'])).toThrow('En endring er felter');
  });
});

test('a whole definition replaces every version of its own pathway, and one that nobody follows is refused', () => {
  const definition = rules.definitions()[0]!;
  expect(replaceDefinition(rules, definition).instead).toEqual(Object.fromEntries(rules.definitionVersions(definition.id).map((version) => [`${definition.id}@${version}`, definition])));
  expect(() => replaceDefinition(rules, { ...definition, id: 'ny' })).toThrow('Ingen pasienter følger «ny»');
});
