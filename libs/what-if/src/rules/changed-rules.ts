import { calendarById, defineCalendar, type WorkCalendar } from '@forlop/calendar';
import { compile, engineEvents, type CompiledDefinition, type Definition, type Json, type LedgerEvent, type Regime, type Rules } from '@forlop/pathway';

/** Another set of rules beside the present ones, as plain data: it is sent to threads, and stands in the result. */
export interface RulesChange {
  /** Every definition that pathways may name. */
  readonly present: readonly Definition[];
  /** What runs instead: `id@version` as pathways name it → the definition. */
  readonly instead: Readonly<Record<string, Definition>>;
  /** Put in place of what the events of a pathway under a changed definition name. */
  readonly calendar: Regime['calendar'] | null;
  /** Document of a calendar that is not shipped. */
  readonly calendarDocument: Json | null;
  readonly parameters: Regime['parameters'];
}

/** The present rules and the changed ones, ready for the kernel. */
export interface BothRules {
  readonly present: Rules;
  readonly changed: Rules;
  /** Whether a pathway ever follows a definition that is changed. */
  touches(events: readonly LedgerEvent[]): boolean;
  /** The events with the changed calendar and parameters in those that choose the rules. */
  rewritten(events: readonly LedgerEvent[]): readonly LedgerEvent[];
}

/** @throws CalendarError when a calendar's document is wrong. */
export function bothRules(change: RulesChange): BothRules {
  const own = change.calendarDocument === null ? null : defineCalendar(change.calendarDocument);
  const calendar = (id: string, version: string): WorkCalendar => (own !== null && own.id === id && own.version === version ? own : calendarById(id, version));
  const present = compiledOnce(byName(change.present));
  const instead = compiledOnce(change.instead);
  const isChanged = (named: unknown): boolean => named !== null && typeof named === 'object' && 'id' in named && 'version' in named && Object.hasOwn(change.instead, `${String(named.id)}@${String(named.version)}`);
  const choices = (events: readonly LedgerEvent[]): readonly LedgerEvent[] => events.filter(({ type }) => type === engineEvents.created || type === engineEvents.moved);
  const rewrites = change.calendar !== null || Object.keys(change.parameters).length > 0;
  return {
    present: presentRules(present),
    changed: { calendar, definition: (id, version) => instead(id, version) ?? present(id, version) ?? unknown(id, version) },
    touches: (events) => choices(events).some(({ data }) => isChanged(data['definition'])),
    rewritten: (events) => (rewrites ? rewrittenChoices(events, change, isChanged) : events),
  };
}

/** The rules of these definitions and the shipped calendars, each compiled when first asked for. */
export const rulesOf = (definitions: readonly Definition[]): Rules => presentRules(compiledOnce(byName(definitions)));

const presentRules = (compiled: ReturnType<typeof compiledOnce>): Rules => ({ calendar: calendarById, definition: (id, version) => compiled(id, version) ?? unknown(id, version) });

const byName = (definitions: readonly Definition[]): Readonly<Record<string, Definition>> => Object.fromEntries(definitions.map((definition) => [`${definition.id}@${definition.version}`, definition]));

function compiledOnce(definitions: Readonly<Record<string, Definition>>): (id: string, version: string) => CompiledDefinition | undefined {
  const ready = new Map<string, CompiledDefinition>();
  return (id, version) => {
    const name = `${id}@${version}`;
    const found = ready.get(name);
    if (found !== undefined || !Object.hasOwn(definitions, name)) return found;
    const made = compile(definitions[name]!);
    ready.set(name, made);
    return made;
  };
}

function unknown(id: string, version: string): never {
  throw new Error(`Definisjonen ${id}@${version} er ikke blant dem som beregningen fikk.`);
}

/** A move that names no definition stays with the one before it. */
function rewrittenChoices(events: readonly LedgerEvent[], { calendar, parameters }: RulesChange, isChanged: (named: unknown) => boolean): readonly LedgerEvent[] {
  let changed = false;
  return events.map((event) => {
    if (event.type !== engineEvents.created && event.type !== engineEvents.moved) return event;
    if (event.data['definition'] !== undefined) changed = isChanged(event.data['definition']);
    if (!changed || event.retracts !== undefined) return event;
    return { ...event, data: { ...event.data, ...(calendar !== null && { calendar: { ...calendar } }), parameters: { ...(event.data['parameters'] as Regime['parameters'] | undefined), ...parameters } } };
  });
}
