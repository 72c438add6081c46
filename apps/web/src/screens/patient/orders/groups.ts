import type { Command } from '../queries.js';

/** Where a command belongs: the step the patient is in, any step, or another step (its id). */
export type Place = { readonly kind: 'here' } | { readonly kind: 'anywhere' } | { readonly kind: 'step'; readonly step: string };

export interface Group {
  readonly place: Place;
  readonly commands: readonly Command[];
}

type FromOf = (command: string) => readonly string[] | '*';

function placeOf(from: readonly string[] | '*', step: string): Place {
  if (from === '*') return { kind: 'anywhere' };
  return from.includes(step) ? { kind: 'here' } : { kind: 'step', step: from[0] ?? '' };
}

/**
 * Commands by where they belong: those of the patient's own step first, then those of any step, then the other steps in the definition's order.
 * @param steps ids in the definition's order.
 */
export function groupsOf(commands: readonly Command[], fromOf: FromOf, step: string, steps: readonly string[]): readonly Group[] {
  const groups = new Map<string, { place: Place; commands: Command[] }>();
  for (const command of commands) {
    const place = placeOf(fromOf(command.command), step);
    const key = place.kind === 'step' ? place.step : place.kind;
    const group = groups.get(key) ?? { place, commands: [] };
    group.commands.push(command);
    groups.set(key, group);
  }
  const rank = ({ place }: Group): number => (place.kind === 'here' ? -2 : place.kind === 'anywhere' ? -1 : steps.indexOf(place.step));
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

/** Whether a title holds every word that was typed. */
export function holds(title: string, typed: string): boolean {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  return words.every((word) => title.toLocaleLowerCase().includes(word));
}
