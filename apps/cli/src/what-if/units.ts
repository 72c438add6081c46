import type { Organisation } from '@forlop/ledger';
import { wrongUse } from '../failure.js';

/**
 * The ids of organisations named by id or name, with all below them; undefined when none is named.
 * @throws Failure when a name is of nobody, or of several.
 */
export function unitsNamed(named: readonly string[], organisations: readonly Organisation[]): readonly string[] | undefined {
  if (named.length === 0) return undefined;
  return [...new Set(named.flatMap((name) => withBelow(one(name, organisations).id, organisations)))].sort();
}

function one(name: string, organisations: readonly Organisation[]): Organisation {
  const found = organisations.filter((organisation) => organisation.id === name || organisation.name.toLowerCase() === name.toLowerCase());
  if (found.length === 1) return found[0]!;
  if (found.length > 1) throw wrongUse('ambiguous-unit', `${found.length} virksomheter heter «${name}». Bruk id: ${found.map(({ id }) => id).join(', ')}.`);
  const near = organisations.filter((organisation) => organisation.name.toLowerCase().includes(name.toLowerCase())).slice(0, 5);
  throw wrongUse('unknown-unit', `Ingen virksomhet heter «${name}».${near.length === 0 ? '' : ` Mente du ${near.map((organisation) => `«${organisation.name}»`).join(' eller ')}?`}`);
}

function withBelow(id: string, organisations: readonly Organisation[]): string[] {
  return [id, ...organisations.filter(({ parentId }) => parentId === id).flatMap((child) => withBelow(child.id, organisations))];
}
