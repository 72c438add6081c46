import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useMay } from '../../client/me.js';
import { useCommands } from '../../shared/commands.js';
import { later } from '../../shared/later.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { BulkBar } from './bulk-bar.js';
import { mostInBulk, type BulkKind } from './bulk.js';
import { HeaderRow } from './header-row.js';
import { useText } from './messages.js';
import { firstPile } from './piles.js';
import type { Row } from './queries.js';
import { Rows, type RowsHandle } from './rows.js';
import { usePages } from './use-pages.js';
import { useSelection } from './use-selection.js';
import { filterCount, queryOf, type WorklistSearch } from './wanted.js';

const BulkDialog = later(async () => (await import('./bulk-dialog.js')).BulkDialog);

interface Props {
  readonly search: WorklistSearch;
  readonly nameOf: (person: string) => string | null;
  /** How many there are in the whole pile, where that is known. */
  readonly inPile: number | undefined;
  readonly onSearch: (search: WorklistSearch) => void;
}

interface Doing {
  readonly kind: BulkKind;
  readonly rows: readonly Row[];
}

/** One list: its rows, what is selected, and what is done with them. */
export function ListView({ search, nameOf, inPile, onSearch }: Props) {
  const text = useText();
  const query = useMemo(() => queryOf(search), [search]);
  const pages = usePages(query);
  const { selected, toggle, set, clear } = useSelection();
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = useRef<RowsHandle>(null);
  const mayAct = useMay('worklist.bulk');
  const patient = usePatientPage();
  const actions = useMemo(
    () => ({ ...patient, select: toggle, assign: mayAct ? (row: Row) => setDoing({ kind: 'assign', rows: [row] }) : null, canSelect: mayAct, nameOf }), [patient, toggle, mayAct, nameOf]);
  const act = useCallback((kind: BulkKind) => {
    const current = list.current?.current();
    const rows = selected.size > 0 ? [...selected.values()] : current === undefined ? [] : [current];
    if (rows.length > 0 && rows.length <= mostInBulk) setDoing({ kind, rows });
  }, [selected]);
  useCommands(useMemo(() => commandsOf(text, mayAct, { list, act, toggle, clear }), [text, mayAct, act, toggle, clear]));

  if (pages.isPending) return <Loading />;
  if (pages.error !== null && pages.count === 0) return <ProblemView error={pages.error} retry={pages.retry} />;
  if (pages.count === 0) return <Empty>{text(filterCount(search) > 0 ? 'emptyFiltered' : `empty-${search.liste ?? firstPile}`)}</Empty>;
  const read = Array.from({ length: Math.min(pages.count, mostInBulk) }, (_, index) => pages.rowAt(index)).filter((row) => row !== undefined);
  const isAll = read.length > 0 && read.every(({ pathwayId }) => selected.has(pathwayId));
  // The list is counted to a limit, a whole pile to its end.
  const total = filterCount(search) === 0 && inPile !== undefined ? { count: inPile, isLeast: false } : { count: pages.total, isLeast: pages.totalIsLeast };
  return (
    <>
      <p id="worklist-total" role="status">{text(total.isLeast ? 'rowsAtLeast' : 'rows', { count: total.count })}</p>
      {pages.error !== null && <ProblemView error={pages.error} retry={pages.retry} />}
      {selected.size > 0 && <BulkBar count={selected.size} onAct={act} onClear={clear} />}
      <Rows
        count={pages.count} rowAt={pages.rowAt} onSeen={pages.onSeen} selected={selected} actions={actions} handle={list}
        header={<HeaderRow search={search} onSort={onSearch} onSelectAll={mayAct ? () => set(isAll ? [] : read) : null} selection={isAll ? 'all' : selected.size > 0 ? 'some' : 'none'} />}
      />
      {doing !== null && <BulkDialog kind={doing.kind} rows={doing.rows} onClose={() => setDoing(null)} onDone={clear} />}
    </>
  );
}

/** Where a row leads. The router's own link is a component of some weight, and a list has many. */
function usePatientPage() {
  const router = useRouter();
  return useMemo(() => {
    const page = ({ pathwayId }: Row) => ({ to: '/pasient/$id', params: { id: pathwayId } }) as const;
    return {
      addressOf: (row: Row) => router.buildLocation(page(row)).href,
      open: (row: Row) => void router.navigate(page(row)),
      preload: (row: Row) => void router.preloadRoute(page(row)),
    };
  }, [router]);
}

interface Hands {
  readonly list: { readonly current: RowsHandle | null };
  readonly act: (kind: BulkKind) => void;
  readonly toggle: (row: Row) => void;
  readonly clear: () => void;
}

/** What the keys do in the list. */
function commandsOf(text: ReturnType<typeof useText>, mayAct: boolean, { list, act, toggle, clear }: Hands) {
  const select = (): void => {
    const row = list.current?.current();
    if (row !== undefined) toggle(row);
  };
  return [
    { id: 'worklist.next', title: text('cmd-next'), key: 'j', run: () => list.current?.move(1) },
    { id: 'worklist.previous', title: text('cmd-previous'), key: 'k', run: () => list.current?.move(-1) },
    ...(mayAct ? [
      { id: 'worklist.select', title: text('cmd-select'), key: 'x', run: select },
      { id: 'worklist.clear', title: text('clearSelection'), run: clear },
      { id: 'worklist.assign', title: text('cmd-assign'), key: 'a', run: () => act('assign') },
      { id: 'worklist.remind', title: text('cmd-remind'), key: 'm', run: () => act('remind') },
      { id: 'worklist.ask', title: text('cmd-ask'), key: 't', run: () => act('ask') },
    ] : []),
  ];
}
