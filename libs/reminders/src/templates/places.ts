const place = /\{([^{}]*)\}/g;

/** The names of the places in a text, as a type: `PlacesIn<'Frist: {due}'>` is `'due'`. */
export type PlacesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlacesIn<Rest> : never;

/** The names of the places in a text. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(place)].map(([, name = '']) => name);
}

/** Values by place; null: there is none. */
export type Values = Readonly<Record<string, string | null | undefined>>;

/**
 * Fills in the places. A line that names a place without a value falls out, and so do empty lines that then stand together.
 * Values are put in once: one that looks like a place stays as it is.
 */
export function fill(text: string, values: Values): string {
  const lines = text.split('\n').filter((line) => placesIn(line).every((name) => hasValue(values[name])));
  const filled = lines.map((line) => line.replace(place, (_, name: string) => values[name] ?? ''));
  return filled.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

function hasValue(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value !== '';
}

/** A value on one line: what came from outside cannot add lines, headers or hidden signs. */
export function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\s+/g, ' ').trim();
}
