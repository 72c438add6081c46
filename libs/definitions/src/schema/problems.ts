import type { z } from 'zod';
import { pointer, type DefinitionProblem } from '../problem.js';

type Issue = z.core.$ZodIssue;
type Found = Omit<DefinitionProblem, 'document'>;

/** What the schema found wrong, said so that the one who wrote the file can mend it. */
export function schemaProblems(error: z.ZodError, input: unknown, document: string): DefinitionProblem[] {
  return error.issues.flatMap((issue) => explain(issue, [], input)).map((found) => ({ document, ...found }));
}

function explain(issue: Issue, base: readonly PropertyKey[], input: unknown): Found[] {
  const at = [...base, ...issue.path];
  const found = (code: string, sentence: string): Found[] => [{ path: pointer(at), code, sentence }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pointer([...at, key]), code: 'unknown-key', sentence: `«${key}» finnes ikke her. Er det skrevet feil?` }));
    case 'invalid_type':
      return valueAt(input, at) === undefined
        ? found('required', `«${String(at.at(-1))}» mangler.`)
        : found('wrong-type', `Her kreves ${typeName(issue.expected)}.`);
    case 'invalid_value':
      return found('unknown-value', `Verdien må være en av: ${issue.values.join(', ')}.`);
    case 'too_small':
      return found('too-small', `Her kreves ${issue.origin === 'array' ? `minst ${issue.minimum} i listen` : issue.origin === 'string' ? 'en tekst som ikke er tom' : `et tall ${issue.inclusive ? 'som er minst' : 'over'} ${issue.minimum}`}.`);
    case 'too_big':
      return found('too-big', `Her kreves et tall som er høyst ${issue.maximum}.`);
    case 'invalid_key':
      return found('bad-id', `«${String(at.at(-1))}» har feil form. Riktig form: ${issue.issues[0]?.message ?? 'en annen'}.`);
    case 'invalid_union':
      return issue.errors.length === 0 ? found('wrong-shape', WRONG_SHAPE) : nearestBranch(issue.errors, at, input);
    default:
      return found('bad-format', `«${String(valueAt(input, at))}» har feil form. Riktig form: ${issue.message}.`);
  }
}

const WRONG_SHAPE = 'Dette passer ikke med noen av formene som er tillatt her.';

/** The problems of the form that the writer most likely meant. */
function nearestBranch(branches: readonly (readonly Issue[])[], at: readonly PropertyKey[], input: unknown): Found[] {
  const [nearest] = branches.map((issues) => ({ issues, distance: distance(issues, at, input) })).sort((a, b) => a.distance - b.distance);
  if (nearest === undefined || nearest.distance >= OTHER_TYPE) return [{ path: pointer(at), code: 'wrong-shape', sentence: WRONG_SHAPE }];
  return nearest.issues.flatMap((issue) => explain(issue, at, input));
}

const OTHER_TYPE = 1000;
const OTHER_KEY = 10;

function distance(issues: readonly Issue[], at: readonly PropertyKey[], input: unknown): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + OTHER_KEY * issue.keys.length;
    if (issue.path.length === 0) return sum + OTHER_TYPE;
    return sum + (valueAt(input, [...at, ...issue.path]) === undefined ? OTHER_KEY : 1);
  }, 0);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[key]), input);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'en tekst', number: 'et tall', int: 'et helt tall', boolean: 'true eller false', array: 'en liste', object: 'et objekt', record: 'et objekt',
};
const typeName = (expected: string): string => TYPE_NAMES[expected] ?? expected;
