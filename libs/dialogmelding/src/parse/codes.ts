import type { Code } from '../code-systems.js';
import type { Element } from '../xml/element.js';

/** A coded element (CV or CS); null if it is not there or has no code. */
export function codeOf(element: Element | null): Code | null {
  const code = element?.attribute('V') ?? null;
  return element === null || code === null ? null : { code, system: element.attribute('S'), name: element.attribute('DN') };
}

/** Identifiers of one party by their kind: HER, HPR, ENH, FNR, DNR … The first of each kind counts. */
export type Identifiers = Readonly<Record<string, string>>;

/** Collects identifiers given as pairs of kind and number; whoever has none of a kind lacks it. */
export function identifiersOf(pairs: ReadonlyArray<readonly [kind: string | null, id: string | null]>): Identifiers {
  const found: Record<string, string> = {};
  for (const [kind, id] of pairs) if (kind !== null && id !== null) found[kind.toUpperCase()] ??= id;
  return found;
}
