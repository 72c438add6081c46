import { BodyLong, Button, Select, Textarea, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Problem } from '../../client/problem.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { examples } from './examples.js';
import { useText } from './messages.js';
import { rehearsalQuery } from './queries.js';
import { Result } from './result.js';
import { rehearseRoute } from './route.js';

/** Choose or write a scenario, and see what the rules make of it, day by day. No real patient, and nothing is kept. */
export function RehearseScreen(): ReactNode {
  const text = useText();
  const { scenario: id } = rehearseRoute.useSearch();
  const chosen = examples.find((example) => example.id === id);
  return (
    <Page title={text('title')}>
      <BodyLong spacing>{text('intro')}</BodyLong>
      <Choose chosen={chosen?.id ?? ''} />
      <Write key={chosen?.id ?? ''} begin={chosen?.scenario ?? ''} />
    </Page>
  );
}

function Choose({ chosen }: { readonly chosen: string }) {
  const text = useText();
  const navigate = useNavigate();
  const { scenario: _scenario, ...rest } = rehearseRoute.useSearch();
  const choose = (scenario: string): void => void navigate({ to: '/ov', search: { ...rest, ...(scenario !== '' && { scenario }) }, resetScroll: false });
  return (
    <Select label={text('example')} size="small" value={chosen} onChange={({ target }) => choose(target.value)} className="rehearse-field">
      <option value="">{text('own')}</option>
      {examples.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </Select>
  );
}

function Write({ begin }: { readonly begin: string }) {
  const text = useText();
  const [written, setWritten] = useState(begin);
  const [played, setPlayed] = useState<string | null>(begin === '' ? null : begin);
  const [isMissing, setMissing] = useState(false);
  const rehearsal = useQuery(rehearsalQuery(played));
  const play = (event: FormEvent): void => {
    event.preventDefault();
    const isEmpty = written.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) return;
    if (written === played) void rehearsal.refetch();
    else setPlayed(written);
  };
  return (
    <>
      <form onSubmit={play}>
        <VStack gap="space-16" paddingBlock="space-16 space-24">
          <Textarea
            label={text('scenario')}
            description={text('scenarioText')}
            size="small"
            minRows={6}
            maxRows={18}
            spellCheck={false}
            value={written}
            onChange={({ target }) => setWritten(target.value)}
            error={isMissing ? text('missing') : undefined}
          />
          <Faults error={rehearsal.error} retry={() => void rehearsal.refetch()} />
          <div>
            <Button type="submit" size="small" loading={rehearsal.isFetching}>
              {text('play')}
            </Button>
          </div>
        </VStack>
      </form>
      {played !== null && rehearsal.isPending && <Loading />}
      {rehearsal.data !== undefined && <Result rehearsal={rehearsal.data} isOld={written !== played} />}
    </>
  );
}

/** What is wrong with the scenario, line by line; or that it could not be played now. */
function Faults({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  if (error === null) return null;
  return error instanceof Problem && error.status === 400 ? <WriteProblem error={error} refresh={retry} /> : <ProblemView error={error} retry={retry} />;
}
