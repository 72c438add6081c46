import { BodyLong, BodyShort, Button, Heading, Select, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { dayShown } from '../../../shared/day.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { numberShown } from '../figures.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { UnitSelect } from '../selects.js';
import { useGo } from '../use-question.js';
import { Assumptions } from './assumptions.js';
import { forecastQuery, type Forecast } from './queries.js';
import { UnitsTable } from './units-table.js';
import { Weeks } from './weeks.js';

/** How many frister for a first visit will break in the weeks ahead, with what it assumes. */
export function ForecastTab() {
  const text = useText();
  const { enhet, uker, plasser } = revisionRoute.useSearch();
  const forecast = useQuery(forecastQuery({ ...(uker !== undefined && { weeks: uker }), ...(plasser !== undefined && { extraPlaces: plasser }), ...(enhet !== undefined && { org: enhet }) }));
  return (
    <>
      <BodyLong spacing>{text('forecastText')}</BodyLong>
      <Ask />
      {forecast.isPending && <Loading />}
      {forecast.isError && forecast.data === undefined && <ProblemView error={forecast.error} retry={() => void forecast.refetch()} />}
      {forecast.data !== undefined && <Shown forecast={forecast.data} />}
    </>
  );
}

function Ask() {
  const text = useText();
  const go = useGo();
  const { enhet, uker, plasser } = revisionRoute.useSearch();
  const [places, setPlaces] = useState(plasser === undefined ? '' : String(plasser));
  const isWrong = places !== '' && !/^-?\d{1,3}$/.test(places);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWrong) go({ plasser: places === '' || places === '0' ? undefined : Number(places) });
  };
  return (
    <form className="revision-choices" onSubmit={submit} noValidate>
      <UnitSelect value={enhet ?? ''} choose={(unit) => go({ enhet: unit === '' ? undefined : unit })} />
      <Select label={text('weeksAhead')} size="small" value={String(uker ?? 8)} onChange={({ target }) => go({ uker: target.value === '8' ? undefined : Number(target.value) })}>
        {[...new Set([4, 8, 12, 26, uker ?? 8])].sort((a, b) => a - b).map((weeks) => (
          <option key={weeks} value={weeks}>
            {text('weeks', { count: weeks })}
          </option>
        ))}
      </Select>
      <TextField label={text('extraPlaces')} size="small" inputMode="numeric" value={places} onChange={({ target }) => setPlaces(target.value.trim())} error={isWrong ? text('missing-places') : undefined} />
      <div>
        <Button type="submit" size="small" variant="secondary">
          {text('tryPlan')}
        </Button>
      </div>
    </form>
  );
}

function Shown({ forecast }: { readonly forecast: Forecast }) {
  const text = useText();
  const { language } = useLanguage();
  const { broken, until, units, weeks, settings } = forecast;
  if (units.length === 0) return <Empty>{text('noForecast')}</Empty>;
  const already = units.reduce((sum, unit) => sum + unit.alreadyBroken, 0);
  return (
    <>
      <div className="revision-share app-whole" role="status">
        <Heading level="2" size="xsmall">
          {text('willBreak', { from: dayShown(weeks[0]!.from, language), until: dayShown(until, language) })}
        </Heading>
        <p className="revision-number">{numberShown(broken.mean, language)}</p>
        <BodyShort size="small">{text('interval', { low: broken.low, high: broken.high })}</BodyShort>
        <BodyShort size="small">{text('alreadyBroken', { count: already })}</BodyShort>
        {settings.extraPlaces !== 0 && <BodyShort size="small">{text('withPlan', { places: settings.extraPlaces })}</BodyShort>}
      </div>
      <Weeks weeks={weeks} />
      <Heading level="2" size="small" spacing>
        {text('perUnit')}
      </Heading>
      <UnitsTable units={units} />
      <Assumptions forecast={forecast} />
    </>
  );
}
