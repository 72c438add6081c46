import { BodyLong, BodyShort, Box, Heading, HStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../client/me.js';
import { useLive } from '../../live/use-live.js';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Reserved } from '../../shared/reserved.js';
import { Empty, Loading } from '../../shared/states.js';
import { Term } from '../../shared/terms/term.js';
import { useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import { Patients } from './patients.js';
import { capacityKey, weeksQuery } from './queries.js';
import { unitsOf } from './units.js';
import { Upload } from './upload.js';
import { UnitWeeks } from './weeks.js';

/** Frister against time, week by week and unit by unit; what breaks if nothing changes; and the record system's files. */
export function CapacityScreen(): ReactNode {
  const text = useText();
  const mayUpload = useMay('calendar.mirror');
  useLive(capacityKey);
  return (
    <Page title={text('title')}>
      <BodyLong spacing>{text('intro')}</BodyLong>
      <HStack gap="space-24" paddingBlock="space-0 space-16">
        <Term id="frist" />
        <Term id="broken" />
        <Term id="speilet-tid" />
      </HStack>
      <Weeks />
      <Patients />
      {mayUpload ? <Upload /> : <Reserved action="calendar.mirror" what={text('uploadOpen')} />}
    </Page>
  );
}

function Weeks() {
  const text = useText();
  const { language } = useLanguage();
  const weeks = useQuery(weeksQuery);
  if (weeks.isPending) return <Loading />;
  if (weeks.isError && weeks.data === undefined) return <ProblemView error={weeks.error} retry={() => void weeks.refetch()} />;
  const { rows, overdue, asOf } = weeks.data;
  const units = unitsOf(rows);
  return (
    <section aria-labelledby="weeks">
      <Heading level="2" size="medium" id="weeks" spacing>
        {text('weeksTitle', { day: dayShown(asOf, language) })}
      </Heading>
      {overdue > 0 && (
        <BodyShort spacing>
          <AppLink to="/" search={{ liste: 'brutt' }}>
            {text('overdue', { count: overdue })}
          </AppLink>
        </BodyShort>
      )}
      {units.length === 0 && <Empty>{text('noWeeks')}</Empty>}
      {units.map(({ id, name, weeks: own }) => (
        <Box key={id} paddingBlock="space-0 space-24">
          <UnitWeeks id={id} name={name} weeks={own} />
        </Box>
      ))}
    </section>
  );
}
