import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage, type Language } from '../../shared/texts.js';
import { definitionQuery, type Field, type Pathway } from './queries.js';

export interface TextIn {
  readonly nb: string;
  readonly en?: string;
}
interface Titled {
  readonly id: string;
  readonly title: TextIn;
}

/** What the page uses of a definition; its own JSON Schema (`libs/definitions`) says what else there is. */
export interface DefinitionParts {
  readonly roles: Readonly<Record<string, TextIn>>;
  readonly steps: readonly Titled[];
  readonly clocks: readonly Titled[];
  readonly events: Readonly<Record<string, { readonly title: TextIn; readonly fields?: Readonly<Record<string, Field>>; readonly text?: 'optional' | 'required' }>>;
  readonly commands: readonly (Titled & { readonly from: readonly string[] | '*' })[];
}

export const inLanguage = (text: TextIn, language: Language): string => (language === 'en' ? (text.en ?? text.nb) : text.nb);

/** The definition that the pathway follows, with titles of what the API names by id; the id itself until it is read. */
export function useDefinition({ regime }: Pick<Pathway, 'regime'>) {
  const { language } = useLanguage();
  const { data } = useQuery(definitionQuery(regime.definition.id, regime.definition.version));
  return useMemo(() => {
    const shown = (title: TextIn | undefined, id: string): string => (title === undefined ? id : inLanguage(title, language));
    return {
      parts: data,
      role: (id: string) => shown(data?.roles[id], id),
      step: (id: string) => shown(data?.steps.find((one) => one.id === id)?.title, id),
      clock: (id: string) => shown(data?.clocks.find((one) => one.id === id)?.title, id),
      event: (type: string) => shown(data?.events[type]?.title, type),
    };
  }, [data, language]);
}
export type Definition = ReturnType<typeof useDefinition>;
