import type { Step, Transition } from './queries.js';

/** A way from one step to another; several events that lead the same way are one. */
export interface Way {
  readonly from: string;
  readonly to: string;
  /** Events that go this way, by their titles' keys. */
  readonly events: readonly Transition[];
}

/** An arc beside the column of steps, by the rows that it joins. */
export interface Arc {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** How far from the column it runs, from 1: arcs of one lane do not overlap. */
  readonly lane: number;
  /** Goes on: on one side. Goes back: on the other. */
  readonly forward: boolean;
}

/** The ways between steps. One from all steps (`from: null`) is told in words and not drawn; one that stays where it is goes nowhere. */
export function waysOf(transitions: readonly Transition[]): readonly Way[] {
  const ways = new Map<string, { from: string; to: string; events: Transition[] }>();
  for (const transition of transitions) {
    for (const from of transition.from ?? []) {
      if (from === transition.to) continue;
      const key = `${from} ${transition.to}`;
      const way = ways.get(key) ?? { from, to: transition.to, events: [] };
      way.events.push(transition);
      ways.set(key, way);
    }
  }
  return [...ways.values()];
}

/** The ways that are drawn: those to and from the step that is chosen; before that, those from each step to the next one. */
export function drawn(steps: readonly Step[], ways: readonly Way[], chosen: string | undefined): readonly Way[] {
  if (chosen !== undefined) return ways.filter(({ from, to }) => from === chosen || to === chosen);
  const place = new Map(steps.map(({ id }, index) => [id, index]));
  return ways.filter(({ from, to }) => place.get(to) === place.get(from)! + 1);
}

/** Gives each way its lane: the shortest nearest the column, and none over another. */
export function arcsOf(steps: readonly Step[], ways: readonly Way[]): readonly Arc[] {
  const place = new Map(steps.map(({ id }, index) => [id, index]));
  const known = ways.flatMap(({ from, to }) => {
    const [a, b] = [place.get(from), place.get(to)];
    return a === undefined || b === undefined ? [] : [{ key: `${from} ${to}`, from: a, to: b, forward: b > a }];
  });
  const taken: { readonly forward: boolean; readonly lane: number; readonly low: number; readonly high: number }[] = [];
  return [...known].sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from)).map((arc) => {
    const [low, high] = [Math.min(arc.from, arc.to), Math.max(arc.from, arc.to)];
    const isFree = (lane: number) => !taken.some((one) => one.forward === arc.forward && one.lane === lane && one.low < high && low < one.high);
    let lane = 1;
    while (!isFree(lane)) lane += 1;
    taken.push({ forward: arc.forward, lane, low, high });
    return { ...arc, lane };
  });
}

/** Where most patients have an overdue frist, the worst first; steps without any are left out, and those whose number is hidden. */
export function stuckAt(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ overdue }) => overdue !== null && overdue > 0).sort((a, b) => b.overdue! - a.overdue!);
}
