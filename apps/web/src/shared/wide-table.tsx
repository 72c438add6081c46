import { Table } from '@navikt/ds-react';
import type { ReactNode } from 'react';

/** A column by its name; numbers stand under each other by their last digit. */
export type Column = string | { readonly numbers: string };

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  /** Its rows. */
  readonly children: ReactNode;
}

/** A table, which scrolls by itself where it is wider than the screen, by keyboard too. What is in it for screen readers alone scrolls along. */
export function WideTable({ label, columns, children }: Props) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="app-wide">
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {columns.map((column) => {
              const name = typeof column === 'string' ? column : column.numbers;
              return (
                <Table.HeaderCell key={name} scope="col" align={typeof column === 'string' ? 'left' : 'right'}>
                  {name}
                </Table.HeaderCell>
              );
            })}
          </Table.Row>
        </Table.Header>
        <Table.Body>{children}</Table.Body>
      </Table>
    </div>
  );
}
