import { Heading, Table, Tag } from '@navikt/ds-react';
import { dayShown } from '../../shared/day.js';
import { useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { useText } from './messages.js';
import type { Rehearsal } from './queries.js';

const colours = { broken: 'danger', 'met-late': 'danger', 'at-risk': 'warning', warned: 'warning', met: 'success' } as const;

/** The clocks as they stand on the scenario's last day. */
export function Clocks({ clocks, until }: Pick<Rehearsal, 'clocks' | 'until'>) {
  const text = useText();
  const { language } = useLanguage();
  const day = (date: string | null): string => (date === null ? '–' : dayShown(date, language));
  const title = text('clocks', { day: dayShown(until, language) });
  return (
    <>
      <Heading level="3" size="small" spacing>
        {title}
      </Heading>
      <WideTable label={title} columns={(['clock', 'start', 'warn', 'due', 'met', 'status'] as const).map((column) => text(`column-${column}`))}>
        {clocks.map(({ key, title: name, startOn, warnOn, dueOn, metOn, status }) => (
          <Table.Row key={key}>
            <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
            <Table.DataCell>{day(startOn)}</Table.DataCell>
            <Table.DataCell>{day(warnOn)}</Table.DataCell>
            <Table.DataCell>{day(dueOn)}</Table.DataCell>
            <Table.DataCell>{day(metOn)}</Table.DataCell>
            <Table.DataCell>
              <Tag size="xsmall" variant="outline" data-color={colours[status as keyof typeof colours] ?? 'neutral'}>
                {text(`status-${status}`)}
              </Tag>
            </Table.DataCell>
          </Table.Row>
        ))}
      </WideTable>
    </>
  );
}
