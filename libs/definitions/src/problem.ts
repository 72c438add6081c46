/** One thing wrong with a definition: in which document, where in it, a stable code and a sentence that says what to do. */
export interface DefinitionProblem {
  /** `langvarig-utmattelse@1.0.0`, or the fragment that the faulty part stands in. */
  readonly document: string;
  /** JSON pointer into that document, e.g. `/clocks/3/metBy/0/event`; empty for the whole document. */
  readonly path: string;
  readonly code: string;
  readonly sentence: string;
}

/** A definition that must not be used. Holds everything that is wrong, not only the first thing. */
export class DefinitionError extends Error {
  constructor(readonly problems: readonly DefinitionProblem[]) {
    super(['Definisjonen kan ikke brukes:', ...problems.map((p) => `  ${p.document} ${p.path || '/'}: ${p.sentence} [${p.code}]`)].join('\n'));
    this.name = 'DefinitionError';
  }
}

/** A JSON pointer from its parts (RFC 6901). */
export function pointer(parts: readonly PropertyKey[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
