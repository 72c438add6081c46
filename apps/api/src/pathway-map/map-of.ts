import type { pathwayMapSchema } from '@forlop/contracts';
import type { StepCounts } from '@forlop/ledger';
import type { Citation, ClockSpec, Definition } from '@forlop/pathway';
import type * as z from 'zod';

type PathwayMap = z.input<typeof pathwayMapSchema>;

const none = { patients: 0, medianDays: null, p90Days: null, overdue: 0, variants: [] };
const units: Readonly<Record<string, readonly [one: string, more: string]>> = { virkedag: ['virkedag', 'virkedager'], dag: ['dag', 'dager'], uke: ['uke', 'uker'], maned: ['måned', 'måneder'], ar: ['år', 'år'] };

/** A definition as a map, with how many are at each step. */
export function mapOf(definition: Definition, { asOf, steps }: StepCounts, scope: PathwayMap['scope']): PathwayMap {
  const role = (id: string) => ({ id, title: definition.roles[id]?.nb ?? id });
  const sources = (citations: readonly Citation[]) => citations.map(({ source, locator, note }) => ({ title: definition.sources[source]?.title ?? source, locator: locator ?? null, note: note ?? null }));
  return {
    definition: { id: definition.id, version: definition.version },
    title: definition.title,
    asOf,
    scope,
    steps: definition.steps.map(({ id, title, terminal, owner }) => {
      const { step: _step, ...count } = steps.find(({ step }) => step === id) ?? { step: id, ...none };
      return { id, title, terminal: terminal === true, owner: owner === undefined ? null : role(owner), ...count };
    }),
    transitions: definition.transitions.map(({ on, from, to, milestone }) => ({ from: from === '*' ? null : from, to, event: on.event, title: definition.events[on.event]?.title ?? { nb: on.event }, milestone: milestone === true })),
    clocks: definition.clocks.map((clock) => ({
      id: clock.id, title: clock.title, kind: clock.kind, status: clock.status, owner: role(clock.owner), length: lengthOf(clock), startedBy: eventsOf(clock.start), metBy: eventsOf(clock.metBy), sources: sources(clock.sources),
    })),
    duties: definition.duties.map(({ id, title, kind, status, clock, to, sources: from }) => ({ id, title, kind, status, clock, to: role(to), sources: sources(from) })),
    events: namedEvents(definition).map((id) => ({ id, title: definition.events[id]?.title ?? { nb: id } })),
  };
}

/** Each event that starts or keeps a clock or moves a patient, once. */
const namedEvents = ({ transitions, clocks }: Definition): string[] => eventsOf([...transitions.map(({ on }) => on), ...clocks.flatMap(({ start, metBy }) => [...start, ...metBy])]);

const eventsOf = (matches: readonly { readonly event: string }[]): string[] => [...new Set(matches.map(({ event }) => event))];

/** Several lengths, by who the patient is, are all told. */
function lengthOf({ due }: ClockSpec): string | null {
  if (due === undefined || 'field' in due) return null;
  return [...new Set(due.after.map(({ span: { value, unit } }) => `${value} ${units[unit]?.[value === 1 ? 0 : 1] ?? unit}`))].join(' eller ');
}
