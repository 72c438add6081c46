import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../../../shared/texts.js';
import { inLanguage, type DefinitionParts as PageParts, type TextIn } from '../definition.js';
import { definitionQuery, pathwayQuery } from '../queries.js';

interface Titled {
  readonly id: string;
  readonly title: TextIn;
}

/** What the tabs of the work around a pathway use of a definition, besides what the page does. */
export interface DefinitionParts extends PageParts {
  readonly duties: readonly Titled[];
  readonly requirements: readonly (Titled & {
    readonly needs: readonly { readonly anyOf: readonly string[]; readonly title: TextIn }[];
    readonly optional?: readonly { readonly code: string; readonly title: TextIn }[];
    readonly gates?: { readonly gate: 'blocks' | 'warns' };
  })[];
  readonly meetings?: readonly (Titled & { readonly participants: readonly { readonly code: string; readonly title: TextIn; readonly group?: string }[] })[];
}

/** The definition that the pathway follows; undefined until it is read. */
export function useDefinition(pathwayId: string): DefinitionParts | undefined {
  const regime = useQuery(pathwayQuery(pathwayId)).data?.regime;
  const { id, version } = regime?.definition ?? { id: '', version: '' };
  return useQuery({ ...definitionQuery(id, version), enabled: regime !== undefined }).data as DefinitionParts | undefined;
}

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
