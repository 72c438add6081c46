import { BodyShort, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { dayShown } from '../../shared/day.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { requirementsQuery, type Waiting } from './queries.js';

/** What the referral lacks, in the definition's words, and whether it was asked for. */
export function Missing({ row }: { readonly row: Waiting }) {
  const text = useText();
  const { language } = useLanguage();
  const { missing, supplementAskedOn } = row.referral;
  const requirements = useQuery(requirementsQuery(row.definition.id, row.definition.version));
  const titleOf = (requirement: string, anyOf: readonly string[]): string => {
    const need = requirements.data?.find(({ id }) => id === requirement)?.needs.find((one) => one.anyOf.join() === anyOf.join());
    return need === undefined ? anyOf.join(text('or')) : (inLanguage(need.title, language));
  };
  if (missing.length === 0) return <BodyShort>{text('complete')}</BodyShort>;
  return (
    <div>
      <Heading level="3" size="xsmall">{text('missing')}</Heading>
      {missing.map(({ requirement, title, anyOf }) => (
        <div key={requirement}>
          <BodyShort>{title}</BodyShort>
          <ul className="app-lines">{anyOf.map((codes) => <li key={codes.join()}>{titleOf(requirement, codes)}</li>)}</ul>
        </div>
      ))}
      {supplementAskedOn !== null && <BodyShort>{text('supplementAsked', { on: dayShown(supplementAskedOn, language) })}</BodyShort>}
    </div>
  );
}
