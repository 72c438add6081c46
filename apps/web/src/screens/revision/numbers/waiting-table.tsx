import { Table } from '@navikt/ds-react';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { numberShown } from '../figures.js';
import { useText } from '../messages.js';
import { flat, registeredOf, type Counted, type Unit } from '../units.js';
import { Meaning } from './one-clock.js';

const measures = ['n', 'mean', 'median', 'p90'] as const;

/** How long it took for those who are done, and how long it has taken so far for those who still wait. */
export function WaitingTable({ units }: { readonly units: readonly Unit[] }) {
  const text = useText();
  const columns = [text('unit'), ...(['ended', 'still'] as const).flatMap((side) => measures.map((measure) => ({ numbers: text(`waiting-${side}-${measure}`) })))];
  return (
    <>
      <WideTable label={text('waiting')} columns={columns}>
        {flat(units).map(({ id, name, line }) => (
          <Table.Row key={id}>
            <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
            <Waits numbers={registeredOf(line)} />
          </Table.Row>
        ))}
      </WideTable>
      <Meaning id="ventetid-avsluttet" />
      <Meaning id="ventetid-ventende" />
    </>
  );
}

function Waits({ numbers }: { readonly numbers: Counted | null }) {
  const text = useText();
  const { language } = useLanguage();
  if (numbers === null) return <Table.DataCell colSpan={2 * measures.length}>{text('hidden')}</Table.DataCell>;
  return [numbers.waited, numbers.stillWaiting].map((wait, side) =>
    measures.map((measure) => (
      <Table.DataCell key={`${side} ${measure}`} align="right">
        {numberShown(wait[measure], language)}
      </Table.DataCell>
    )));
}
