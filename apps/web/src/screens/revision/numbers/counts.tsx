import { Table } from '@navikt/ds-react';
import { AppLink } from '../../../shared/link.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import type { Opened } from '../search.js';
import type { Counted } from '../units.js';
import { changed, useMayOpen } from '../use-question.js';

/** What each frist that has started counts as, in the order of the columns. */
export const countColumns = ['startet', 'mott', 'for-sent', 'brutt', 'loper', 'i-fare', 'utenfor'] as const satisfies readonly Opened[];

const fieldOf = { startet: 'started', mott: 'met', 'for-sent': 'metLate', brutt: 'broken', loper: 'running', 'i-fare': 'atRisk', utenfor: 'excluded' } as const satisfies Record<Opened, keyof Counted>;

/** The counts of a line. @param props.at where a count is opened; without it none is. @param props.name what the line is of. */
export function Counts({ numbers, name, at }: { readonly numbers: Counted; readonly name: string; readonly at?: string }) {
  const text = useText();
  const mayOpen = useMayOpen();
  const search = revisionRoute.useSearch();
  return countColumns.map((column) => {
    const n = numbers[fieldOf[column]];
    return (
      <Table.DataCell key={column} align="right">
        {at === undefined || n === 0 || !mayOpen ? n : (
          <AppLink to="/revisjon" search={changed(search, { vis: column, ved: at })} resetScroll={false} aria-label={text('opens', { count: n, what: text(`column-${column}`), name })} {...(search.vis === column && search.ved === at && { 'aria-current': true })}>
            {n}
          </AppLink>
        )}
      </Table.DataCell>
    );
  });
}

/** In place of a line's counts where small numbers are hidden. @param props.also how many columns more. */
export function HiddenCounts({ also }: { readonly also: number }) {
  const text = useText();
  return (
    <Table.DataCell colSpan={countColumns.length + also}>
      {text('hidden')}
    </Table.DataCell>
  );
}
