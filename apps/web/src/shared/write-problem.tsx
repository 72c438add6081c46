import { Alert, BodyLong, BodyShort, Button, Heading } from '@navikt/ds-react';
import { isConflict, Problem } from '../client/problem.js';
import { ProblemView } from './problem-view.js';
import { useText } from './messages.js';

/**
 * Above a form's buttons when saving failed. The form keeps what was typed; when somebody else was first, `refresh` reads what they did, with
 * which the form's next try gives its new `expectedPosition`.
 */
export function WriteProblem({ error, refresh }: { readonly error: unknown; readonly refresh: () => void }) {
  const text = useText();
  if (error === null || error === undefined) return null;
  if (isConflict(error)) {
    return (
      <Alert variant="warning">
        <Heading level="2" size="small" spacing>
          {text('conflictTitle')}
        </Heading>
        <BodyLong spacing>{text('conflictDo')}</BodyLong>
        <Button size="small" variant="secondary" data-color="neutral" onClick={refresh}>
          {text('conflictShow')}
        </Button>
      </Alert>
    );
  }
  // Refusals have a sentence of their own, made for the person.
  if (error instanceof Problem && (error.status === 400 || error.status === 409)) {
    const { errors = [] } = error.body;
    // What a refusal says stands in its message; `errors` is then there and empty.
    const sentences = errors.length > 0 ? errors.map(({ sentence }) => sentence) : [error.message];
    return (
      <Alert variant="error">
        {sentences.map((sentence) => (
          <BodyShort key={sentence}>{sentence}</BodyShort>
        ))}
      </Alert>
    );
  }
  return <ProblemView error={error} />;
}
