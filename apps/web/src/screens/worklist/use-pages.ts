import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pageSize, rowsOf, withEnd } from './page-ends.js';
import { pageQuery, type ListQuery, type Row } from './queries.js';

/** Rows that are read ahead of those that are seen: more than a page, so that the next one is on its way before it is needed. */
const ahead = 150;

/** Pages of a list, by number, that are looked at or soon will be. */
interface Looked {
  readonly from: number;
  readonly to: number;
}

/** What is known of a list that is read page by page, where it is looked at. */
export interface Pages {
  /** Rows that can be scrolled to: all pages whose beginning is known. */
  readonly count: number;
  /** A row; undefined while its page is being read. */
  readonly rowAt: (index: number) => Row | undefined;
  /** To be told which rows are seen. The same function from render to render. */
  readonly onSeen: (seen: { readonly first: number; readonly last: number }) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly total: number;
  readonly totalIsLeast: boolean;
  readonly retry: () => void;
}

/**
 * Reads only the pages that are looked at, however long the list. Where each begins is remembered; when a page that is read anew ends elsewhere, since
 * somebody came or went, those after it are begun anew from there.
 */
export function usePages(query: ListQuery): Pages {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const { looked, onSeen } = useLooked();
  const from = Math.min(looked.from, cursors.length - 1);
  const to = Math.min(looked.to, cursors.length - 1);
  const wanted = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const answers = useQueries({ queries: wanted.map((page) => pageQuery(query, cursors[page]!)) });
  const known = answers.reduce((all, { data }, n) => (data === undefined ? all : withEnd(all, from + n, data.nextCursor)), cursors);
  // Only where something is new: each frame of a scroll comes by here.
  useEffect(() => {
    if (known !== cursors) setCursors(known);
  }, [known, cursors]);
  const lastAnswer = to === cursors.length - 1 ? answers.at(-1)?.data : undefined;
  const some = answers.find(({ data }) => data !== undefined)?.data;
  return {
    count: rowsOf(cursors.length, lastAnswer?.rows.length),
    rowAt: (index) => answers[pageOf(index) - from]?.data?.rows[index % pageSize],
    onSeen,
    // Once a page has been read the list stands: who scrolls faster than pages come sees rows that wait, not a list that begins anew.
    isPending: cursors.length === 1 && some === undefined && answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    total: some?.total ?? 0,
    totalIsLeast: some?.totalIsLeast ?? false,
    retry: () => answers.forEach(({ error, refetch }) => void (error !== null && refetch())),
  };
}

/** Which pages are looked at. Most frames of a scroll stay within them, and change nothing. */
function useLooked(): { readonly looked: Looked; readonly onSeen: Pages['onSeen'] } {
  const [looked, setLooked] = useState<Looked>({ from: 0, to: pageOf(ahead) });
  const latest = useRef(looked);
  const onSeen = useCallback<Pages['onSeen']>(({ first, last }) => {
    const now = { from: pageOf(Math.max(0, first)), to: pageOf(last + ahead) };
    if (now.from === latest.current.from && now.to === latest.current.to) return;
    latest.current = now;
    setLooked(now);
  }, []);
  return { looked, onSeen };
}

const pageOf = (index: number): number => Math.floor(index / pageSize);
