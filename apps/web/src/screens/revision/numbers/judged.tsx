import { Alert, BodyShort } from '@navikt/ds-react';
import { dayShown } from '../../../shared/day.js';
import { useLanguage } from '../../../shared/texts.js';
import { useText } from '../messages.js';
import type { Report } from '../queries.js';

/** Of which days and by which knowledge the numbers are, in a sentence; and that small numbers are hidden, where they are. */
export function Judged({ report: { query, suppressed } }: { readonly report: Report }) {
  const text = useText();
  const { language } = useLanguage();
  const day = (date: string): string => dayShown(date, language);
  const known = query.knownAt === null ? text('knownNow') : text('knownThen', { place: query.knownAt });
  return (
    <>
      <BodyShort spacing role="status">
        {text(`judged-${query.cohort}`, { from: day(query.from), to: day(query.to), day: day(query.asOf) })} {known}
      </BodyShort>
      {suppressed === 'small-numbers' && (
        <Alert variant="info" size="small" className="revision-note">
          {text('suppressed')}
        </Alert>
      )}
    </>
  );
}
