import { BodyShort } from '@navikt/ds-react';
import { AppLink } from '../../shared/link.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { waysOf, type Way } from './layout.js';
import { useText } from './messages.js';
import { Fact, Part } from './panel.js';
import type { PathwayMap, Step } from './queries.js';

/** A step: how many are there and for how long, and how one comes to it and from it. */
export function StepPanel({ map, step }: { readonly map: PathwayMap; readonly step: Step }) {
  const text = useText();
  const { language } = useLanguage();
  const { id, owner, patients, medianDays, p90Days, overdue, variants } = step;
  const ways = waysOf(map.transitions);
  const titled = (step: string): string => {
    const found = map.steps.find((one) => one.id === step);
    return found === undefined ? step : inLanguage(found.title, language);
  };
  const why = ({ events }: Way): string => [...new Set(events.map(({ title }) => inLanguage(title, language)))].join(', ');
  // Shown with the words of the work list's own address, which reads what it knows.
  const list = { liste: 'alle' as const, steg: id, forlop: map.definition.id };
  return (
    <>
      {owner !== null && <Fact name={text('owner')}>{owner.title}</Fact>}
      <Fact name={text('patientCount')}>{patients ?? text('few')}</Fact>
      {medianDays !== null && p90Days !== null && <BodyShort spacing>{text('howLong', { median: medianDays, p90: p90Days })}</BodyShort>}
      {overdue !== null && overdue > 0 && <BodyShort spacing>{text('overdue', { count: overdue })}</BodyShort>}
      {map.scope === 'mine' && patients !== 0 && (
        <BodyShort spacing>
          <AppLink to="/" search={list}>
            {text('showPatients')}
          </AppLink>
        </BodyShort>
      )}
      <Part title={text('variants')} items={variants.map(({ variant, patients: n }) => text('variantOf', { variant: variant ?? text('noVariant'), count: n ?? text('few') }))} />
      <Part title={text('waysIn')} items={ways.filter(({ to }) => to === id).map((way) => text('wayIn', { from: titled(way.from), why: why(way) }))} />
      <Part title={text('waysOut')} items={ways.filter(({ from }) => from === id).map((way) => text('wayOut', { to: titled(way.to), why: why(way) }))} />
      <Part
        title={text('waysAll')}
        items={map.transitions.filter(({ from, to }) => from === null && to !== id).map(({ to, title }) => text('wayOut', { to: titled(to), why: inLanguage(title, language) }))}
      />
    </>
  );
}
