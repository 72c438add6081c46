import { Alert, BodyLong, Heading, VStack } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useMay } from '../../../client/me.js';
import { AppLink } from '../../../shared/link.js';
import { Page } from '../../../shared/page.js';
import { Actions } from '../parts/actions.js';
import { BreakGlassForm } from './break-glass-form.js';
import { useText } from './messages.js';

/** In place of a patient whom whoever looks does not see: says so, and offers break-glass to those whose role has it. Whether there is such a patient it does not say. */
export function NoAccess({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const mayBreak = useMay('break-glass.use');
  return (
    <Page title={text('title')}>
      <VStack gap="space-16" align="start">
        <Alert variant="warning">
          <BodyLong spacing>{text('why')}</BodyLong>
          <BodyLong>{text('whatToDo')}</BodyLong>
        </Alert>
        <AppLink to="/">{text('start')}</AppLink>
        {mayBreak && (
          <section aria-labelledby="break-glass">
            <Heading level="2" size="small" spacing id="break-glass">
              {text('glass')}
            </Heading>
            <BodyLong spacing>{text('glassWhat')}</BodyLong>
            <Actions list={[{ name: 'nodtilgang', label: text('use'), form: (close) => <BreakGlassForm id={id} close={close} /> }]} />
          </section>
        )}
      </VStack>
    </Page>
  );
}
