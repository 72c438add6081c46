import type { Definition, EventSpec, FieldSpec } from '@forlop/pathway';
import { pointer } from '../problem.js';

/** What a check found, with a path into the joined definition. */
export interface CheckFinding {
  readonly path: string;
  readonly code: string;
  readonly sentence: string;
}

/** A definition under check, with what is looked up again and again. */
export interface CheckContext {
  readonly definition: Definition;
  readonly steps: ReadonlySet<string>;
  /** Of two with the same id, the first. */
  readonly clocks: ReadonlyMap<string, Definition['clocks'][number]>;
  readonly groups: ReadonlySet<string>;
  readonly requirements: ReadonlySet<string>;
  report(path: readonly PropertyKey[], code: string, sentence: string): void;
}

export function contextFor(definition: Definition, findings: CheckFinding[]): CheckContext {
  return {
    definition,
    steps: new Set(definition.steps.map((s) => s.id)),
    clocks: new Map(definition.clocks.toReversed().map((c) => [c.id, c])),
    groups: new Set(definition.groups.map((g) => g.id)),
    requirements: new Set(definition.requirements.map((r) => r.id)),
    report: (path, code, sentence) => findings.push({ path: pointer(path), code, sentence }),
  };
}

/** An event of the definition; an age mark has no fields; undefined when there is neither. */
export function eventNamed(definition: Definition, name: string): EventSpec | 'age-mark' | undefined {
  if (name.startsWith('@')) return Object.hasOwn(definition.ageMarks, name.slice(1)) ? 'age-mark' : undefined;
  return Object.hasOwn(definition.events, name) ? definition.events[name] : undefined;
}

/** A field of an event; undefined when the event or the field does not exist. */
export function fieldOf(definition: Definition, event: string, field: string): FieldSpec | undefined {
  const spec = eventNamed(definition, event);
  return spec === undefined || spec === 'age-mark' ? undefined : spec.fields?.[field];
}
