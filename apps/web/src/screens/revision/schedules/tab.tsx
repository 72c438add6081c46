import { BodyLong, Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { meQuery, useMay } from '../../../client/me.js';
import { Blocks } from '../../../shared/blocks.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { useGo } from '../use-question.js';
import { ScheduleForm } from './form.js';
import { OneSchedule } from './one.js';
import { schedulesQuery } from './queries.js';

/** Reports that are made by themselves: what each is, when it comes, what it has made, and who was told. */
export function SchedulesTab() {
  const text = useText();
  const go = useGo();
  const may = useMay('compliance.schedule');
  const { rapport } = revisionRoute.useSearch();
  const list = useQuery(schedulesQuery);
  const me = useQuery(meQuery).data;
  if (list.isPending || me === undefined) return <Loading />;
  if (list.isError && list.data === undefined) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  const { schedules } = list.data;
  return (
    <>
      <BodyLong spacing>{text('schedule-intro')}</BodyLong>
      {may && (rapport === 'ny' ? (
        <ScheduleForm schedule={null} close={(id) => go({ rapport: id })} />
      ) : (
        <Button size="small" className="revision-new" onClick={() => go({ rapport: 'ny', gjor: undefined })}>
          {text('schedule-new')}
        </Button>
      ))}
      {schedules.length === 0 ? (
        rapport !== 'ny' && <Empty>{text('schedule-none')}</Empty>
      ) : (
        <Blocks label={text('tab-faste')}>
          {schedules.map((schedule) => (
            <li key={schedule.id}>
              <OneSchedule schedule={schedule} refresh={() => void list.refetch()} />
            </li>
          ))}
        </Blocks>
      )}
    </>
  );
}
