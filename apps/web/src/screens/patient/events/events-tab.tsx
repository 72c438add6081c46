import { Alert, Heading, Switch, VStack } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AppLink } from '../../../shared/link.js';
import { Empty } from '../../../shared/states.js';
import { useText } from '../messages.js';
import type { Pathway } from '../queries.js';
import { patientRoute } from '../route.js';
import { EventRow } from './event-row.js';
import { latestFirst } from './events.js';

/** Everything that has happened, the latest first, with what was put right and what never happened after all. */
export function EventsTab({ pathway }: { readonly pathway: Pathway }): ReactNode {
  const text = useText();
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const { system = false } = patientRoute.useSearch();
  const { timeline, findings, pathwayId } = pathway;
  const observed = timeline.filter(({ kind }) => kind === 'observation').length;
  const seen = latestFirst(system ? timeline : timeline.filter(({ kind }) => kind !== 'observation'));
  return (
    <VStack gap="space-12">
      <Heading level="2" size="small">{text('events')}</Heading>
      {findings.length > 0 && (
        <Alert size="small" variant="warning">
          {text('findingsAre')}
          <ul>
            {findings.map(({ code, fact }) => (
              <li key={`${code} ${fact}`}>
                <AppLink to={patientRoute.fullPath} params={{ id: pathwayId }} search={{ fane: 'hendelser', hendelse: fact }}>{timeline.find(({ id }) => id === fact)?.title ?? text('anEvent')}</AppLink>
                {`: ${findingShown(text, code)}`}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Switch size="small" checked={system} onChange={({ target }) => void navigate({ search: ({ system: _, ...rest }) => (target.checked ? { ...rest, system: true } : rest), resetScroll: false })}>
        {text('systemToo', { count: observed })}
      </Switch>
      {seen.length === 0 && <Empty>{text('noEvents')}</Empty>}
      <ul className="patient-events" aria-label={text('events')}>
        {seen.map((entry) => <EventRow key={entry.id} pathway={pathway} entry={entry} />)}
      </ul>
    </VStack>
  );
}

const known = ['unexpected-in-step', 'unknown-event', 'after-the-end', 'requirement-blocks', 'requirement-not-met', 'corrects-unknown', 'corrected-twice', 'created-retracted', 'changed-after-assessment'] as const;

/** What does not fit, in words; a code that the page does not know is said as that it does not fit. */
function findingShown(text: ReturnType<typeof useText>, code: string): string {
  const found = known.find((one) => one === code);
  return text(found === undefined ? 'finding-other' : `finding-${found}`);
}
