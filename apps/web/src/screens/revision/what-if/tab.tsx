import { BodyLong, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { instantShown } from '../../../shared/instant.js';
import { AppLink } from '../../../shared/link.js';
import { useLanguage } from '../../../shared/texts.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { changed } from '../use-question.js';
import { WhatIfForm } from './form.js';
import { WhatIfJob } from './job.js';
import { jobsQuery } from './queries.js';

/** What another rule would have meant: the question, how far it has come, and the answer. Its link can be opened again for an hour. */
export function WhatIfTab() {
  const text = useText();
  const { beregning } = revisionRoute.useSearch();
  return (
    <>
      <BodyLong spacing>{text('whatIfText')}</BodyLong>
      <WhatIfForm />
      {beregning !== undefined && <WhatIfJob key={beregning} id={beregning} />}
      <Mine shown={beregning} />
    </>
  );
}

/** One's own from the last hour. */
function Mine({ shown }: { readonly shown: string | undefined }) {
  const text = useText();
  const { language } = useLanguage();
  const search = revisionRoute.useSearch();
  const others = (useQuery(jobsQuery).data?.jobs ?? []).filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="beregninger" className="revision-behind">
      <Heading level="2" size="small" id="beregninger">
        {text('myJobs')}
      </Heading>
      <ul className="app-lines">
        {others.map(({ id, title, askedAt, state }) => (
          <li key={id}>
            <AppLink to="/revisjon" search={changed(search, { beregning: id, fra: undefined, til: undefined, regel: undefined, forklar: undefined })} resetScroll={false}>
              {title ?? text('noTitle')}
            </AppLink>
            {` (${text(`job-${state}`)}, ${instantShown(askedAt, language)})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
