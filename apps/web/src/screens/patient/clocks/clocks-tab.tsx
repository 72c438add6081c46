import { Heading, HStack, Switch, ToggleGroup, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useText } from '../messages.js';
import { clocksQuery, type Pathway } from '../queries.js';
import { patientRoute } from '../route.js';
import { zooms, type Zoom } from '../search.js';
import { ClockTable } from './clock-table.js';
import { isSettled } from './lanes.js';
import { Legend } from './legend.js';
import { Picture } from './picture.js';

/** All deadlines: as a picture for the eye, and as a table with the way to why each is what it is. */
export function ClocksTab({ pathway }: { readonly pathway: Pathway }): ReactNode {
  const text = useText();
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const { zoom = 'ar', alle = false } = patientRoute.useSearch();
  const picture = useQuery(clocksQuery(pathway.pathwayId));
  if (picture.isPending) return <Loading />;
  if (picture.data === undefined) return <ProblemView error={picture.error} retry={() => void picture.refetch()} />;
  const { clocks } = picture.data;
  if (clocks.length === 0) return <Empty>{text('noClocks')}</Empty>;
  const seen = alle ? clocks : clocks.filter((clock) => !isSettled(clock));
  return (
    <VStack gap="space-12">
      <Heading level="2" size="small">{text('clocks')}</Heading>
      <HStack gap="space-8 space-24" align="center" className="patient-choices">
        <ToggleGroup size="small" value={zoom} onChange={(chosen) => void navigate({ search: (before) => ({ ...before, zoom: chosen as Zoom }), resetScroll: false })} aria-label={text('zoom')}>
          {zooms.map((one) => <ToggleGroup.Item key={one} value={one}>{text(`zoom-${one}`)}</ToggleGroup.Item>)}
        </ToggleGroup>
        <Switch size="small" checked={alle} onChange={({ target }) => void navigate({ search: ({ alle: _, ...rest }) => (target.checked ? { ...rest, alle: true } : rest), resetScroll: false })}>
          {text('settledToo', { count: clocks.filter(isSettled).length })}
        </Switch>
      </HStack>
      {seen.length === 0 && <Empty>{text('allSettled')}</Empty>}
      {seen.length > 0 && (
        <>
          <Picture picture={picture.data} zoom={zoom} all={alle} />
          <Legend />
          <ClockTable pathway={pathway} clocks={seen} />
        </>
      )}
    </VStack>
  );
}
