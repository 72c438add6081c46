import type { Rehearsal } from './queries.js';
import type { View } from './route.js';

type Line = Rehearsal['timeline'][number];

/** A day of the timeline with what happened. */
export interface Day {
  readonly on: string;
  readonly lines: readonly Line[];
}

/** What one reads first: what people did, where the patient went, and what became of frister. Duties and the asking are shown with all. */
const important: ReadonlySet<Line['what']> = new Set(['event', 'refused', 'step', 'clock', 'alarm', 'alarm-over']);

/** The lines by day, in the order in which they come. */
export function byDay(timeline: readonly Line[], view: View): readonly Day[] {
  const days = new Map<string, Line[]>();
  for (const line of timeline) {
    if (view === 'viktig' && !important.has(line.what)) continue;
    const lines = days.get(line.on) ?? [];
    lines.push(line);
    days.set(line.on, lines);
  }
  return [...days].map(([on, lines]) => ({ on, lines }));
}
