import { filterOf, firstPile, isPile, type Pile } from './piles.js';

/** How a list can be sorted; the words stand in the address. */
export const sortings = { frist: 'due', ventet: 'waiting', mottatt: 'received', kontakt: 'contact', steg: 'step', gruppe: 'variant', oppfolger: 'owner' } as const;
export type Sorting = keyof typeof sortings;
export const isSorting = (word: unknown): word is Sorting => typeof word === 'string' && Object.hasOwn(sortings, word);

/** Filters of the address, and what the API calls each. All are codes and dates: never a name or number of a person. */
export const filters = { oppfolger: 'person', tur: 'owner', steg: 'step', gruppe: 'variant', regel: 'clock', for: 'dueBefore', forlop: 'definition', enhet: 'org' } as const;
export type Filter = keyof typeof filters;
export const filterNames = Object.keys(filters) as readonly Filter[];

/** What may be open beside the list. */
export const panels = ['filter', 'visninger'] as const;
export type Panel = (typeof panels)[number];

/** The search of the work list's address. */
export type WorklistSearch = { readonly [name in Filter]?: string } & { readonly liste?: Pile; readonly sorter?: Sorting; readonly omvendt?: true; readonly panel?: Panel };

/** Reads the search of an address or of a saved view; what it does not know is passed over. */
export function searchOf(given: Readonly<Record<string, unknown>>): WorklistSearch {
  const { liste, sorter, omvendt, panel } = given;
  const known = filterNames.flatMap((name) => (typeof given[name] === 'string' && given[name] !== '' ? [[name, given[name]] as const] : []));
  return {
    ...Object.fromEntries(known),
    ...(isPile(liste) && { liste }),
    ...(isSorting(sorter) && { sorter }),
    ...(omvendt === true && { omvendt }),
    ...(panels.some((one) => one === panel) && { panel: panel as Panel }),
  };
}

/** How many filters are set beside the pile. */
export const filterCount = (search: WorklistSearch): number => filterNames.filter((name) => search[name] !== undefined).length;

/** What the API is asked. */
export function queryOf(search: WorklistSearch) {
  const { liste = firstPile, sorter = 'frist', omvendt } = search;
  const chosen = filterNames.flatMap((name) => (search[name] === undefined ? [] : [[filters[name], wordOf(name, search[name])] as const]));
  return { ...filterOf[liste], ...(Object.fromEntries(chosen) as { readonly [name in (typeof filters)[Filter]]?: string }), sort: sortings[sorter], ...(omvendt === true && { descending: 'true' as const }) };
}

/** Whom `meg` and `ingen` stand for in the API's words. */
const people: Readonly<Record<string, string>> = { meg: 'me', ingen: 'nobody' };
const wordOf = (name: Filter, value: string): string => (name === 'oppfolger' ? (people[value] ?? value) : value);

/** The same list sorted by something else; once more the other way round. */
export function sortedBy(search: WorklistSearch, sorter: Sorting): WorklistSearch {
  const { omvendt, ...rest } = search;
  const isSame = (search.sorter ?? 'frist') === sorter;
  return { ...rest, sorter, ...(isSame && omvendt !== true && { omvendt: true }) };
}
