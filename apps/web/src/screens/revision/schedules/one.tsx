import { Alert, BodyShort, Button, Heading, HStack, VStack } from '@navikt/ds-react';
import { useMay } from '../../../client/me.js';
import { useWrite } from '../../../client/use-write.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { useGo, useTitles } from '../use-question.js';
import { ScheduleForm } from './form.js';
import { makeNow, pauseSchedule, removeSchedule, resumeSchedule, schedulesKey, type Schedule } from './queries.js';
import { Runs } from './runs.js';
import { useScheduleWords } from './words.js';

interface Props {
  readonly schedule: Schedule;
  readonly refresh: () => void;
}

/** One scheduled report, with what can be done with it and, opened, what it has made. */
export function OneSchedule({ schedule, refresh }: Props) {
  const text = useText();
  const go = useGo();
  const words = useScheduleWords();
  const titles = useTitles();
  const { rapport, gjor } = revisionRoute.useSearch();
  const { id, title, organisation, definition, clocks, owner, receivers, state, pausedWhy, next, requestedAt } = schedule;
  const open = rapport === id;
  const about = definition === null ? text('allClocks') : clocks === null ? titles.definition(definition) : clocks.map((clock) => titles.clock(definition, clock)).join(', ');
  if (open && gjor === 'endre') return <ScheduleForm schedule={schedule} close={() => go({ gjor: undefined })} />;
  return (
    <VStack gap="space-8">
      <Heading level="2" size="small">
        {title}
      </Heading>
      <BodyShort>{`${organisation} · ${about} · ${words.rhythm(schedule)}`}</BodyShort>
      {state === 'deleted' && <BodyShort>{text('schedule-deleted')}</BodyShort>}
      {state === 'paused' && (pausedWhy === null ? <BodyShort weight="semibold">{text('schedule-paused')}</BodyShort> : <Alert size="small" variant="warning">{text('schedule-ownerWithoutRight')}</Alert>)}
      {next !== null && <BodyShort weight="semibold">{words.next(next)}</BodyShort>}
      {requestedAt !== null && <BodyShort role="status">{text('schedule-waits')}</BodyShort>}
      {state !== 'deleted' && (
        <BodyShort size="small">
          {text('schedule-told', { who: receivers.map(({ id: one, name }) => name ?? one).join(', ') || text('schedule-nobody'), owner: owner.name ?? owner.id })}
        </BodyShort>
      )}
      {open && gjor === 'slett' ? <Remove schedule={schedule} refresh={refresh} /> : <Acts schedule={schedule} refresh={refresh} open={open} />}
      {open && <Runs schedule={schedule} />}
    </VStack>
  );
}

/** What can be done; what somebody may not is left out. */
function Acts({ schedule: { id, state, pausedWhy }, refresh, open }: Props & { readonly open: boolean }) {
  const text = useText();
  const go = useGo();
  const may = useMay('compliance.schedule') && state !== 'deleted';
  const paused = useWrite(pauseSchedule(id), [schedulesKey]);
  const resumed = useWrite(resumeSchedule(id), [schedulesKey]);
  const made = useWrite(makeNow(id), [schedulesKey]);
  return (
    <>
      <HStack gap="space-8" wrap>
        <Button size="xsmall" variant="secondary" aria-expanded={open} onClick={() => go({ rapport: open ? undefined : id, gjor: undefined, laget: undefined })}>
          {text(open ? 'schedule-close' : 'schedule-open')}
        </Button>
        {may && (
          <>
            {pausedWhy === null && (
              <Button size="xsmall" variant="secondary" loading={made.isPending} onClick={() => made.mutate(null, { done: () => toasts.add(text('schedule-ordered')), onSuccess: () => go({ rapport: id }) })}>
                {text('schedule-now')}
              </Button>
            )}
            <Button size="xsmall" variant="secondary" onClick={() => go({ rapport: id, gjor: 'endre' })}>
              {text(pausedWhy === null ? 'schedule-change' : 'schedule-takeOver')}
            </Button>
            {state === 'active' && (
              <Button size="xsmall" variant="secondary" loading={paused.isPending} onClick={() => paused.mutate(null, { done: () => toasts.add(text('schedule-pausedNow')) })}>
                {text('schedule-pause')}
              </Button>
            )}
            {state === 'paused' && pausedWhy === null && (
              <Button size="xsmall" variant="secondary" loading={resumed.isPending} onClick={() => resumed.mutate(null, { done: () => toasts.add(text('schedule-resumed')) })}>
                {text('schedule-resume')}
              </Button>
            )}
            <Button size="xsmall" variant="tertiary" onClick={() => go({ rapport: id, gjor: 'slett' })}>
              {text('schedule-remove')}
            </Button>
          </>
        )}
      </HStack>
      <WriteProblem error={made.error ?? paused.error ?? resumed.error} refresh={refresh} />
    </>
  );
}

/** Asked about before: it does not come back. */
function Remove({ schedule: { id, title }, refresh }: Props) {
  const text = useText();
  const go = useGo();
  const write = useWrite(removeSchedule(id), [schedulesKey]);
  return (
    <WriteForm save={text('schedule-remove')} write={write} refresh={refresh} cancel={() => go({ gjor: undefined })} submit={() => write.mutate(null, { done: () => toasts.add(text('schedule-removed', { title })), onSuccess: () => go({ gjor: undefined }) })}>
      <BodyShort>{text('schedule-removeFollows')}</BodyShort>
    </WriteForm>
  );
}
