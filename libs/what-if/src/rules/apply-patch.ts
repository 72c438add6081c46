import { calendarById, CalendarError, defineCalendar, listCalendars, type WorkCalendar } from '@forlop/calendar';
import { DefinitionError, parseDefinition, type LoadedRules } from '@forlop/definitions';
import type { ClockSpec, Definition, Json } from '@forlop/pathway';
import type { RulesChange } from './changed-rules.js';
import { lengthIn } from './lengths.js';
import type { Patch } from './patch.js';
import { PatchError, pathText, type PatchProblem } from './patch-problem.js';

/**
 * The rules with a patch applied. Each changed definition is checked as a shipped one is, and what is wrong is said by its
 * path in the patch.
 * @throws PatchError with all that is wrong.
 */
export function applyPatch(rules: LoadedRules, patch: Patch): RulesChange {
  const problems: PatchProblem[] = [];
  const calendar = calendarOf(patch, problems);
  const targets = targetsOf(rules, patch, problems);
  const instead: Record<string, Definition> = {};
  for (const definition of targets) instead[`${definition.id}@${definition.version}`] = patched(definition, patch, problems);
  if (problems.length > 0) throw new PatchError(unique(problems));
  return {
    present: rules.definitions(),
    instead,
    calendar: calendar === null ? null : { id: calendar.id, version: calendar.version },
    calendarDocument: typeof patch.calendar === 'object' ? patch.calendar : null,
    parameters: patch.parameters ?? {},
  };
}

/** The rules with a whole definition in place of every version of its own pathway. */
export function replaceDefinition(rules: LoadedRules, definition: Definition): RulesChange {
  const versions = rules.definitionVersions(definition.id);
  if (versions.length === 0) throw new PatchError([{ path: 'id', sentence: `Ingen pasienter følger «${definition.id}». Forløpene her er ${idsOf(rules)}.` }]);
  return { present: rules.definitions(), instead: Object.fromEntries(versions.map((version) => [`${definition.id}@${version}`, definition])), calendar: null, calendarDocument: null, parameters: {} };
}

const idsOf = (rules: LoadedRules): string => [...new Set(rules.definitions().map(({ id }) => id))].join(', ');

function calendarOf({ calendar }: Patch, problems: PatchProblem[]): WorkCalendar | null {
  if (calendar === undefined) return null;
  try {
    if (typeof calendar !== 'string') return ownCalendar(calendar, problems);
    const [id, version] = calendar.split('@');
    return calendarById(id!, version);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    problems.push({ path: error.path === undefined ? 'calendar' : `calendar.${error.path}`, sentence: error.message });
    return null;
  }
}

/** Two calendars of one name would leave open which of them a date was counted by. */
function ownCalendar(document: Json, problems: PatchProblem[]): WorkCalendar {
  const own = defineCalendar(document);
  if (listCalendars().some(({ id, version }) => id === own.id && version === own.version)) problems.push({ path: 'calendar.version', sentence: `Kalenderen ${own.id} ${own.version} finnes alt. Gi din egen et annet navn eller en annen versjon.` });
  return own;
}

/** The definitions that have something of what is changed; a clock or a parameter that none has is a problem. */
function targetsOf(rules: LoadedRules, { definition: named, clocks = {}, parameters = {}, calendar }: Patch, problems: PatchProblem[]): readonly Definition[] {
  const [id, version] = named?.split('@') ?? [];
  const asked = rules.definitions().filter((one) => named === undefined || (one.id === id && (version === undefined || one.version === version)));
  if (asked.length === 0) problems.push({ path: 'definition', sentence: `«${named ?? ''}» finnes ikke. Kjent er ${rules.definitions().map((one) => `${one.id}@${one.version}`).join(', ')}.` });
  for (const clock of Object.keys(clocks)) {
    if (asked.length > 0 && !asked.some((one) => hasClock(one, clock))) problems.push({ path: pathText(['clocks', clock]), sentence: `Ingen av definisjonene har klokken «${clock}».${alike(clock, asked)}` });
  }
  for (const [name, value] of Object.entries(parameters)) {
    const specs = asked.flatMap((one) => (Object.hasOwn(one.parameters, name) ? [one.parameters[name]!] : []));
    const path = pathText(['parameters', name]);
    if (asked.length > 0 && specs.length === 0) problems.push({ path, sentence: `Ingen av definisjonene har valget «${name}». Kjent er ${[...new Set(asked.flatMap((one) => Object.keys(one.parameters)))].join(', ') || 'ingen'}.` });
    else if (specs.length > 0 && !specs.some(({ values }) => values.includes(value))) problems.push({ path, sentence: `«${name}» kan være ${specs[0]!.values.join(', ')}, ikke «${String(value)}».` });
  }
  return asked.filter((one) => calendar !== undefined || Object.keys(clocks).some((clock) => hasClock(one, clock)) || Object.keys(parameters).some((name) => Object.hasOwn(one.parameters, name)));
}

const hasClock = ({ clocks }: Definition, id: string): boolean => clocks.some((clock) => clock.id === id);

/** Clocks whose ids begin as the one that was written does. */
function alike(id: string, definitions: readonly Definition[]): string {
  const start = id.split('-')[0]!;
  const ids = [...new Set(definitions.flatMap(({ clocks }) => clocks.map((clock) => clock.id)))];
  const near = ids.filter((known) => known.startsWith(start));
  return ` Kjent er ${(near.length > 0 ? near : ids).join(', ')}.`;
}

function patched(definition: Definition, { clocks = {} }: Patch, problems: PatchProblem[]): Definition {
  const changed = { ...definition, clocks: definition.clocks.map((clock) => (Object.hasOwn(clocks, clock.id) ? changedClock(clock, clocks[clock.id]!, problems) : clock)) };
  try {
    return parseDefinition(changed);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    problems.push(...error.problems.map(({ path, sentence }) => ({ path: pathInPatch(path, changed.clocks), sentence })));
    return definition;
  }
}

function changedClock(clock: ClockSpec, change: string | { readonly [part: string]: Json }, problems: PatchProblem[]): ClockSpec {
  if (typeof change !== 'string') return Object.fromEntries(Object.entries({ ...clock, ...change }).filter(([, value]) => value !== null)) as unknown as ClockSpec;
  const span = lengthIn(change);
  const path = pathText(['clocks', clock.id]);
  if (span === null) problems.push({ path, sentence: `«${change}» er ingen lengde. Skriv et tall og virkedager, dager, uker, måneder eller år, for eksempel «10 uker».` });
  else if (clock.due !== undefined && 'after' in clock.due && clock.due.after.length > 1) {
    problems.push({ path, sentence: `Klokken har ${clock.due.after.length} lengder etter hvem pasienten er. Skriv hele «due» i stedet for én lengde.` });
  } else return { ...clock, due: { after: [{ span }] } };
  return clock;
}

/** `/clocks/3/start/0/event` of the definition as `clocks.FRIST-VURDERING.start[0].event`. */
function pathInPatch(pointer: string, clocks: readonly ClockSpec[]): string {
  const [, first, index, ...rest] = pointer.split('/');
  const id = first === 'clocks' ? clocks[Number(index)]?.id : undefined;
  return id === undefined ? pointer : pathText(['clocks', id, ...rest.map((part) => (/^\d+$/.test(part) ? Number(part) : part))]);
}

const unique = (problems: readonly PatchProblem[]): PatchProblem[] => [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
