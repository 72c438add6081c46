import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { definitionsQuery, type Named } from '../../client/definitions.js';
import { meQuery, useMay } from '../../client/me.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { organisationsQuery, type Organisation } from './queries.js';
import { revisionRoute } from './route.js';
import { openedKeys, type RevisionSearch } from './search.js';
import type { Sight } from './units.js';

/** Changes the address; what is set to `undefined` leaves it. @param keep whether the number that is open stays open. */
export function useGo(): (change: { readonly [Key in keyof RevisionSearch]?: RevisionSearch[Key] | undefined }, keep?: boolean) => void {
  const navigate = useNavigate();
  const search = revisionRoute.useSearch();
  return (change, keep = false) => void navigate({ to: '/revisjon', search: changed(search, change, keep), resetScroll: false });
}

/** An address with a change. A number that is open belongs to one question, so it closes when another is asked. */
export function changed(search: RevisionSearch, change: { readonly [Key in keyof RevisionSearch]?: RevisionSearch[Key] | undefined }, keep = false): RevisionSearch {
  const rest = Object.fromEntries(Object.entries(search).filter(([key]) => keep || !(openedKeys as readonly string[]).includes(key)));
  return Object.fromEntries(Object.entries({ ...rest, ...change }).filter(([, value]) => value !== undefined));
}

/** Which organisations are shown: the one asked about, and none above one's own. Whoever sees no patient is given all of them. */
export function useSight(): Sight {
  const { enhet } = revisionRoute.useSearch();
  const unit = useQuery(meQuery).data?.unit;
  const mayOpen = useMayOpen();
  return { within: enhet ?? null, own: mayOpen ? (unit?.id ?? null) : null };
}

const noOrganisations: readonly Organisation[] = [];
export const useOrganisations = (): readonly Organisation[] => useQuery(organisationsQuery).data?.organisations ?? noOrganisations;

const noDefinitions: readonly Named[] = [];
export const useDefinitions = (): readonly Named[] => useQuery(definitionsQuery).data ?? noDefinitions;

/** What definitions, clocks, groups of patients and steps are called, in the language that is chosen; the id where nothing is known of it. A clock or step of `''` is that of any definition. */
export function useTitles(): { readonly definition: (id: string) => string; readonly clock: (definition: string, id: string) => string; readonly group: (id: string) => string; readonly step: (definition: string, id: string) => string } {
  const definitions = useDefinitions();
  const { language } = useLanguage();
  const named = (id: string): readonly Named[] => definitions.filter((one) => one.id === id);
  return {
    definition: (id) => {
      const title = named(id).at(-1)?.title;
      return title === undefined ? id : inLanguage(title, language);
    },
    clock: (definition, id) => {
      // Where the definition is not known: rules that several share have one name.
      const title = (definition === '' ? definitions : named(definition)).flatMap(({ clocks }) => clocks).findLast((clock) => clock.id === id)?.title;
      return title === undefined ? id : inLanguage(title, language);
    },
    step: (definition, id) => {
      const title = (definition === '' ? definitions : named(definition)).flatMap(({ steps }) => steps).findLast((step) => step.id === id)?.title;
      return title === undefined ? id : inLanguage(title, language);
    },
    group: (id) => {
      const title = definitions.flatMap(({ groups }) => groups).findLast((group) => group.id === id)?.title;
      return title === undefined ? id : inLanguage(title, language);
    },
  };
}

/** Whoever may open numbers sees patients, and is given every number; the others have small ones hidden, and ask for whole years. */
export const useMayOpen = (): boolean => useMay('compliance.open');
