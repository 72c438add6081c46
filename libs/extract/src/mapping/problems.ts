import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** One thing wrong with a mapping: where, and what to do about it. */
export interface MappingProblem {
  /** Path into the document, e.g. `events[3].on`; empty for the whole of it. */
  readonly path: string;
  /** Line in the file, from 1, where it is known. */
  readonly line: number | null;
  readonly sentence: string;
}

/** A mapping that cannot be used. Holds everything that is wrong, not only the first thing. */
export class MappingError extends Error {
  readonly code = 'bad-mapping';
  constructor(
    readonly file: string,
    readonly problems: readonly MappingProblem[],
  ) {
    const lines = problems.map(({ path, line, sentence }) => `  ${[line === null ? '' : `linje ${line}`, path].filter((part) => part !== '').join(', ') || 'filen'}: ${sentence}`);
    super([`Kartleggingen i ${file} kan ikke brukes:`, ...lines].join('\n'));
    this.name = 'MappingError';
  }
}

/** A problem with its place still in parts, so that the line can be looked up. */
export interface PlacedProblem {
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
}

/** `events[3].on` from its parts. */
export function pathText(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => (typeof part === 'number' ? `${path}[${part}]` : path === '' ? String(part) : `${path}.${String(part)}`), '');
}

/** What the schema found wrong, in sentences. */
export function schemaProblems(error: z.ZodError, input: unknown): PlacedProblem[] {
  return error.issues.flatMap((issue) => explain(issue, [], input));
}

function explain(issue: Issue, base: readonly PropertyKey[], input: unknown): PlacedProblem[] {
  const path = [...base, ...issue.path];
  const found = (sentence: string): PlacedProblem[] => [{ path, sentence }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], sentence: 'Feltet er ukjent. Er det skrevet feil?' }));
    case 'invalid_union':
      return (shortest(issue.errors) ?? []).flatMap((inner) => explain(inner, path, input));
    case 'invalid_value':
      return found(`Verdien må være ${issue.values.length === 1 ? '' : 'en av: '}${issue.values.map((value) => (value === '\t' ? 'tabulator' : String(value))).join(' ')}`);
    case 'too_small':
      return found(issue.origin === 'array' ? 'Listen kan ikke være tom.' : 'Tallet er for lite.');
    case 'too_big':
      return found('Tallet er for stort.');
    default:
      if (valueAt(input, path) === undefined) return found('Feltet mangler.');
      return found(issue.code === 'invalid_type' ? `Her kreves ${typeNames[issue.expected] ?? issue.expected}.` : `Her kreves ${issue.message}.`);
  }
}

/** The form that the writer most likely meant is the one with the fewest faults. */
const shortest = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined => [...branches].sort((a, b) => a.length - b.length)[0];

const typeNames: Readonly<Record<string, string>> = {
  string: 'en tekst', number: 'et tall', int: 'et helt tall', boolean: 'true eller false', array: 'en liste', object: 'et objekt', record: 'et objekt',
};

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[key]), input);
