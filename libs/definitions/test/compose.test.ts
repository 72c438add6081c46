import { describe, expect, test } from '@jest/globals';
import { DefinitionError, loadDefinition, type DefinitionProblem } from '../src/index.js';
import { put, smallDefinition } from './small-definition.js';

/** The small definition with its clocks in a fragment of their own. */
function split(): { definition: Record<string, unknown>; fragment: Record<string, unknown> } {
  const { clocks, ...definition } = smallDefinition();
  return {
    definition: { ...definition, includes: ['frister@1.0.0'] },
    fragment: { fragment: 'frister', version: '1.0.0', title: { nb: 'Frister' }, clocks },
  };
}

function problemsOf(definition: unknown, fragments: readonly unknown[]): readonly DefinitionProblem[] {
  try {
    loadDefinition(definition, fragments);
    return [];
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
}

const places = (definition: unknown, fragments: readonly unknown[]) => problemsOf(definition, fragments).map((p) => `${p.document} ${p.path} ${p.code}`);

describe('a definition and its fragments', () => {
  test('joined, they equal the definition written in one', () => {
    const { definition, fragment } = split();
    expect(loadDefinition(definition, [fragment])).toEqual(loadDefinition(smallDefinition(), []));
  });
  test('what is included comes first, in the order of the includes, and each only once', () => {
    const { definition, fragment } = split();
    const roles = (name: string, includes: string[] = []) => ({ fragment: name, version: '1.0.0', title: { nb: name }, includes, roles: { [name]: { nb: name } } });
    put(definition, '/includes', ['andre@1.0.0', 'forste@1.0.0', 'frister@1.0.0']);
    const joined = loadDefinition(definition, [fragment, roles('forste'), roles('andre', ['forste@1.0.0'])]);
    expect(Object.keys(joined.roles)).toEqual(['forste', 'andre', 'lege', 'helfo']);
  });
  test('a fragment can be given fields that only this pathway asks for', () => {
    const { definition, fragment } = split();
    put(fragment, '/eventFields', { startet: { sted: { title: { nb: 'Sted' }, type: 'code', codes: { hjemme: { nb: 'Hjemme' } } } } });
    expect(Object.keys(loadDefinition(definition, [fragment]).events['startet']!.fields!)).toEqual(['sted', 'id']);
  });
});

describe('what does not fit is told where it was written', () => {
  test.each<[string, (d: Record<string, unknown>, f: Record<string, unknown>) => void, string[]]>([
    ['a fault in a fragment', (_, f) => put(f, '/clocks/1/owner', 'portner'), ['frister@1.0.0 /clocks/1/owner unknown-role']],
    ['a fault in the shape of a fragment', (_, f) => put(f, '/clocks/1/owner', 7), ['frister@1.0.0 /clocks/1/owner wrong-type']],
    ['a fault in the definition beside it', (d) => put(d, '/duties/0/clock', 'BORTE'), ['prove@1.0.0 /duties/0/clock unknown-clock']],
    ['a fragment that is not there', (d) => put(d, '/includes/-', 'borte@1.0.0'), ['prove@1.0.0 /includes/1 unknown-fragment']],
    ['another version of a fragment', (d) => put(d, '/includes/0', 'frister@2.0.0'), ['prove@1.0.0 /includes/0 unknown-fragment', 'prove@1.0.0 /duties/0/clock unknown-clock']],
    ['an include that names no version', (d) => put(d, '/includes/0', 'frister'), ['prove@1.0.0 /includes/0 bad-format']],
    ['a fragment that includes itself', (_, f) => put(f, '/includes', ['frister@1.0.0']), ['frister@1.0.0 /includes/0 circular-include']],
    ['a key that the fragment has already', (_, f) => put(f, '/roles', { lege: { nb: 'En annen' } }), ['prove@1.0.0 /roles/lege duplicate-key']],
    ['an id that the fragment has already', (d, f) => put(d, '/clocks', [structuredClone((f['clocks'] as unknown[])[1])]), ['prove@1.0.0 /clocks/0/id duplicate-id']],
    ['fields for an event that is not there', (d) => put(d, '/eventFields', { borte: {} }), ['prove@1.0.0 /eventFields/borte unknown-event']],
    ['a field that the event has already', (d) => put(d, '/eventFields', { satt: { dato: { title: { nb: 'Dato' }, type: 'date' } } }), ['prove@1.0.0 /eventFields/satt/dato duplicate-key']],
    ['a fault in an added field', (d) => put(d, '/eventFields', { satt: { ny: { title: { nb: 'Ny' }, type: 'code' } } }), ['prove@1.0.0 /eventFields/satt/ny/codes codes-missing']],
  ])('%s', (_, spoil, expected) => {
    const { definition, fragment } = split();
    spoil(definition, fragment);
    expect(places(definition, [fragment])).toEqual(expected);
  });
  test('a fragment given twice', () => {
    const { definition, fragment } = split();
    expect(places(definition, [fragment, fragment])).toEqual(['frister@1.0.0  duplicate-id']);
  });
});
