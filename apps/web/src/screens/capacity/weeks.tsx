import { Heading, Table, Tag } from '@navikt/ds-react';
import { dayShown } from '../../shared/day.js';
import { instantShown } from '../../shared/instant.js';
import { AppLink } from '../../shared/link.js';
import { useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { Chart } from './chart.js';
import type { Choice } from './choices.js';
import { useText } from './messages.js';
import type { Week } from './queries.js';
import { sumOf } from './units.js';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly weeks: readonly Week[];
}

/** A unit's weeks as a picture and as a table that says the same. Each number leads to its patients. */
export function UnitWeeks({ id, name, weeks }: Props) {
  const text = useText();
  const sum = sumOf(weeks);
  return (
    <>
      <Heading level="3" size="small" spacing>
        {name}
      </Heading>
      <Chart weeks={weeks} />
      <WideTable label={text('tableOf', { name })} columns={[text('week'), { numbers: text('due') }, { numbers: text('booked') }, { numbers: text('notBooked') }, text('free'), text('told')]}>
        {weeks.map((week) => (
          <WeekRow key={week.from} unit={id} week={week} />
        ))}
        <Table.Row>
          <Table.HeaderCell scope="row">{text('sum')}</Table.HeaderCell>
          <Table.DataCell align="right">{sum.due}</Table.DataCell>
          <Table.DataCell align="right">{sum.booked}</Table.DataCell>
          <Table.DataCell align="right">{sum.notBooked === 0 ? 0 : <Count unit={id} vis="uten-time" count={sum.notBooked} name={text('sumOpens', { count: sum.notBooked, name })} />}</Table.DataCell>
          <Table.DataCell colSpan={2} />
        </Table.Row>
      </WideTable>
    </>
  );
}

function WeekRow({ unit, week }: { readonly unit: string; readonly week: Week }) {
  const text = useText();
  const { language } = useLanguage();
  const { from, to, capacity } = week;
  const days = text('days', { from: dayShown(from, language), to: dayShown(to, language) });
  const cell = (count: number, vis: Choice) => (count === 0 ? 0 : <Count unit={unit} week={from} vis={vis} count={count} name={text(`opens-${vis}`, { count, days })} />);
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{days}</Table.HeaderCell>
      <Table.DataCell align="right">{cell(week.due, 'alle')}</Table.DataCell>
      <Table.DataCell align="right">{cell(week.booked, 'med-time')}</Table.DataCell>
      <Table.DataCell align="right">{cell(week.notBooked, 'uten-time')}</Table.DataCell>
      <Table.DataCell>{capacity === null ? text('nobodyTold') : text('freeOf', { count: capacity.freePlaces, minutes: capacity.freeMinutes })}</Table.DataCell>
      <Table.DataCell>
        {capacity !== null && (
          <>
            {text('toldWhen', { source: capacity.sources.join(', '), when: instantShown(capacity.oldestReadAt, language) })}{' '}
            {capacity.stale && (
              <Tag size="xsmall" variant="outline" data-color="warning">
                {text('stale')}
              </Tag>
            )}
          </>
        )}
      </Table.DataCell>
    </Table.Row>
  );
}

interface CountProps {
  readonly unit: string;
  /** First day of the week; none: all weeks. */
  readonly week?: string;
  readonly vis: Choice;
  readonly count: number;
  /** What the link says to those who hear it. */
  readonly name: string;
}

/** A number that opens the list of its patients. */
function Count({ unit, week, vis, count, name }: CountProps) {
  return (
    <AppLink to="/kapasitet" search={{ enhet: unit, vis, ...(week !== undefined && { uke: week }) }} hash="pasienter" aria-label={name}>
      {count}
    </AppLink>
  );
}
