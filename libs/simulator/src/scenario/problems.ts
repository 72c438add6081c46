import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** One thing wrong with a scenario: where, and what to do about it. */
export interface ScenarioProblem {
  /** Path into the file, e.g. `events[3].on`; empty for the whole of it. */
  readonly path: string;
  /** Line in the file, from 1, where it is known. */
  readonly line: number | null;
  readonly sentence: string;
}

/** A scenario that cannot be played. Holds everything that is wrong, not only the first thing. */
export class ScenarioError extends Error {
  readonly code = 'bad-scenario';
  constructor(
    readonly file: string,
    readonly problems: readonly ScenarioProblem[],
  ) {
    const lines = problems.map(({ path, line, sentence }) => `  ${[line === null ? '' : `linje ${line}`, path].filter((part) => part !== '').join(', ') || 'filen'}: ${sentence}`);
    super([`Scenariet i ${file} kan ikke brukes:`, ...lines].join('\n'));
    this.name = 'ScenarioError';
  }
}

/** `events[3].on` from its parts. */
export function pathText(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => (typeof part === 'number' ? `${path}[${part}]` : path === '' ? String(part) : `${path}.${String(part)}`), '');
}

/** A problem with its place still in parts, so that the line can be looked up. */
export interface PlacedProblem {
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
}

/** What the schema found wrong, in sentences. */
export function schemaProblems(error: z.ZodError, input: unknown): PlacedProblem[] {
  return error.issues.flatMap((issue) => explain(issue, [], input));
}

function explain(issue: Issue, base: readonly PropertyKey[], input: unknown): PlacedProblem[] {
  const path = [...base, ...issue.path];
  const found = (sentence: string): PlacedProblem[] => [{ path, sentence }];
  const value = valueAt(input, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], sentence: 'Feltet er ukjent. Er det skrevet feil?' }));
    case 'invalid_union':
      return issue.errors.length === 0 ? found(unionSentence(issue)) : nearest(issue.errors, path, input);
    case 'invalid_value':
      return found(`Verdien må være ${issue.values.length === 1 ? '' : 'en av: '}${issue.values.join(', ')}.`);
    case 'too_small':
    case 'too_big':
      return found('Tallet er utenfor det som er lov.');
    default:
      if (value === undefined) return found('Feltet mangler.');
      return found(issue.code === 'invalid_type' ? `Her kreves ${typeNames[issue.expected] ?? issue.expected}.` : `«${shortly(value)}» kan ikke brukes. Her kreves ${issue.message}`.replace(/[^.]$/, '$&.'));
  }
}

/** A union told apart by a field names the field's values. */
function unionSentence(issue: Issue & { readonly code: 'invalid_union' }): string {
  const { options } = issue as { options?: readonly unknown[] };
  return options === undefined ? 'Dette passer ikke med noen av formene i docs/scenarios.md.' : `Verdien må være en av: ${options.join(', ')}.`;
}

/** The problems of the form that the writer most likely meant: the one with the fewest fields missing or unknown. */
function nearest(branches: readonly (readonly Issue[])[], path: readonly PropertyKey[], input: unknown): PlacedProblem[] {
  const weigh = (issues: readonly Issue[]) => issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : valueAt(input, [...path, ...issue.path]) === undefined ? 2 : 1), 0);
  const [best] = [...branches].sort((a, b) => weigh(a) - weigh(b));
  return (best ?? []).flatMap((issue) => explain(issue, path, input));
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'en tekst', number: 'et tall', int: 'et helt tall', boolean: 'true eller false', array: 'en liste', object: 'et objekt', record: 'et objekt',
};

const shortly = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[key]), input);
