import { Alert, Heading, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { AnswerForm } from './answer-form.js';
import { useText } from './messages.js';
import { askedQuery } from './queries.js';

/**
 * The way in from a reminder's link (`/pasient/<id>?paminnelse=…&lenke=…`): what was asked, and a form to answer it. Nothing where the address names
 * no reminder. The patient's page has it at its top.
 */
export function AnswerReminder({ pathwayId }: { readonly pathwayId: string }) {
  const { paminnelse, lenke } = useSearch({ strict: false });
  if (paminnelse === undefined) return null;
  return <Answer pathwayId={pathwayId} reminder={paminnelse} link={lenke} />;
}

function Answer({ pathwayId, reminder, link }: { readonly pathwayId: string; readonly reminder: string; readonly link: string | undefined }) {
  const text = useText();
  const asked = useQuery(askedQuery(pathwayId));
  if (asked.isPending) return <Loading rows={3} />;
  if (asked.isError) return <ProblemView error={asked.error} retry={() => void asked.refetch()} />;
  const one = asked.data.asked.find(({ id }) => id === reminder);
  return (
    <section className="app-panel" aria-label={text('title')}>
      <VStack gap="space-12">
        <Heading level="2" size="small">{text('title')}</Heading>
        {one === undefined ? <Alert variant="info">{text('notYours')}</Alert> : <AnswerForm key={one.id} pathwayId={pathwayId} asked={one} link={link} />}
      </VStack>
    </section>
  );
}
