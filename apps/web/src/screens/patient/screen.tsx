import { BodyShort, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { pathwayKey, pathwayQuery } from './queries.js';
import { patientRoute } from './route.js';

/** One patient: who, where in the pathway, and the dates. */
export function PatientScreen(): ReactNode {
  const text = useText();
  const { language } = useLanguage();
  const { id } = patientRoute.useParams();
  const pathway = useQuery(pathwayQuery(id));
  useLive(useMemo(() => pathwayKey(id), [id]));
  if (pathway.isPending) return <Loading />;
  if (pathway.isError) return <Page title={text('title')}><ProblemView error={pathway.error} retry={() => void pathway.refetch()} /></Page>;
  const { patient, step, clocks, definitionTitle } = pathway.data;
  return (
    <Page title={patient.name === null ? text('noName') : `${patient.name.given} ${patient.name.family}`}>
      <BodyShort spacing>
        <AppLink to="/">{text('back')}</AppLink>
      </BodyShort>
      <BodyShort spacing>{definitionTitle}</BodyShort>
      <BodyShort spacing>{`${text('step')}: ${step.title}`}</BodyShort>
      <Heading level="2" size="small" spacing>
        {text('clocks')}
      </Heading>
      <ul>
        {clocks.map(({ key, title, dueOn }) => (
          <li key={key}>{dueOn === null ? title : `${title}: ${dayShown(dueOn, language)}`}</li>
        ))}
      </ul>
    </Page>
  );
}
