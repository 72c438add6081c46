import { HelpText } from '@navikt/ds-react';
import { useTerms, type TermId } from './messages.js';

/** A term with its explanation where it stands: a button beside it opens it, by keyboard too. */
export function Term({ id }: { readonly id: TermId }) {
  const text = useTerms();
  const name = text(id);
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: '0.25rem' }}>
      {name}
      <HelpText title={text('what', { name })}>{text(`${id}-means`)}</HelpText>
    </span>
  );
}
