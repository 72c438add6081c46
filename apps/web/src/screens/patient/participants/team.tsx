import { BodyShort, Heading, Tag, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../../shared/states.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { useDefinition } from '../definition.js';
import { pathwayQuery } from '../queries.js';
import { useText } from './messages.js';
import { rowsOf } from './team-rows.js';

const colours = { has: 'success', required: 'danger', missing: 'warning', optional: 'neutral' } as const;

/** What the definition requires and seeks just now, such as who takes part in the assessment: what is there, and what is missing. */
export function Team({ id }: { readonly id: string }) {
  const text = useText();
  const { language } = useLanguage();
  const { parts } = useDefinition(id);
  const requirements = useQuery(pathwayQuery(id)).data?.requirements ?? [];
  return (
    <VStack gap="space-12">
      <Heading level="3" size="xsmall">
        {text('team')}
      </Heading>
      {requirements.length === 0 && <Empty>{text('noRequirements')}</Empty>}
      {requirements.map((state) => {
        const spec = parts?.requirements.find((one) => one.id === state.id);
        if (spec === undefined) return null;
        return (
          <section key={state.id} aria-label={inLanguage(spec.title, language)}>
            <BodyShort weight="semibold">{inLanguage(spec.title, language)}</BodyShort>
            <ul>
              {rowsOf(spec, state).map((row) => (
                <li key={row.codes.join()}>
                  {inLanguage(row.title, language)}{' '}
                  <Tag size="xsmall" variant="outline" data-color={colours[row.kind]}>
                    {text(`team-${row.kind}`)}
                  </Tag>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </VStack>
  );
}
