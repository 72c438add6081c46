import { BodyLong, Box, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { dayShown } from '../../shared/day.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { Diagram } from './diagram.js';
import './map.css';
import { useText } from './messages.js';
import { Panel } from './panel.js';
import { definitionsQuery, mapKey, mapQuery, type Definition } from './queries.js';
import { mapRoute } from './route.js';
import { Rules } from './rules.js';
import { Stuck } from './stuck.js';

/** A definition as a map: its steps with the patients at each, where they get stuck, and its rules with their sources. */
export function MapScreen(): ReactNode {
  const text = useText();
  useLive(mapKey);
  const definitions = useQuery(definitionsQuery);
  const { forlop, versjon } = mapRoute.useSearch();
  const all = definitions.data?.definitions ?? [];
  const chosen = chosenOf(all, forlop, versjon);
  return (
    <Page title={text('title')}>
      {definitions.isPending && <Loading />}
      {definitions.isError && definitions.data === undefined && <ProblemView error={definitions.error} retry={() => void definitions.refetch()} />}
      {definitions.data !== undefined && chosen === undefined && <Empty>{text('unknown')}</Empty>}
      {chosen !== undefined && (
        <>
          <Picker all={all} chosen={chosen} />
          <Map definition={chosen} />
        </>
      )}
    </Page>
  );
}

/** What the address asks for, else the first; without a version, the last one of the definition. */
function chosenOf(all: readonly Definition[], id: string | undefined, version: string | undefined): Definition | undefined {
  const own = all.filter((one) => one.id === (id ?? preferred(all)));
  return version === undefined ? own.at(-1) : own.find((one) => one.version === version);
}

/** The pathway that the house began with. */
const preferred = (all: readonly Definition[]): string | undefined => all.find(({ id }) => id === 'langvarig-utmattelse')?.id ?? all[0]?.id;

function Picker({ all, chosen }: { readonly all: readonly Definition[]; readonly chosen: Definition }) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const choose = (word: string): void => {
    const [forlop, versjon] = word.split('@');
    if (forlop !== undefined && versjon !== undefined) void navigate({ to: '/forlopskart', search: { forlop, versjon } });
  };
  return (
    <Box maxWidth="36rem" paddingBlock="space-0 space-16">
      <Select label={text('version')} size="small" value={`${chosen.id}@${chosen.version}`} onChange={({ target }) => choose(target.value)}>
        {all.map(({ id, version, title, status, validFrom }) => (
          <option key={`${id}@${version}`} value={`${id}@${version}`}>
            {text('versionOf', { title: inLanguage(title, language), version, status: text(`status-${status}`), day: dayShown(validFrom, language) })}
          </option>
        ))}
      </Select>
    </Box>
  );
}

function Map({ definition: { id, version } }: { readonly definition: Definition }) {
  const text = useText();
  const { language } = useLanguage();
  const { steg, regel } = mapRoute.useSearch();
  const map = useQuery(mapQuery(id, version));
  if (map.isPending) return <Loading />;
  if (map.isError && map.data === undefined) return <ProblemView error={map.error} retry={() => void map.refetch()} />;
  const isOpen = steg !== undefined || regel !== undefined;
  return (
    <>
      <BodyLong spacing>{text(`scope-${map.data.scope}`, { day: dayShown(map.data.asOf, language) })}</BodyLong>
      <div className={isOpen ? 'map-sheet map-open' : 'map-sheet'}>
        <Diagram map={map.data} />
        <Stuck map={map.data} />
        <Rules map={map.data} />
        {isOpen && <Panel map={map.data} />}
      </div>
    </>
  );
}
