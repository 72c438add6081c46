import { Button, Checkbox } from '@navikt/ds-react';
import { useText } from './messages.js';
import { sortedBy, type Sorting, type WorklistSearch } from './wanted.js';

interface Props {
  readonly search: WorklistSearch;
  readonly onSort: (search: WorklistSearch) => void;
  /** Null where nothing can be selected. */
  readonly onSelectAll: (() => void) | null;
  readonly selection: 'none' | 'some' | 'all';
}

/** The columns, and what the list is sorted by under each. Names are sealed, so that the database cannot sort by them. */
const columns: readonly { readonly name: 'who' | 'what' | 'due' | 'turn' | 'owner' | 'step' | 'received' | 'contact'; readonly by: readonly Sorting[] }[] = [
  { name: 'who', by: ['gruppe'] },
  { name: 'what', by: [] },
  { name: 'due', by: ['frist'] },
  { name: 'turn', by: [] },
  { name: 'owner', by: ['oppfolger'] },
  { name: 'step', by: ['steg', 'ventet'] },
  { name: 'received', by: ['mottatt'] },
  { name: 'contact', by: ['kontakt'] },
];

/** What the columns are, each with what it can be sorted by. */
export function HeaderRow({ search, onSort, onSelectAll, selection }: Props) {
  const text = useText();
  const now = search.sorter ?? 'frist';
  const direction = search.omvendt === true ? 'descending' : 'ascending';
  return (
    <div role="rowgroup" className="app-work-head">
      <div role="row" aria-rowindex={1} className="app-work-columns">
        <div role="columnheader" className="app-cell-select">
          {onSelectAll === null ? (
            <span className="app-hidden">{text('col-select')}</span>
          ) : (
            <Checkbox size="small" hideLabel checked={selection === 'all'} indeterminate={selection === 'some'} onChange={onSelectAll}>
              {text('selectAll')}
            </Checkbox>
          )}
        </div>
        {columns.map(({ name, by }) => (
          <div key={name} role="columnheader" aria-sort={by.includes(now) ? direction : undefined}>
            {by.length === 0 || by[0] === 'gruppe' ? <span>{text(`col-${name}`)}</span> : null}
            {by.map((sorting) => (
              <Button key={sorting} size="xsmall" variant="tertiary" onClick={() => onSort(sortedBy(search, sorting))}>
                {text(`sort-${sorting}`)}
                {sorting === now && <span aria-hidden>{direction === 'ascending' ? ' ▲' : ' ▼'}</span>}
              </Button>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
