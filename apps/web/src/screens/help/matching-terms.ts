/** A term as it is shown. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly means: string;
}

/** The terms that hold every word that was typed, in the alphabet of their language. */
export function matchingTerms(terms: readonly Shown[], typed: string, language: string): readonly Shown[] {
  const words = typed.toLocaleLowerCase(language).split(/\s+/).filter((word) => word !== '');
  const holds = ({ name, means }: Shown): boolean => words.every((word) => `${name} ${means}`.toLocaleLowerCase(language).includes(word));
  return terms.filter(holds).sort((a, b) => a.name.localeCompare(b.name, language));
}
