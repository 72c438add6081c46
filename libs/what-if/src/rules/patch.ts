import type { ClockSpec, Json, Scalar } from '@forlop/pathway';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { PatchError, pathText, type PatchProblem } from './patch-problem.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const named = /^[a-z][a-z0-9-]*(@[0-9][0-9.]*)?$/;
const clockId = /^[A-ZÆØÅ][A-ZÆØÅ0-9-]*$/;

/** Parts of a clock that a patch may give anew; a part that is left out stays as it is. `null` takes it away. */
const clockParts = ['start', 'due', 'metBy', 'endedBy', 'mode', 'key', 'warn', 'atRisk', 'bookings', 'onlyWhen', 'lapses', 'status'] as const satisfies readonly (keyof ClockSpec)[];
const part = z.json();
const clockChange = z.union([
  z.string().min(1),
  z.strictObject(Object.fromEntries(clockParts.map((name) => [name, part.exactOptional()])) as Record<(typeof clockParts)[number], z.ZodExactOptional<typeof part>>),
]);

const patchSchema = z.strictObject({
  title: z.string().min(1).max(200).exactOptional(),
  definition: z.string().regex(named).exactOptional(),
  calendar: z.union([z.string().regex(named), z.record(z.string(), z.json())]).exactOptional(),
  parameters: z.record(z.string(), scalar).exactOptional(),
  clocks: z.record(z.string(), clockChange).exactOptional(),
});

/** Another rule, as somebody writes it: other lengths, other starts, another calendar, other choices. */
export interface Patch {
  readonly title?: string;
  /** The only pathway whose rules are changed, as `id` or `id@version`; without it every one that has what is changed. */
  readonly definition?: string;
  /** A calendar that is shipped, as `id` or `id@version`, or a whole document. */
  readonly calendar?: string | { readonly [key: string]: Json };
  readonly parameters?: Readonly<Record<string, Scalar>>;
  /** By the clock's id: a length such as `10 uker`, or parts of the clock. */
  readonly clocks?: Readonly<Record<string, string | { readonly [part: string]: Json }>>;
}

/**
 * Reads a patch, YAML or JSON. A clock's id may stand at the top, so that `FRIST-START-VOKSEN-12U: 10 uker` is a whole one.
 * @throws PatchError with all that is wrong with its shape.
 */
export function readPatch(text: string): Patch {
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: true });
  if (document.errors.length > 0) throw new PatchError(document.errors.map(({ message, linePos }) => ({ path: linePos === undefined ? '' : `linje ${linePos[0].line}`, sentence: `Dette er ikke gyldig YAML eller JSON: ${message.split('\n')[0]!}` })));
  return checkPatch(document.toJS() as unknown);
}

/** Checks the shape of a patch that is JSON already. @throws PatchError. */
export function checkPatch(given: unknown): Patch {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new PatchError([{ path: '', sentence: 'En endring er felter med verdier, for eksempel «FRIST-START-VOKSEN-12U: 10 uker».' }]);
  const top = Object.entries(given).filter(([key]) => clockId.test(key));
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !clockId.test(key)));
  const clocks = rest['clocks'] as object | undefined;
  const result = patchSchema.safeParse(top.length === 0 ? rest : { ...rest, clocks: { ...clocks, ...Object.fromEntries(top) } });
  if (!result.success) throw new PatchError(result.error.issues.flatMap(problemsOf));
  const twice = top.filter(([key]) => clocks !== undefined && Object.hasOwn(clocks, key));
  if (twice.length > 0) throw new PatchError(twice.map(([key]) => ({ path: key, sentence: 'Klokken er endret to ganger. Behold bare den ene.' })));
  const { title: _, ...changes } = result.data;
  if (Object.values(changes).every((value) => value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)) || Object.keys(changes).every((key) => key === 'definition')) {
    throw new PatchError([{ path: '', sentence: 'Endringen endrer ingenting. Skriv minst én klokke, parameter eller kalender.' }]);
  }
  return result.data as Patch;
}

function problemsOf(issue: z.core.$ZodIssue): PatchProblem[] {
  const path = pathText(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pathText([...issue.path, key]), sentence: `«${key}» er ukjent her. Kjent er ${issue.path.length === 0 ? 'title, definition, calendar, parameters og clocks, og klokkenes id-er' : clockParts.join(', ')}.` }));
    case 'invalid_union':
      return issue.errors.length > 0 && issue.path[0] === 'clocks' ? unionProblems(issue) : [{ path, sentence: sentenceFor(issue.path) }];
    default:
      return [{ path, sentence: sentenceFor(issue.path) }];
  }
}

/** The second form is the one with parts; its own problems say more than that neither form fits. */
function unionProblems(issue: z.core.$ZodIssue & { readonly code: 'invalid_union' }): PatchProblem[] {
  const inner = issue.errors.flat().filter(({ code }) => code === 'unrecognized_keys');
  return inner.length === 0 ? [{ path: pathText(issue.path), sentence: sentenceFor(issue.path) }] : inner.flatMap((one) => problemsOf({ ...one, path: [...issue.path, ...one.path] }));
}

function sentenceFor([first]: readonly PropertyKey[]): string {
  switch (first) {
    case 'clocks':
      return 'Skriv en lengde, for eksempel «10 uker», eller delene av klokken som skal være annerledes.';
    case 'parameters':
      return 'Skriv en verdi for hvert valg: en tekst, et tall eller true/false.';
    case 'calendar':
      return 'Skriv en kalender, for eksempel «norge-lordag», eller et helt kalenderdokument.';
    case 'definition':
      return 'Skriv forløpet, for eksempel «langvarig-utmattelse» eller «langvarig-utmattelse@1.0.0».';
    default:
      return 'Skriv en tekst på høyst 200 tegn.';
  }
}
