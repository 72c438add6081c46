import type { ProblemError } from '@forlop/contracts';
import type * as z from 'zod';

type RawIssue = z.core.$ZodRawIssue;
type Issue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, string>> = {
  string: 'en tekst',
  number: 'et tall',
  int: 'et helt tall',
  boolean: 'true eller false',
  array: 'en liste',
  object: 'et objekt med felt',
  record: 'et objekt med felt',
};

const units: Readonly<Record<string, string>> = { string: ' tegn', array: ' elementer' };

/**
 * zod's faults as sentences in bokmål, for whoever filled in the form. A schema's own sentence goes before these
 * (zod asks for them last).
 */
export function inputSentence(issue: RawIssue): string {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'Feltet mangler.';
  switch (issue.code) {
    case 'invalid_type':
      return `Verdien må være ${typeNames[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Verdien må være ${listed(issue.values.map(String))}.`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin in units ? 'Feltet kan ikke være tomt.' : `Verdien må ${measured(issue.origin)} minst ${issue.minimum}${units[issue.origin] ?? ''}.`;
    case 'too_big':
      return `Verdien kan ${measured(issue.origin)} høyst ${issue.maximum}${units[issue.origin] ?? ''}.`;
    case 'unrecognized_keys':
      return `${issue.keys.length === 1 ? 'Feltet' : 'Feltene'} ${issue.keys.map((key: string) => `«${key}»`).join(', ')} finnes ikke her.`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? `Verdien må være ${listed(issue.options.map(String))}.` : 'Innholdet har ikke en av formene som er tillatt her.';
    case 'invalid_format':
      return 'Verdien er ikke skrevet på riktig måte.';
    default:
      return 'Verdien er ikke gyldig.';
  }
}

/** A number is so much; a text or a list has so many. */
const measured = (origin: string): string => (origin === 'number' || origin === 'int' ? 'være' : 'ha');
const listed = (values: readonly string[]): string => (values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} eller ${values.at(-1)}`);

/** Codes are the kernel's where it has one for the same fault (`DataError`). */
const codes: Readonly<Record<string, string>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'unknown-code',
  too_small: 'out-of-range',
  too_big: 'out-of-range',
  unrecognized_keys: 'unknown-field',
  invalid_union: 'wrong-type',
  invalid_format: 'wrong-format',
};

/** zod's issues as errors with a JSON pointer into `input` each. */
export function inputErrors(issues: readonly Issue[], input: unknown): ProblemError[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: pointer([...issue.path, key]), code: 'unknown-field', sentence: `Feltet «${key}» finnes ikke her.` }));
    }
    return [{ path: pointer(issue.path), code: codeOf(issue, input), sentence: issue.message }];
  });
}

function codeOf(issue: Issue, input: unknown): string {
  if (valueAt(input, issue.path) === undefined) return 'required';
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'not-a-date';
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') return issue.params['code'];
  return codes[issue.code] ?? 'invalid';
}

/** What was sent at a path; a text that is read as a list (`a,b`) stands for each of its parts. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : value), input);
}

/** RFC 6901. */
const pointer = (path: readonly PropertyKey[]): string => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
