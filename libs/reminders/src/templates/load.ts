import { isOsloDate } from '@forlop/calendar';
import { z } from 'zod';
import { placesIn } from './places.js';
import { TemplateError } from './template-error.js';
import { carriages, languages, letterPlaces, openPlaces, patientPlaces, wordings, type Carries, type ItemTemplate, type LetterTemplate, type TemplateSet } from './types.js';

const words = z.string().min(1).max(2_000).refine((text) => text === text.trim(), 'har mellomrom i endene');
const line = words.refine((text) => !text.includes('\n'), 'skal stå på én linje');
const common = {
  id: z.string().regex(/^[a-z-]+\.(nothing|health)\.(nb|nn|en)$/),
  version: z.int().min(1),
  validFrom: z.string().refine(isOsloDate, 'er ikke en dato'),
  language: z.enum(languages),
  carries: z.enum(carriages),
};
const setSchema = z.strictObject({
  items: z.array(z.strictObject({ ...common, wording: z.enum(wordings as [string, ...string[]]), subject: line, body: words })),
  letters: z.array(z.strictObject({ ...common, facts: words, digestSubject: line, single: words, digest: words })),
});

/** The templates by id, each id's versions oldest first. */
export interface Templates {
  readonly items: ReadonlyMap<string, readonly ItemTemplate[]>;
  readonly letters: ReadonlyMap<string, readonly LetterTemplate[]>;
}

/**
 * Checks templates and joins them: their shape, that each place they name exists and may be named there, that versions
 * follow each other by number and by day, and that each wording is there in each language for each kind of channel.
 * @throws TemplateError `bad-template`, with all that is wrong.
 */
export function loadTemplates(sets: readonly TemplateSet[]): Templates {
  const faults = sets.flatMap(shapeFaults);
  const templates = {
    items: byId(sets.flatMap(({ items }) => items)),
    letters: byId(sets.flatMap(({ letters }) => letters)),
  };
  if (faults.length === 0) faults.push(...sets.flatMap(placeFaults), ...orderFaults(templates), ...missing(templates));
  if (faults.length > 0) throw new TemplateError('bad-template', `Meldingsmalene kan ikke brukes:\n${faults.join('\n')}`);
  return templates;
}

function shapeFaults(set: TemplateSet): string[] {
  const { error } = setSchema.safeParse(set);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

const itemPlaces: Readonly<Record<Carries, readonly string[]>> = { nothing: openPlaces, health: [...openPlaces, ...patientPlaces] };

function placeFaults({ items, letters }: TemplateSet): string[] {
  return [
    ...items.flatMap(({ id, carries, subject, body }) => unknownPlaces(id, itemPlaces[carries], [subject, body])),
    ...letters.flatMap(({ id, carries, facts, digestSubject, single, digest }) => [
      ...unknownPlaces(id, itemPlaces[carries], [facts]),
      ...unknownPlaces(id, letterPlaces, [digestSubject, single, digest]),
      ...[single, digest].filter((text) => !placesIn(text).includes('items')).map(() => `${id}: brevet mangler plassen {items}`),
    ]),
  ];
}

function unknownPlaces(id: string, allowed: readonly string[], texts: readonly string[]): string[] {
  const named = texts.flatMap(placesIn).filter((name) => !allowed.includes(name));
  const loose = texts.filter((text) => /[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, '')));
  return [...named.map((name) => `${id}: plassen {${name}} finnes ikke der`), ...loose.map(() => `${id}: en klamme mangler sin make`)];
}

function orderFaults({ items, letters }: Templates): string[] {
  return [...items, ...letters].flatMap(([id, versions]) =>
    versions.flatMap(({ version, validFrom }, index) => {
      const before = versions[index - 1];
      const follows = version === index + 1 && (before === undefined || validFrom > before.validFrom);
      return follows ? [] : [`${id}: versjonene skal være 1, 2, … og gjelde fra hver sin dag, i samme rekkefølge`];
    }),
  );
}

function missing({ items, letters }: Templates): string[] {
  const kinds = languages.flatMap((language) => carriages.map((carries) => `${carries}.${language}`));
  return [
    ...kinds.flatMap((kind) => wordings.map((wording) => `${wording}.${kind}`)).filter((id) => !items.has(id)),
    ...kinds.map((kind) => `letter.${kind}`).filter((id) => !letters.has(id)),
  ].map((id) => `${id}: malen mangler`);
}

function byId<T extends { readonly id: string; readonly version: number }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const template of all) found.set(template.id, [...(found.get(template.id) ?? []), template].sort((a, b) => a.version - b.version));
  return found;
}
