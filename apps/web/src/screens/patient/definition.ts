import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { inLanguage, useLanguage, type TextIn } from '../../shared/texts.js';
import { definitionQuery, pathwayQuery, type Field } from './queries.js';

interface Titled {
  readonly id: string;
  readonly title: TextIn;
}

/** What the page uses of a definition; its own JSON Schema (`libs/definitions`) says what else there is. */
export interface DefinitionParts {
  readonly roles: Readonly<Record<string, TextIn>>;
  readonly steps: readonly Titled[];
  readonly clocks: readonly Titled[];
  readonly duties: readonly Titled[];
  readonly events: Readonly<Record<string, { readonly title: TextIn; readonly fields?: Readonly<Record<string, Field>>; readonly text?: 'optional' | 'required' }>>;
  readonly commands: readonly (Titled & { readonly from: readonly string[] | '*' })[];
  readonly requirements: readonly (Titled & {
    readonly needs: readonly { readonly anyOf: readonly string[]; readonly title: TextIn }[];
    readonly optional?: readonly { readonly code: string; readonly title: TextIn }[];
    readonly gates?: { readonly gate: 'blocks' | 'warns' };
  })[];
  readonly meetings?: readonly (Titled & { readonly participants: readonly { readonly code: string; readonly title: TextIn; readonly group?: string }[] })[];
}

/** The definition that the pathway follows (undefined until it is read), with titles of what the API names by id; the id itself until then. */
export function useDefinition(pathwayId: string) {
  const { language } = useLanguage();
  const regime = useQuery(pathwayQuery(pathwayId)).data?.regime;
  const { id, version } = regime?.definition ?? { id: '', version: '' };
  const { data } = useQuery({ ...definitionQuery(id, version), enabled: regime !== undefined });
  return useMemo(() => {
    const shown = (title: TextIn | undefined, name: string): string => (title === undefined ? name : inLanguage(title, language));
    const among = (list: readonly Titled[] | undefined) => (name: string) => shown(list?.find((one) => one.id === name)?.title, name);
    return {
      parts: data,
      role: (name: string) => shown(data?.roles[name], name),
      step: among(data?.steps),
      clock: among(data?.clocks),
      duty: among(data?.duties),
      event: (type: string) => shown(data?.events[type]?.title, type),
    };
  }, [data, language]);
}
