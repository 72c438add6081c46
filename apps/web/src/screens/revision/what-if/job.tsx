import { Alert, BodyShort, Button, Heading, ProgressBar } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { Problem } from '../../../client/problem.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Loading } from '../../../shared/states.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { useText } from '../messages.js';
import { Flips } from './flips.js';
import { cancelWhatIf, isUnderWay, jobQuery, whatIfKey, type Job } from './queries.js';
import { ResultView } from './result.js';

/** One what-if: how far it has come, and what came of it. */
export function WhatIfJob({ id }: { readonly id: string }) {
  const text = useText();
  const job = useQuery(jobQuery(id));
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever has started one, or come by its link, goes on here.
  useEffect(() => heading.current?.focus(), [id]);
  const isGone = job.error instanceof Problem && job.error.status === 404;
  return (
    <section aria-labelledby="beregning" className="revision-behind">
      <Heading level="2" size="medium" id="beregning" tabIndex={-1} ref={heading} spacing>
        {job.data?.title ?? text('answer')}
      </Heading>
      {job.isPending && <Loading rows={2} />}
      {isGone && <Alert variant="info" size="small">{text('jobGone')}</Alert>}
      {job.isError && job.data === undefined && !isGone && <ProblemView error={job.error} retry={() => void job.refetch()} />}
      {job.data !== undefined && <State job={job.data} />}
      {job.data?.result != null && (
        <>
          <ResultView result={job.data.result} />
          <Flips job={id} result={job.data.result} />
        </>
      )}
    </section>
  );
}

function State({ job }: { readonly job: Job }) {
  const text = useText();
  const cancel = useWrite(cancelWhatIf, [whatIfKey]);
  const { id, state, read, total, problem } = job;
  return (
    <div className="revision-state">
      <BodyShort role="status">{text(`said-${state}`)}</BodyShort>
      {problem !== null && <Alert variant="error" size="small">{problem}</Alert>}
      {isUnderWay(job) && (
        <>
          <ProgressBar aria-label={text('progress')} value={read} valueMax={Math.max(1, total)} size="small" />
          <BodyShort size="small">{text('readOf', { read, total })}</BodyShort>
          <Button size="small" variant="secondary" loading={cancel.isPending} onClick={() => cancel.mutate(id)}>
            {text('cancelJob')}
          </Button>
          <WriteProblem error={cancel.error} refresh={() => cancel.reset()} />
        </>
      )}
    </div>
  );
}
