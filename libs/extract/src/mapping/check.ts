import type { LoadedRules } from '@forlop/definitions';
import type { Definition, FieldSpec } from '@forlop/pathway';
import { clashingFormats } from '../read/dates.js';
import type { PlacedProblem } from './problems.js';
import type { MappedEvent, MappedField, Mapping } from './schema.js';

/** The event that a referral's receipt is: without it there is no pathway. */
export const receiptEvent = 'henvisningMottatt';

/** The version of the pathway that a mapping is for. Ask only for a mapping that {@link mappingFaults} found nothing wrong with. */
export function definitionOf({ definition, version }: Pick<Mapping, 'definition' | 'version'>, rules: LoadedRules): Definition {
  return version === undefined ? rules.latestDefinition(definition) : rules.definition(definition, version).source;
}

/** An event's name in the mapping, by which it is told from others of its kind. */
export const nameOf = ({ event, name }: MappedEvent): string => (name === undefined ? event : `${event}:${name}`);

/** What the schema cannot see: the pathway's own events, fields and codes, and parts that contradict each other. */
export function mappingFaults(mapping: Mapping, rules: LoadedRules): PlacedProblem[] {
  const versions = rules.definitionVersions(mapping.definition);
  if (versions.length === 0) return [{ path: ['definition'], sentence: `Forløpet finnes ikke. Kjente forløp: ${known(rules)}.` }];
  if (mapping.version !== undefined && !versions.includes(mapping.version)) return [{ path: ['version'], sentence: `Versjonen finnes ikke. Kjente versjoner: ${versions.join(', ')}.` }];
  const clash = clashingFormats(mapping.dates);
  const definition = definitionOf(mapping, rules);
  return [
    ...(clash === null ? [] : [{ path: ['dates'], sentence: `${clash.join(' og ')} kan ikke skilles fra hverandre. Oppgi bare det ene.` }]),
    ...either(mapping.organisation, ['organisation']),
    ...(mapping.person.number === undefined && mapping.person.birthDate === undefined ? [{ path: ['person'], sentence: 'Oppgi kolonnen med nummer, fødselsdato eller begge.' }] : []),
    ...receiptFaults(mapping.events),
    ...mapping.events.flatMap((event, i) => eventFaults(event, definition, ['events', i])),
    ...sameNames(mapping.events),
  ];
}

const known = (rules: LoadedRules): string => [...new Set(rules.definitions().map(({ id }) => id))].join(', ');

function either({ column, value }: { readonly column?: unknown; readonly value?: unknown }, path: readonly PropertyKey[]): PlacedProblem[] {
  return (column === undefined) === (value === undefined) ? [{ path, sentence: 'Oppgi enten column eller value.' }] : [];
}

function receiptFaults(events: readonly MappedEvent[]): PlacedProblem[] {
  const receipts = events.flatMap((event, i) => (event.event === receiptEvent ? [{ event, i }] : []));
  if (receipts.length !== 1) return [{ path: ['events'], sentence: `«${receiptEvent}» må stå nøyaktig én gang: det er dagen fristene løper fra.` }];
  const [{ event, i }] = receipts as [(typeof receipts)[0]];
  return event.id === undefined ? [] : [{ path: ['events', i, 'id'], sentence: 'En henvisning mottas én gang.' }];
}

function eventFaults({ event, data, id, on }: MappedEvent, { events, id: definition, version }: Definition, path: readonly PropertyKey[]): PlacedProblem[] {
  const spec = Object.hasOwn(events, event) ? events[event] : undefined;
  if (spec === undefined) return [{ path: [...path, 'event'], sentence: `Hendelsestypen finnes ikke i ${definition} ${version}. Se docs/events.md.` }];
  const fields = spec.fields ?? {};
  const missing = Object.entries(fields).filter(([name, field]) => field.required === true && !Object.hasOwn(data, name));
  return [
    ...missing.map(([name]) => ({ path: [...path, 'data'], sentence: `Feltet «${name}» må være med i «${event}».` })),
    ...Object.entries(data).flatMap(([name, field]) => fieldFaults(field, Object.hasOwn(fields, name) ? fields[name] : undefined, [...path, 'data', name])),
    ...(Array.isArray(id) && id.length === 1 && id[0] === on ? [{ path: [...path, 'id'], sentence: 'Dagen alene kan rettes i et senere uttrekk. Bruk en kolonne som aldri endres, eller { content: true }.' }] : []),
  ];
}

function fieldFaults(field: MappedField, spec: FieldSpec | undefined, path: readonly PropertyKey[]): PlacedProblem[] {
  if (spec === undefined) return [{ path, sentence: 'Hendelsen har ikke dette feltet. Se docs/events.md.' }];
  const coded = spec.type === 'code' || spec.type === 'codes';
  const codes = spec.codes ?? {};
  const unknown = Object.entries(field.codes ?? {}).filter(([, code]) => coded && !Object.hasOwn(codes, code));
  return [
    ...either(field, path),
    ...unknown.map(([from, code]) => ({ path: [...path, 'codes', from], sentence: `Koden «${code}» finnes ikke. Kjente koder: ${Object.keys(codes).join(', ')}.` })),
    ...(!coded && (field.codes ?? field.codeSystem) !== undefined && spec.type !== 'boolean' ? [{ path, sentence: 'Feltet har ikke koder.' }] : []),
    ...(spec.type !== 'codes' && field.separator !== undefined ? [{ path: [...path, 'separator'], sentence: 'Feltet har bare én verdi.' }] : []),
  ];
}

function sameNames(events: readonly MappedEvent[]): PlacedProblem[] {
  const seen = new Set<string>();
  return events.flatMap((event, i) => {
    const name = nameOf(event);
    const isSecond = seen.has(name);
    seen.add(name);
    return isSecond ? [{ path: ['events', i], sentence: `«${event.event}» står flere ganger. Gi hver sin «name».` }] : [];
  });
}
