import type { FieldSpec, FieldTest, Scalar } from '@forlop/pathway';
import { eventNamed, fieldOf, type CheckContext } from './context.js';
import { possibleValues, setsDate } from './attributes.js';

type Path = readonly PropertyKey[];
type Node = Readonly<Record<string, unknown>>;

/**
 * Every name that the definition uses exists: events, fields, codes, attributes, parameters, steps, groups, requirements,
 * roles. Walks the whole document, so that a reference is found wherever it stands.
 */
export function checkReferences(context: CheckContext): void {
  const { notes: _, sources: __, intake: ___, ...rules } = context.definition;
  walk(context, rules, []);
  if (!context.steps.has(context.definition.initialStep)) unknown(context, ['initialStep'], 'step', context.definition.initialStep);
  if (context.definition.endsEverything.length === 0) {
    context.report(['endsEverything'], 'no-ending', 'Ingen hendelse avslutter alt. Et dødsfall må gjøre det.');
  }
}

function walk(context: CheckContext, node: unknown, path: Path): void {
  if (Array.isArray(node)) return node.forEach((item, index) => walk(context, item, [...path, index]));
  if (node === null || typeof node !== 'object') return;
  const object = node as Node;
  checkNode(context, object, path);
  for (const [key, value] of Object.entries(object)) walk(context, value, [...path, key]);
}

function checkNode(context: CheckContext, node: Node, path: Path): void {
  for (const [key, name] of [['event', node['event']], ['happened', node['happened']]] as const) {
    if (typeof name === 'string') checkEventUse(context, node, path, key, name);
  }
  if (typeof node['records'] === 'string' && !Object.hasOwn(context.definition.events, node['records'])) unknown(context, [...path, 'records'], 'event', node['records']);
  if (typeof node['attribute'] === 'string') checkAttribute(context, node, path, node['attribute']);
  if (typeof node['parameter'] === 'string') checkParameter(context, node, path, node['parameter']);
  if (typeof node['missing'] === 'string' && !context.requirements.has(node['missing'])) unknown(context, [...path, 'missing'], 'requirement', node['missing']);
  if (typeof node['group'] === 'string' && !context.groups.has(node['group'])) unknown(context, [...path, 'group'], 'group', node['group']);
  checkAge(context, node['age'], path);
  checkSteps(context, node, path);
  checkRoles(context, node, path);
}

function checkEventUse(context: CheckContext, node: Node, path: Path, key: string, name: string): void {
  const event = eventNamed(context.definition, name);
  if (event === undefined) return unknown(context, [...path, key], 'event', name);
  const where = (node['where'] ?? {}) as Readonly<Record<string, FieldTest>>;
  for (const [field, test] of Object.entries(where)) {
    const spec = fieldOf(context.definition, name, field);
    if (spec === undefined) unknownField(context, [...path, 'where', field], name, field);
    else checkTest(context, test, spec, [...path, 'where', field]);
  }
  for (const [use, type] of FIELD_USES) {
    const fields = [node[use] ?? []].flat() as string[];
    for (const [index, field] of fields.entries()) {
      const at = Array.isArray(node[use]) ? [...path, use, index] : [...path, use];
      const spec = fieldOf(context.definition, name, field);
      if (spec === undefined) unknownField(context, at, name, field);
      else if (type !== null && spec.type !== type) context.report(at, 'wrong-field-type', `«${field}» må være av typen ${type}, men er ${spec.type}.`);
    }
  }
}

/** Keys beside `event` that name a field of it, with the type that the field must have. */
const FIELD_USES = [['field', null], ['dateField', 'date'], ['dateFields', 'date'], ['causeField', 'code']] as const;

function checkAttribute(context: CheckContext, node: Node, path: Path, name: string): void {
  const spec = context.definition.attributes[name];
  if (spec === undefined) return unknown(context, [...path, 'attribute'], 'attribute', name);
  const values = possibleValues(context.definition, spec);
  if (values === null) return;
  for (const [key, value] of testedValues(node['test'] as FieldTest)) {
    if (!values.includes(value)) context.report([...path, 'test', key], 'unknown-value', `«${name}» blir aldri ${String(value)}. Mulige verdier: ${values.join(', ')}.`);
  }
}

