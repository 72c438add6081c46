import { engineEvents, type EventSpec, type FieldSpec } from '@forlop/pathway';
import type { CheckContext } from './context.js';
import { eventNamed, fieldOf } from './context.js';

const ENGINE_EVENTS: readonly string[] = Object.values(engineEvents);

/** Events, their fields, attributes and parameters make sense by themselves. */
export function checkVocabulary(context: CheckContext): void {
  const { definition, report } = context;
  for (const [type, spec] of Object.entries(definition.events)) {
    if (ENGINE_EVENTS.includes(type)) report(['events', type], 'engine-event', `«${type}» er motorens egen hendelse og kan ikke defineres.`);
    checkFields(context, type, spec);
  }
  for (const [id, { values, default: chosen }] of Object.entries(definition.parameters)) {
    if (!values.includes(chosen)) report(['parameters', id, 'default'], 'unknown-value', `Standardverdien «${String(chosen)}» er ikke blant verdiene.`);
    if (new Set(values).size < values.length) report(['parameters', id, 'values'], 'duplicate-value', 'En verdi står to ganger.');
  }
  for (const [id, { setBy }] of Object.entries(definition.attributes)) {
    for (const [i, setter] of setBy.entries()) checkSetter(context, ['attributes', id, 'setBy', i], setter);
  }
}

function checkFields({ report }: CheckContext, type: string, spec: EventSpec): void {
  for (const [name, field] of Object.entries(spec.fields ?? {})) {
    const path = ['events', type, 'fields', name];
    const coded = field.type === 'code' || field.type === 'codes';
    if (coded && Object.keys(field.codes ?? {}).length === 0) report([...path, 'codes'], 'codes-missing', `Feltet «${name}» skal ha koder, men ingen er oppgitt.`);
    for (const [key, fits] of misplaced(field, coded)) {
      if (!fits) report([...path, key], 'setting-does-not-fit', `«${key}» passer ikke for et felt av typen ${field.type}.`);
    }
    if (field.min !== undefined && field.max !== undefined && field.min > field.max) report([...path, 'max'], 'range-backwards', 'Minste verdi er større enn største.');
  }
}

/** Settings that a field has, with whether its type has a use for them. */
function misplaced(field: FieldSpec, coded: boolean): [string, boolean][] {
  const uses: [keyof FieldSpec, boolean][] = [
    ['codes', coded], ['min', field.type === 'number'], ['max', field.type === 'number'], ['mayBeFuture', field.type === 'date'],
  ];
  return uses.filter(([key]) => field[key] !== undefined);
}

type Setter = CheckContext['definition']['attributes'][string]['setBy'][number];

function checkSetter({ definition, report }: CheckContext, path: readonly PropertyKey[], setter: Setter): void {
  const ways = [setter.field, setter.date, setter.value].filter((way) => way !== undefined);
  if (ways.length !== 1) report(path, 'one-way-to-set', 'Oppgi nøyaktig én av «field», «date» og «value».');
  if (setter.field === undefined || eventNamed(definition, setter.event) === undefined) return;
  if (fieldOf(definition, setter.event, setter.field)?.type === 'codes') {
    report([...path, 'field'], 'wrong-field-type', `Feltet «${setter.field}» er en liste. Et attributt har én verdi.`);
  }
}
