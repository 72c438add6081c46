import { Table, Tag } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { instantShown } from '../../../shared/instant.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { useText } from './messages.js';
import { appointmentsQuery, type Appointment } from './queries.js';

/** The mirrored appointments, each with the system that owns it and when that last told of it. */
export function MirroredAppointments({ id }: { readonly id: string }) {
  const text = useText();
  const appointments = useQuery(appointmentsQuery(id));
  if (appointments.isPending) return <Loading rows={3} />;
  if (appointments.isError && appointments.data === undefined) return <ProblemView error={appointments.error} retry={() => void appointments.refetch()} />;
  const { appointments: rows } = appointments.data;
  if (rows.length === 0) return <Empty>{text('empty')}</Empty>;
  return (
    <WideTable label={text('title')} columns={(['when', 'kind', 'status', 'clinic', 'source', 'age'] as const).map((column) => text(column))}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </WideTable>
  );
}

const colours = { booked: 'info', fulfilled: 'success', noshow: 'warning', cancelled: 'neutral', pending: 'neutral', 'entered-in-error': 'neutral' } as const;

function Row({ row }: { readonly row: Appointment }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{instantShown(row.startsAt, language)}</Table.HeaderCell>
      <Table.DataCell>{text(`kind-${row.kind}`)}</Table.DataCell>
      <Table.DataCell>
        <Tag size="small" variant="outline" data-color={colours[row.status]}>
          {text(`status-${row.status}`)}
        </Tag>
      </Table.DataCell>
      <Table.DataCell>{row.organisation.name}</Table.DataCell>
      <Table.DataCell>{row.source}</Table.DataCell>
      <Table.DataCell>{instantShown(row.readAt, language)}</Table.DataCell>
    </Table.Row>
  );
}
