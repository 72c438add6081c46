import type { DefinitionParts } from '../definition.js';

type Spec = DefinitionParts['requirements'][number];

interface State {
  readonly has: readonly string[];
  readonly missing: readonly (readonly string[])[];
  readonly optionalMissing: readonly string[];
}

export interface TeamRow {
  readonly codes: readonly string[];
  readonly title: Spec['title'];
  /** There; must be there, and is missing; should be there, and is missing; is sought, and is missing. */
  readonly kind: 'has' | 'required' | 'missing' | 'optional';
}

/** A requirement's lines, with what the API says of each. One that does not hold for this patient is left out. */
export function rowsOf({ needs, optional = [], gates }: Spec, { has, missing, optionalMissing }: State): readonly TeamRow[] {
  const isMissing = (codes: readonly string[]): boolean => missing.some((one) => one.join() === codes.join());
  const required = needs.flatMap(({ anyOf, title }): TeamRow[] => {
    if (isMissing(anyOf)) return [{ codes: anyOf, title, kind: gates?.gate === 'blocks' ? 'required' : 'missing' }];
    return anyOf.some((code) => has.includes(code)) ? [{ codes: anyOf, title, kind: 'has' }] : [];
  });
  const sought = optional.flatMap(({ code, title }): TeamRow[] => {
    if (optionalMissing.includes(code)) return [{ codes: [code], title, kind: 'optional' }];
    return has.includes(code) ? [{ codes: [code], title, kind: 'has' }] : [];
  });
  return [...required, ...sought];
}