function checkParameter(context: CheckContext, node: Node, path: Path, name: string): void {
  const spec = context.definition.parameters[name];
  if (spec === undefined) return unknown(context, [...path, 'parameter'], 'parameter', name);
  if (!spec.values.includes(node['is'] as Scalar)) context.report([...path, 'is'], 'unknown-value', `«${name}» har ikke verdien ${String(node['is'])}.`);
}

function checkAge(context: CheckContext, age: unknown, path: Path): void {
  if (age === null || typeof age !== 'object') return;
  const { at, below, from } = age as { at?: string; below?: number; from?: number };
  if (below === undefined && from === undefined) context.report([...path, 'age'], 'age-without-limit', 'Oppgi «below», «from» eller begge.');
  if (at === undefined) return;
  const spec = context.definition.attributes[at];
  if (spec === undefined) unknown(context, [...path, 'age', 'at'], 'attribute', at);
  else if (!setsDate(context.definition, spec)) context.report([...path, 'age', 'at'], 'wrong-field-type', `Attributtet «${at}» er ikke alltid en dato.`);
}

/** Steps stand in `step` (conditions), `from` and `to` (transitions, commands); duties use `to` for a role. */
function checkSteps(context: CheckContext, node: Node, path: Path): void {
  for (const key of ['step', 'from']) {
    const steps = node[key];
    if (!Array.isArray(steps)) continue;
    for (const [index, step] of steps.entries()) {
      if (!context.steps.has(step as string)) unknown(context, [...path, key, index], 'step', step as string);
    }
  }
  if (path[0] === 'transitions' && typeof node['to'] === 'string' && !context.steps.has(node['to'])) unknown(context, [...path, 'to'], 'step', node['to']);
}

function checkRoles(context: CheckContext, node: Node, path: Path): void {
  const used: [Path, unknown][] = [[[...path, 'owner'], node['owner']]];
  if (path[0] === 'duties') used.push([[...path, 'to'], node['to']]);
  if (path[0] === 'commands' && Array.isArray(node['roles'])) used.push(...node['roles'].map((role, i): [Path, unknown] => [[...path, 'roles', i], role]));
  if (path[0] === 'steps' && Array.isArray(node['seenBy'])) used.push(...node['seenBy'].map((role, i): [Path, unknown] => [[...path, 'seenBy', i], role]));
  for (const [at, role] of used) {
    if (typeof role === 'string' && !Object.hasOwn(context.definition.roles, role)) unknown(context, at, 'role', role);
  }
}

/** A test asks of a field what its type can answer, and for codes that it has. */
function checkTest(context: CheckContext, test: FieldTest, field: FieldSpec, path: Path): void {
  const wrong = (key: string) => context.report([...path, key], 'test-does-not-fit', `«${key}» kan ikke brukes på et felt av typen ${field.type}.`);
  if (test.includes !== undefined && field.type !== 'codes') wrong('includes');
  for (const key of ['atLeast', 'below'] as const) if (test[key] !== undefined && field.type !== 'number') wrong(key);
  for (const [key, value] of testedValues(test)) {
    if (key !== 'includes' && field.type === 'codes') wrong(key);
    else if (!mayHold(field, value)) context.report([...path, key], 'unknown-code', `Feltet har ikke verdien ${String(value)}.`);
  }
}

function testedValues(test: FieldTest): [string, Scalar][] {
  return (['is', 'not', 'includes', 'in', 'notIn'] as const).flatMap((key) => [test[key] ?? []].flat().map((value): [string, Scalar] => [key, value as Scalar]));
}

/** Whether a field's type lets it hold the value. */
export function mayHold(field: FieldSpec, value: Scalar): boolean {
  switch (field.type) {
    case 'code':
    case 'codes':
      return typeof value === 'string' && Object.hasOwn(field.codes ?? {}, value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string';
  }
}

const KINDS = {
  event: 'Hendelsen', attribute: 'Attributtet', parameter: 'Parameteren', step: 'Steget', group: 'Gruppen', requirement: 'Kravet', role: 'Rollen',
} as const;

function unknown(context: CheckContext, path: Path, kind: keyof typeof KINDS, name: string): void {
  context.report(path, `unknown-${kind}`, `${KINDS[kind]} «${name}» finnes ikke.`);
}

function unknownField(context: CheckContext, path: Path, event: string, field: string): void {
  context.report(path, 'unknown-field', `Hendelsen «${event}» har ikke feltet «${field}».`);
}
