import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react';
import { jumps } from './jumps.js';
import { useText } from './messages.js';
import { OneRow, WaitingRow, type RowActions } from './one-row.js';
import type { Row } from './queries.js';

/** What the keys of the screen ask of the list. */
export interface RowsHandle {
  /** Moves the focus so many rows. */
  readonly move: (by: number) => void;
  /** The row that has or last had the focus. */
  readonly current: () => Row | undefined;
}

interface Props {
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are seen, so that their pages are read. */
  readonly onSeen: (seen: { readonly first: number; readonly last: number }) => void;
  readonly header: ReactNode;
  readonly selected: ReadonlyMap<string, Row>;
  readonly actions: RowActions;
  readonly handle: Ref<RowsHandle>;
}

/** Height of a row before it is measured, in CSS pixels. */
const guessed = 58;
/** Rows that are kept beside those that are seen: fewer, and quick Tabs leave the list before its next rows are drawn. */
const overscan = 8;

/** The rows of a list. Only those that are seen are in the page, however many there are, and the one that has the focus. */
export function Rows({ count, rowAt, onSeen, header, selected, actions, handle }: Props) {
  const text = useText();
  const view = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const virtual = useVirtualizer({ count, getScrollElement: () => view.current, estimateSize: () => guessed, overscan });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onSeen({ first, last }), [first, last, onSeen]);

  const goTo = (index: number): void => {
    const there = Math.max(0, Math.min(count - 1, index));
    wanted.current = there;
    setActive(there);
    virtual.scrollToIndex(there);
  };
  // The row may not be in the page until it has been scrolled to.
  useEffect(() => {
    if (wanted.current === null) return;
    const link = view.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (link == null) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  const hasFocus = (): boolean => view.current?.querySelector('.app-work-row')?.parentElement?.contains(document.activeElement) ?? false;
  useImperativeHandle(handle, () => ({ move: (by) => goTo(hasFocus() ? active + by : active), current: () => rowAt(active) }));

  const jump = (event: KeyboardEvent<HTMLElement>): void => {
    const to = jumps(active, count)[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(to);
  };
  /** A plain click on a patient stays in the application; with a key held the browser does what it always does. */
  const follow = (event: MouseEvent<HTMLElement>): void => {
    const row = rowOfLink(event, rowAt);
    if (row === undefined || event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.open(row);
  };
  const getReady = (event: MouseEvent<HTMLElement>): void => {
    const row = rowOfLink(event, rowAt);
    if (row !== undefined) actions.preload(row);
  };
  return (
    <div className="app-list" ref={view}>
      <div role="table" aria-label={text('title')} aria-rowcount={count + 1} aria-describedby="worklist-total">
        {header}
        <div role="rowgroup" className="app-rows" style={{ height: virtual.getTotalSize() }} onKeyDown={jump} onClick={follow} onPointerOver={getReady}>
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <div
                key={keyOf(row, index)} role="row" className="app-work-row" data-index={index} aria-rowindex={index + 2} ref={virtual.measureElement} style={{ transform: `translateY(${start}px)` }}
                data-selected={row !== undefined && selected.has(row.pathwayId) ? '' : undefined} onFocus={() => setActive(index)}
              >
                {row === undefined ? <WaitingRow /> : <OneRow row={row} isSelected={selected.has(row.pathwayId)} actions={actions} />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The row whose link an event is about; undefined where it is about something else. */
function rowOfLink({ target }: MouseEvent<HTMLElement>, rowAt: Props['rowAt']): Row | undefined {
  const link = (target as HTMLElement).closest('a');
  const index = link?.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : rowAt(Number(index));
}

const keyOf = (row: Row | undefined, index: number): string | number => (row === undefined ? index : `${row.pathwayId} ${row.clock?.key ?? ''}`);
