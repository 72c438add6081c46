import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '../../../client/client.js';
import { useLanguage, type Language } from '../../../shared/texts.js';
import { pathwayQuery } from '../queries.js';

interface TextIn {
  readonly nb: string;
  readonly en?: string;
}
interface Titled {
  readonly id: string;
  readonly title: TextIn;
}

/** What the tabs use of a definition; its own JSON Schema (`libs/definitions`) says what else there is. */
export interface DefinitionParts {
  readonly roles: Readonly<Record<string, TextIn>>;
  readonly events: Readonly<Record<string, { readonly fields?: Readonly<Record<string, { readonly codes?: Readonly<Record<string, TextIn>> }>> }>>;
  readonly steps: readonly Titled[];
  readonly duties: readonly Titled[];
  readonly requirements: readonly (Titled & {
    readonly needs: readonly { readonly anyOf: readonly string[]; readonly title: TextIn }[];
    readonly optional?: readonly { readonly code: string; readonly title: TextIn }[];
  })[];
  readonly meetings?: readonly (Titled & { readonly participants: readonly { readonly code: string; readonly title: TextIn; readonly group?: string }[] })[];
}

/** A version never changes. */
const definitionQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['definition', id, version],
    queryFn: async ({ signal }) => (await read(api.GET('/api/v1/definitions/{id}/{version}', { signal, params: { path: { id, version } } }))) as unknown as DefinitionParts,
    staleTime: Infinity,
  });

/** The definition that the pathway follows; undefined until it is read. */
export function useDefinition(pathwayId: string): DefinitionParts | undefined {
  const regime = useQuery(pathwayQuery(pathwayId)).data?.regime;
  const { id, version } = regime?.definition ?? { id: '', version: '' };
  return useQuery({ ...definitionQuery(id, version), enabled: regime !== undefined }).data;
}

export const inLanguage = (text: TextIn, language: Language): string => (language === 'en' ? (text.en ?? text.nb) : text.nb);

/** Titles of what the API names by id; the id itself until the definition is read. */
export interface Titles {
  readonly role: (id: string) => string;
  readonly step: (id: string) => string;
  readonly duty: (id: string) => string;
}

export function useTitles(pathwayId: string): Titles {
  const definition = useDefinition(pathwayId);
  const { language } = useLanguage();
  return useMemo(() => {
    const among = (list: readonly Titled[] | undefined) => (id: string) => {
      const found = list?.find((one) => one.id === id);
      return found === undefined ? id : inLanguage(found.title, language);
    };
    const role = (id: string): string => {
      const found = definition?.roles[id];
      return found === undefined ? id : inLanguage(found, language);
    };
    return { role, step: among(definition?.steps), duty: among(definition?.duties) };
  }, [definition, language]);
}
