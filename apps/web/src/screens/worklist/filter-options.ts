import type { components } from '../../client/schema.js';
import type { Named } from '../../client/definitions.js';

/** Something that can be chosen: its code, and what it is called. */
export interface Option {
  readonly id: string;
  readonly title: components['schemas']['Text'];
}

/** What the definitions name, each code once: where several name it, as the last one does. */
export function optionsOf(definitions: readonly Named[]): { readonly [name in 'tur' | 'steg' | 'gruppe' | 'regel' | 'forlop']: readonly Option[] } {
  return {
    tur: byTitle(definitions.flatMap(({ roles }) => Object.entries(roles).map(([id, title]) => ({ id, title })))),
    steg: once(definitions.flatMap(({ steps }) => steps)),
    gruppe: byTitle(definitions.flatMap(({ groups }) => groups)),
    regel: byTitle(definitions.flatMap(({ clocks }) => clocks)),
    forlop: byTitle(definitions),
  };
}

const once = (options: readonly Option[]): readonly Option[] => [...new Map(options.map(({ id, title }) => [id, { id, title }])).values()];

const byTitle = (options: readonly Option[]): readonly Option[] => [...once(options)].sort((a, b) => a.title.nb.localeCompare(b.title.nb, 'nb'));
