import { osloDateOf } from '@forlop/calendar';
import { planOf, readMapping, type LineContext, type Mapping, type Planned } from '@forlop/extract';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger } from '@forlop/ledger';
import { nameKey, type Organisations } from './take-part.js';

/** How an extract is read, in words that can be sent to a worker. */
export interface Reading {
  readonly mapping: { readonly text: string; readonly name: string };
  readonly header: readonly string[];
  readonly context: LineContext;
}

/** Reads the mapping anew and holds it against the header. @throws MappingError. */
export function planned({ mapping, header }: Reading, rules: LoadedRules): Planned {
  return planOf(readMapping(mapping.text, mapping.name, rules), header, rules);
}

/** What lines are held against now. Numbers of test series are people everywhere but in production. */
export function lineContext(env: NodeJS.ProcessEnv): LineContext {
  return { today: osloDateOf(Date.now()), acceptSynthetic: env.NODE_ENV !== 'production' };
}

/** The ledger's organisations by what the mapping says that the extract calls them. A name that two have is nobody's. */
export async function organisationsBy({ organisation }: Mapping, ledger: Ledger): Promise<NonNullable<Organisations>> {
  const numbers = { resh: 'reshId', orgnr: 'orgNumber', her: 'herId', name: 'name' } as const;
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const one of await ledger.organisations()) {
    const name = one[numbers[organisation.by]];
    if (name === undefined || name === null) continue;
    if (found.has(nameKey(name))) twice.add(nameKey(name));
    found.set(nameKey(name), one.id);
  }
  for (const name of twice) found.delete(name);
  return found;
}
