/** One thing wrong with a patch: where in it, and what to do about it. */
export interface PatchProblem {
  /** Path into the document, e.g. `clocks.FRIST-VURDERING.start[0].event`; empty for the whole of it. */
  readonly path: string;
  readonly sentence: string;
}

/** A patch that cannot be used. Holds everything that is wrong, not only the first thing. */
export class PatchError extends Error {
  readonly code = 'bad-patch';
  constructor(readonly problems: readonly PatchProblem[]) {
    super(['Endringen kan ikke brukes:', ...problems.map(({ path, sentence }) => `  ${path || 'dokumentet'}: ${sentence}`)].join('\n'));
    this.name = 'PatchError';
  }
}

/** `clocks.FRIST-VURDERING.start[0].event` from its parts. */
export function pathText(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => (typeof part === 'number' ? `${path}[${part}]` : path === '' ? String(part) : `${path}.${String(part)}`), '');
}
