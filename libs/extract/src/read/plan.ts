import type { LoadedRules } from '@forlop/definitions';
import type { CompiledDefinition, EventSpec, FieldSpec } from '@forlop/pathway';
import { definitionOf, nameOf, receiptEvent } from '../mapping/check.js';
import type { MappedEvent, MappedField, Mapping } from '../mapping/schema.js';
import type { Finding } from './finding.js';

/** A column that was found in the file. */
export interface Column {
  readonly name: string;
  readonly index: number;
}

/** A field of an event's data, and where its value stands. */
export interface PlannedField {
  readonly name: string;
  readonly spec: FieldSpec;
  readonly field: MappedField;
  /** Null for a value that is the same in all lines. */
  readonly column: Column | null;
}

export interface PlannedEvent {
  readonly event: string;
  readonly name: string;
  readonly spec: EventSpec;
  readonly on: Column;
  readonly when: readonly { readonly column: Column; readonly is: ReadonlySet<string> | null }[];
  /** Null: one in the referral. */
  readonly id: readonly Column[] | 'content' | null;
  readonly fields: readonly PlannedField[];
}

/** How the lines of one file are read by one mapping. */
export interface Plan {
  readonly mapping: Mapping;
  readonly definition: CompiledDefinition;
  readonly width: number;
  readonly referral: readonly Column[];
  readonly person: Readonly<Partial<Record<'number' | 'birthDate' | 'given' | 'family', Column>>>;
  readonly organisation: Column | null;
  readonly events: readonly PlannedEvent[];
}

/** A plan, unless the file lacks what nothing can be read without; and the columns that it lacks. */
export interface Planned {
  readonly plan: Plan | null;
  readonly findings: readonly Finding[];
}

/**
 * Holds the mapping against the file's header. A column that only some events need costs those events; one that every line needs (the
 * referral's key, the person, the organisation, the receipt) costs the file.
 */
export function planOf(mapping: Mapping, header: readonly string[], rules: LoadedRules): Planned {
  const { id, version } = definitionOf(mapping, rules);
  const definition = rules.definition(id, version);
  const places = placesOf(header);
  const missing = new Map<string, string>();
  const find = (name: string, forWhat: string): Column | null => {
    const index = places.get(name);
    if (index === undefined) missing.set(name, missing.get(name) ?? forWhat);
    return index === undefined ? null : { name, index };
  };
  const every = (names: readonly string[], forWhat: string): Column[] | null => {
    const found = names.map((name) => find(name, forWhat));
    return found.some((one) => one === null) ? null : (found as Column[]);
  };
  const referral = every(mapping.referral, 'henvisningens nøkkel');
  const person = Object.entries(mapping.person).flatMap(([part, name]) => (name === undefined ? [] : [[part, find(name, 'personen')] as const]));
  const organisation = mapping.organisation.column === undefined ? null : find(mapping.organisation.column, 'virksomheten');
  const events = mapping.events.map((event) => plannedEvent(event, definition.source.events[event.event]!, find, every));
  const isReadable = referral !== null && person.every(([, column]) => column !== null) && (mapping.organisation.column === undefined || organisation !== null)
    && events.some((event) => event?.event === receiptEvent);
  const findings = [...missing].map(([name, forWhat]) => missingColumn(name, forWhat, header, isReadable));
  if (!isReadable) return { plan: null, findings };
  return {
    plan: { mapping, definition, width: header.length, referral, organisation, person: Object.fromEntries(person) as Plan['person'], events: events.filter((event) => event !== null) },
    findings,
  };
}

/** The last of two columns of one name cannot be meant, so the first is. */
function placesOf(header: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  header.forEach((name, index) => {
    if (!places.has(name)) places.set(name, index);
  });
  return places;
}

function plannedEvent(event: MappedEvent, spec: EventSpec, find: (name: string, forWhat: string) => Column | null, every: (names: readonly string[], forWhat: string) => Column[] | null): PlannedEvent | null {
  const what = `«${event.event}»`;
  const on = find(event.on, what);
  const when = (event.when ?? []).map(({ column, is }) => ({ column: find(column, what), is: is === undefined ? null : new Set(is) }));
  const id = event.id === undefined ? null : 'content' in event.id ? ('content' as const) : (every(event.id, what) ?? undefined);
  const fields = Object.entries(event.data).map(([name, field]) => ({ name, field, spec: spec.fields![name]!, column: field.column === undefined ? null : find(field.column, what) }));
  const isWhole = on !== null && id !== undefined && when.every(({ column }) => column !== null) && fields.every(({ field, column }) => field.column === undefined || column !== null);
  return isWhole ? { event: event.event, name: nameOf(event), spec, on, when: when as PlannedEvent['when'], id, fields } : null;
}

function missingColumn(name: string, forWhat: string, header: readonly string[], isReadable: boolean): Finding {
  const like = header.find((one) => one.toLowerCase().replace(/[\s_-]/g, '') === name.toLowerCase().replace(/[\s_-]/g, ''));
  const advice = like === undefined ? `Kolonnene i filen er: ${header.join(', ')}.` : `Mente du «${like}»?`;
  const cost = isReadable ? `${forWhat} er ikke lest av noen linje.` : `Filen er ikke lest, fordi hver linje må ha ${forWhat}.`;
  return { line: null, column: name, code: 'mangler-kolonne', sentence: `Kolonnen «${name}» finnes ikke i filen. ${cost} ${advice}` };
}
