import { BodyLong, Box, Heading, Search } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../shared/page.js';
import { Empty } from '../../shared/states.js';
import { termIds, useTerms } from '../../shared/terms/messages.js';
import { useLanguage } from '../../shared/texts.js';
import { matchingTerms } from './matching-terms.js';
import { useText } from './messages.js';
import { helpRoute } from './route.js';

/** Every term that is explained where it stands, in one place; and how to use the keyboard. */
export function HelpScreen(): ReactNode {
  const text = useText();
  const term = useTerms();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { sok = '' } = helpRoute.useSearch();
  const all = termIds.map((id) => ({ id, name: term(id), means: term(`${id}-means`) }));
  const shown = matchingTerms(all, sok, language);
  const search = (typed: string): void => void navigate({ to: '/hjelp', search: typed === '' ? {} : { sok: typed }, replace: true, resetScroll: false });
  return (
    <Page title={text('title')}>
      <BodyLong spacing>{text('keys')}</BodyLong>
      <Heading level="2" size="medium" spacing>
        {text('terms')}
      </Heading>
      <Box maxWidth="24rem" paddingBlock="space-0 space-16">
        <Search label={text('search')} hideLabel={false} size="small" variant="simple" value={sok} onChange={search} />
      </Box>
      <p role="status">{text('found', { count: shown.length })}</p>
      {shown.length === 0 && <Empty>{text('none')}</Empty>}
      {shown.length > 0 && (
        <dl style={{ maxWidth: '45rem' }}>
          {shown.map(({ id, name, means }) => (
            <div key={id} id={id}>
              <dt>
                <strong>{name}</strong>
              </dt>
              <dd style={{ margin: '0 0 1rem' }}>{means}</dd>
            </div>
          ))}
        </dl>
      )}
    </Page>
  );
}
