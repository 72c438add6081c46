import { Tag } from '@navikt/ds-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { useLanguage } from '../../shared/texts.js';
import { useText } from './messages.js';
import type { Row } from './queries.js';

interface Props {
  readonly rows: readonly Row[];
  /** Rows of the whole pile, read or not. */
  readonly total: number;
  /** Reads the next page; null while there is none to read. */
  readonly readOn: (() => void) | null;
}

/** Height of a row before it is measured, in CSS pixels. */
const guessed = 72;
/** Rows that are kept beside those that are seen. */
const overscan = 10;

/** The rows of a pile. Only those that are seen are in the page, however many there are; arrows go from row to row. */
export function Rows({ rows, total, readOn }: Props) {
  const text = useText();
  const view = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => view.current, estimateSize: () => guessed, overscan, getItemKey: (index) => keyOf(rows[index]!) });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (readOn !== null && last >= rows.length - overscan * 2) readOn();
  }, [last, rows.length, readOn]);
  return (
    <div className="app-list" ref={view}>
      <ul className="app-rows" aria-label={text('title')} style={{ height: virtual.getTotalSize() }} onKeyDown={moveByArrows}>
        {shown.map(({ key, index, start }) => (
          <li key={key} className="app-row" data-index={index} aria-setsize={total} aria-posinset={index + 1} ref={virtual.measureElement} style={{ transform: `translateY(${start}px)` }}>
            <OneRow row={rows[index]!} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const keyOf = ({ pathwayId, clock }: Row): string => `${pathwayId} ${clock?.key ?? ''}`;

const colours = { broken: 'danger', 'at-risk': 'warning', warned: 'warning' } as const;

function OneRow({ row }: { readonly row: Row }) {
  const text = useText();
  const { language } = useLanguage();
  const { patient, clock, step } = row;
  return (
    <>
      <AppLink to="/pasient/$id" params={{ id: row.pathwayId }}>
        {patient.name === null ? text('noName') : `${patient.name.family}, ${patient.name.given}`}
      </AppLink>
      <span>{step}</span>
      <span>{clock?.dueOn == null ? text('noDeadline') : `${clock.clock}: ${dayShown(clock.dueOn, language)}`}</span>
      {clock !== null && (
        <Tag size="small" variant="outline" data-color={colours[clock.status as keyof typeof colours] ?? 'neutral'}>
          {text(`status-${clock.status}`)}
        </Tag>
      )}
    </>
  );
}

/** Up and down go to the row before and after, and the list scrolls along. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as HTMLElement).closest('li');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector('a');
  if (link == null) return;
  event.preventDefault();
  link.focus();
}
