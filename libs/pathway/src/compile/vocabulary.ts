import type { Definition } from '../types/definition.js';

/** The names that conditions use, numbered, so that the fold keeps lists instead of maps. */
export interface Vocabulary {
  /** Attribute → place among the names, sorted. */
  readonly attributes: ReadonlyMap<string, number>;
  /** Event type that a condition asks about → place. */
  readonly happened: ReadonlyMap<string, number>;
  readonly requirements: ReadonlyMap<string, number>;
  /** Attributes at whose date conditions ask for the age. */
  readonly dayAttributes: ReadonlySet<string>;
  /** Ages that conditions speak of, ascending. */
  readonly ages: readonly number[];
  /** Those of them that are compared with today's age. */
  readonly agesToday: ReadonlySet<number>;
}

/** Collects the names and ages that a definition's conditions use, wherever they stand in it. */
export function vocabularyOf(definition: Definition): Vocabulary {
  const happened = new Set<string>();
  const ages = new Set<number>();
  const agesToday = new Set<number>();
  const dayAttributes = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const { happened: type, age } = node as { happened?: unknown; age?: { at?: string; below?: number; from?: number } };
    if (typeof type === 'string') happened.add(type);
    if (typeof age === 'object') {
      if (age.at !== undefined) dayAttributes.add(age.at);
      for (const turn of [age.below, age.from].filter((n) => n !== undefined)) {
        ages.add(turn);
        if (age.at === undefined) agesToday.add(turn);
      }
    }
    Object.values(node).forEach(visit);
  };
  visit(definition);
  return {
    attributes: numbered(Object.keys(definition.attributes).sort()),
    happened: numbered([...happened]),
    requirements: numbered(definition.requirements.map((r) => r.id)),
    dayAttributes,
    ages: [...ages].sort((a, b) => a - b),
    agesToday,
  };
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, index) => [name, index]));
