import { BodyShort, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { instantShown } from '../../../shared/instant.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { useText, useWord } from '../messages.js';
import { revisionRoute } from '../route.js';
import { fileOf, runsQuery, type Run, type Schedule } from './queries.js';
import { useScheduleWords } from './words.js';

/** What a scheduled report has made, with its files and who was told. */
export function Runs({ schedule: { id, requestedAt } }: { readonly schedule: Schedule }) {
  const text = useText();
  const runs = useQuery(runsQuery(id, requestedAt !== null));
  if (runs.isPending) return <Loading />;
  if (runs.isError && runs.data === undefined) return <ProblemView error={runs.error} retry={() => void runs.refetch()} />;
  return (
    <section>
      <Heading level="3" size="xsmall" spacing>
        {text('schedule-runs')}
      </Heading>
      {runs.data.runs.length === 0 ? <Empty>{text('schedule-noRuns')}</Empty> : (
        <ul className="revision-runs">
          {runs.data.runs.map((run) => <OneRun key={run.id} run={run} />)}
        </ul>
      )}
    </section>
  );
}

function OneRun({ run }: { readonly run: Run }) {
  const text = useText();
  const word = useWord();
  const words = useScheduleWords();
  const { language } = useLanguage();
  const { laget } = revisionRoute.useSearch();
  const { id, outcome, occurrenceOn, madeAt, formats, sha256, mails } = run;
  const days = words.days(run);
  return (
    <li aria-current={laget === id ? 'true' : undefined}>
      <BodyShort weight="semibold">{days}</BodyShort>
      {outcome === 'refused' ? <BodyShort>{text('schedule-refused', { at: instantShown(madeAt, language) })}</BodyShort> : (
        <>
          <BodyShort size="small">{text(occurrenceOn === null ? 'schedule-madeAsked' : 'schedule-made', { at: instantShown(madeAt, language) })}</BodyShort>
          <ul className="revision-files" aria-label={text('schedule-files', { days })}>
            {formats.map((format) => (
              <li key={format}>
                <a className="aksel-link" href={fileOf(run, format)} download={`fristrapport-${run.from}-${run.to}.${format}`}>
                  {text(`format-${format}`)}
                </a>
              </li>
            ))}
          </ul>
          <BodyShort size="small" className="revision-hash">{text('schedule-hash')} <code>{sha256}</code></BodyShort>
        </>
      )}
      {mails.length > 0 && (
        <ul className="app-lines">
          {mails.map(({ receiver, kind, state, sentAt }) => (
            <li key={`${receiver.id} ${kind}`}>
              {text('schedule-mail', { who: receiver.name ?? receiver.id, what: word('mail', kind), how: sentAt === null ? word('mail', state) : text('mail-sent', { at: instantShown(sentAt, language) }) })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
