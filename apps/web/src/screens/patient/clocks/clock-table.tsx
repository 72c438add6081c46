import { Table } from '@navikt/ds-react';
import { dayShown } from '../../../shared/day.js';
import { AppLink } from '../../../shared/link.js';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { daysShown } from '../header.js';
import { useText } from '../messages.js';
import type { Clock, Pathway } from '../queries.js';
import { useRoleSaid } from '../role-said.js';
import { patientRoute } from '../route.js';
import { inOrder } from './lanes.js';
import { StatusTag } from './status-tag.js';

/** The same as the picture in words, and the way to why each date is what it is. */
export function ClockTable({ pathway, clocks }: { readonly pathway: Pathway; readonly clocks: readonly Clock[] }) {
  const text = useText();
  const { language } = useLanguage();
  const roleSaid = useRoleSaid(pathway);
  const day = (given: string | null): string => (given === null ? '–' : dayShown(given, language));
  return (
    <div className="patient-clocks">
      <WideTable label={text('clocks')} columns={(['clock', 'status', 'dueOn', 'left', 'owner', 'startOn', 'warnOn', 'over', 'times', 'shownBroken'] as const).map((column) => text(`column-${column}`))}>
        {inOrder(clocks).map((clock) => (
          <Table.Row key={clock.key}>
            <Table.HeaderCell scope="row">
              {clock.title}
              <br />
              <AppLink to={patientRoute.fullPath} params={{ id: pathway.pathwayId }} search={(before) => ({ ...before, frist: clock.key })} resetScroll={false} aria-label={text('whyOf', { title: clock.title, day: day(clock.dueOn) })}>
                {text('why')}
              </AppLink>
            </Table.HeaderCell>
            <Table.DataCell><StatusTag status={clock.status} /></Table.DataCell>
            <Table.DataCell>{clock.dueOn === null ? text('noLimit') : day(clock.dueOn)}</Table.DataCell>
            <Table.DataCell>{clock.daysLeft === null ? '–' : daysShown(text, clock.daysLeft)}</Table.DataCell>
            <Table.DataCell>{roleSaid(clock.owner)}</Table.DataCell>
            <Table.DataCell>{day(clock.startOn)}</Table.DataCell>
            <Table.DataCell>{day(clock.warnOn)}</Table.DataCell>
            <Table.DataCell>{clock.metOn === null ? day(clock.endedOn) : text('metOn', { day: day(clock.metOn) })}</Table.DataCell>
            <Table.DataCell><Times clock={clock} /></Table.DataCell>
            <Table.DataCell>{shownBroken(clock).map(({ from, to }) => (to === null ? text('shownSince', { from: day(from) }) : text('shownFromTo', { from: day(from), to: day(to) }))).join('; ') || '–'}</Table.DataCell>
          </Table.Row>
        ))}
      </WideTable>
    </div>
  );
}

const shownBroken = ({ shown }: Clock) => shown.filter(({ status }) => status === 'broken');

function Times({ clock: { bookings } }: { readonly clock: Clock }) {
  const text = useText();
  const { language } = useLanguage();
  if (bookings.length === 0) return '–';
  return (
    <ul className="patient-plain">
      {bookings.map(({ eventId, role, occurredOn, day, causeTitle }) => (
        <li key={`${eventId} ${role}`}>
          {text(`time-${role}`, { on: dayShown(occurredOn, language), day: day === null ? text('noDay') : dayShown(day, language) })}
          {causeTitle !== null && ` (${causeTitle})`}
        </li>
      ))}
    </ul>
  );
}
