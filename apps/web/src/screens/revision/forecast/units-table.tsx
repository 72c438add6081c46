import { Table } from '@navikt/ds-react';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { numberShown } from '../figures.js';
import { useText } from '../messages.js';
import type { Unit } from './queries.js';

/** Each unit: who waits, how many break, and what its numbers are made of. */
export function UnitsTable({ units }: { readonly units: readonly Unit[] }) {
  const text = useText();
  const { language } = useLanguage();
  const number = (value: number): string => numberShown(value, language);
  const columns = ['waitingNow', 'brokenNow', 'willBreakShort', 'nineteenShort', 'ofWaiting', 'byPatient'] as const;
  return (
    <WideTable label={text('perUnit')} columns={[text('unit'), ...columns.map((column) => ({ numbers: text(column) }))]}>
      {units.map(({ organisation, waiting, alreadyBroken, broken, ofWaiting, byPatient }) => (
        <Table.Row key={organisation.id}>
          <Table.HeaderCell scope="row">{organisation.name}</Table.HeaderCell>
          {[waiting, alreadyBroken, number(broken.mean), `${broken.low} – ${broken.high}`, number(ofWaiting), number(byPatient)].map((cell, n) => (
            <Table.DataCell key={columns[n]} align="right">
              {cell}
            </Table.DataCell>
          ))}
        </Table.Row>
      ))}
    </WideTable>
  );
}
