import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { Definition } from '@forlop/pathway';
import { checkCitations } from '../src/checks/citations.js';
import { contextFor, type CheckFinding } from '../src/checks/context.js';
import { checkReferences } from '../src/checks/references.js';
import { parseDefinition } from '../src/index.js';
import { rules } from './history.js';

const definitions = rules.definitions().map((d) => [d.id, d] as const);
const fatigue = rules.latestDefinition('langvarig-utmattelse');

/** What the fatigue pathway shares with others is tried there only. */
const own = (definition: Definition, table: 'events' | 'attributes') =>
  Object.keys(definition[table]).filter((name) => definition === fatigue || JSON.stringify(definition[table][name]) !== JSON.stringify(fatigue[table][name]));

/** How often a name stands as a value in the rules: what would dangle if it were taken away. */
function uses(node: unknown, name: string): number {
  if (node === name) return 1;
  if (node === null || typeof node !== 'object') return 0;
  return Object.values(node).reduce<number>((sum, child) => sum + uses(child, name), 0);
}

/** The codes for which the loader's look-ups refuse the definition with something taken away. */
function codesWithout(definition: Definition, change: Partial<Definition>): string[] {
  const findings: CheckFinding[] = [];
  const context = contextFor({ ...definition, ...change }, findings);
  checkReferences(context);
  checkCitations(context);
  return findings.map((finding) => finding.code);
}

function without<T>(table: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([k]) => k !== key));
}

describe.each(definitions)('%s', (_, definition) => {
  test('stands alone once it is joined', () => {
    expect(parseDefinition(structuredClone(definition))).toEqual(definition);
  });

  test.each(own(definition, 'events').filter((name) => uses({ ...definition, events: null }, name) > 0))('without the event %s it is refused', (name) => {
    expect(codesWithout(definition, { events: without(definition.events, name) })).toContain('unknown-event');
  });
  test.each(definition.steps.map((s) => s.id))('without the step %s it is refused', (id) => {
    expect(codesWithout(definition, { steps: definition.steps.filter((s) => s.id !== id) })).toContain('unknown-step');
  });
  test.each(own(definition, 'attributes').filter((name) => uses({ ...definition, attributes: null }, name) > 0))('without the attribute %s it is refused', (name) => {
    expect(codesWithout(definition, { attributes: without(definition.attributes, name) })).toContain('unknown-attribute');
  });
  test.each(Object.keys(definition.roles))('without the role %s it is refused', (name) => {
    expect(codesWithout(definition, { roles: without(definition.roles, name) })).toContain('unknown-role');
  });
  test.each(Object.keys(definition.parameters))('without the parameter %s it is refused', (name) => {
    expect(codesWithout(definition, { parameters: without(definition.parameters, name) })).toContain('unknown-parameter');
  });
  test.each(Object.keys(definition.sources).filter((name) => uses(definition, name) > 0))('without the source %s it is refused', (name) => {
    expect(codesWithout(definition, { sources: without(definition.sources, name) })).toContain('unknown-source');
  });
  test.each(Object.keys(definition.ageMarks))('without the age mark %s it is refused', (name) => {
    expect(codesWithout(definition, { ageMarks: without(definition.ageMarks, name) })).toContain('unknown-event');
  });

  test('every event that something waits for can be recorded by a person, or comes from outside', () => {
    const fromOutside = ['henvisningMottatt', 'henvisningIKarantene'];
    const recorded = new Set([...definition.commands.map((c) => c.records), ...fromOutside]);
    expect(Object.keys(definition.events).filter((name) => !recorded.has(name))).toEqual([]);
  });
  test('nobody waits in a step without an owner', () => {
    expect(definition.steps.filter((s) => s.terminal !== true && s.owner === undefined)).toEqual([]);
  });
  test('every clock with a date reminds somebody, or says why it need not', () => {
    const reminded = new Set(definition.duties.map((d) => d.clock));
    const silent = definition.clocks.filter((c) => c.due !== undefined && !reminded.has(c.id)).map((c) => c.id);
    const patientsOwn = ['KLAGE-4U'];
    const besideFristIndividuell = ['FRIST-START-BARN-8U', 'FRIST-START-VOKSEN-12U'];
    expect(silent.filter((id) => !patientsOwn.includes(id) && !besideFristIndividuell.includes(id))).toEqual([]);
  });
  test('only rights in force lead to Helfo, and a person confirms', () => {
    const helfo = definition.duties.filter((d) => d.kind === 'notify-helfo');
    expect(helfo.map((d) => [d.clock, d.needsConfirmation])).toEqual([['FRIST-INDIVIDUELL', true], ['FRIST-UNDER-23-65VD', true]]);
  });
  test('everything has bokmål that ends as it should: sentences with a full stop, titles without', () => {
    const sentences = definition.commands.flatMap((c) => [...(c.requires ?? []), ...(c.warns ?? [])]).map((r) => r.sentence.nb);
    expect(sentences.filter((s) => !s.endsWith('.'))).toEqual([]);
    const titles = [...definition.clocks, ...definition.duties, ...definition.commands, ...definition.steps, ...definition.groups].map((r) => r.title.nb);
    expect(titles.filter((t) => t.endsWith('.') || t.trim() !== t)).toEqual([]);
  });
});

test('the kernel names no disease: nothing of the definitions stands in its code', () => {
  const kernel = fileURLToPath(new URL('../../pathway/src/', import.meta.url));
  const code = readdirSync(kernel, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts')).map((f) => readFileSync(`${kernel}${f}`, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')).join('\n');
  const names = rules.definitions().flatMap((d) => [d.id, ...d.clocks.map((c) => c.id), ...Object.keys(d.events), ...d.steps.map((s) => s.id)]).filter((name) => /[-A-Z]/.test(name));
  expect(names.filter((name) => code.includes(name))).toEqual([]);
});
