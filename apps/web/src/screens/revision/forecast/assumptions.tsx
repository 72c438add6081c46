import { Heading, Table } from '@navikt/ds-react';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { numberShown, percentShown } from '../figures.js';
import { useText } from '../messages.js';
import { useTitles } from '../use-question.js';
import type { Forecast, Unit } from './queries.js';

const assumed = ['assume-nearest', 'assume-inflow', 'assume-capacity', 'assume-order', 'assume-noShow', 'assume-notice', 'assume-leftOut'] as const;
const measures = ['inflow', 'visitsNow', 'capacityFrom', 'noShow', 'leaves', 'lead', 'notice', 'length'] as const;

/** All that the forecast takes for granted, in words, and with each unit's numbers. */
export function Assumptions({ forecast: { settings, clocks, units } }: { readonly forecast: Forecast }) {
  const text = useText();
  const titles = useTitles();
  return (
    <section aria-labelledby="forutsetninger">
      <Heading level="2" size="small" id="forutsetninger" spacing>
        {text('assumptions')}
      </Heading>
      <ul className="app-lines">
        {assumed.map((one) => (
          <li key={one}>{text(one, { back: settings.weeksBack, runs: settings.runs, clocks: [...new Set(clocks.map((clock) => titles.clock('', clock)))].join(', ') })}</li>
        ))}
        <li>{text('seed', { seed: settings.seed, calendar: `${settings.calendar.id} ${settings.calendar.version}` })}</li>
      </ul>
      <WideTable label={text('assumedNumbers')} columns={[text('unit'), ...measures.map((measure) => ({ numbers: text(`assumed-${measure}`) }))]}>
        {units.map((unit) => <OneUnit key={unit.organisation.id} unit={unit} />)}
      </WideTable>
    </section>
  );
}

function OneUnit({ unit: { organisation, assumptions } }: { readonly unit: Unit }) {
  const text = useText();
  const { language } = useLanguage();
  const { inflowPerWeek, visitsPerWeek, sources, noShow, leaves, leadDays, noticeDays, medianLength } = assumptions;
  const number = (value: number | null): string => numberShown(value, language);
  const from = (['calendar', 'history', 'none'] as const).map((source) => ({ source, count: sources.filter((one) => one === source).length })).filter(({ count }) => count > 0);
  const cells = [number(inflowPerWeek), number(visitsPerWeek), from.map(({ source, count }) => text(`source-${source}`, { count })).join(', '), percentShown(noShow, language), percentShown(leaves, language), leadDays, noticeDays, number(medianLength)];
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{organisation.name}</Table.HeaderCell>
      {cells.map((cell, n) => (
        <Table.DataCell key={measures[n]} align="right">
          {cell}
        </Table.DataCell>
      ))}
    </Table.Row>
  );
}
