import { Alert, BodyLong, BodyShort, Button, Heading } from '@navikt/ds-react';
import { isPassing, Problem } from '../client/problem.js';
import { AppLink } from './link.js';
import { useText } from './messages.js';

/** What can be shown of an error: which sentences, and what to do about it. */
function kindOf(error: unknown): 'forbidden' | 'notFound' | 'away' | 'failed' {
  if (error instanceof Problem && error.status === 403) return 'forbidden';
  if (error instanceof Problem && (error.status === 404 || error.status === 410)) return 'notFound';
  return isPassing(error) ? 'away' : 'failed';
}

/**
 * In place of what could not be read: the sentence, what to do, and what to say to whoever mends it. Its button is neutral: the colour of a warning, on a
 * warning's ground, is too faint in the dark.
 */
export function ProblemView({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const text = useText();
  const kind = kindOf(error);
  return (
    <Alert variant={kind === 'failed' ? 'error' : 'warning'}>
      <Heading level="2" size="small" spacing>
        {text(`${kind}Title`)}
      </Heading>
      {error instanceof Problem && (kind === 'failed' || kind === 'forbidden') && <BodyLong spacing>{error.message}</BodyLong>}
      <BodyLong spacing>{text(`${kind}Do`)}</BodyLong>
      {error instanceof Problem && error.body.correlationId !== undefined && (
        <BodyShort size="small" spacing>
          {text('correlation', { code: error.code, id: error.body.correlationId })}
        </BodyShort>
      )}
      {(kind === 'forbidden' || kind === 'notFound') && (
        <BodyShort spacing>
          <AppLink to="/">{text('goToStart')}</AppLink>
        </BodyShort>
      )}
      {retry !== undefined && kind !== 'forbidden' && (
        <Button size="small" variant="secondary" data-color="neutral" onClick={retry}>
          {text('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
