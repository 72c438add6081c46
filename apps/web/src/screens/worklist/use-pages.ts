import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { withEnd } from './page-ends.js';
import { pageQuery, pageSize, type ListQuery, type Row } from './queries.js';

/** Rows that are read ahead of those that are seen: more than a page, so that the next one is on its way before it is needed. */
const ahead = 150;

/** What is known of a list that is read page by page, where it is looked at. */
export interface Pages {
  /** Rows that can be scrolled to: all pages whose beginning is known. */
  readonly count: number;
  /** A row; undefined while its page is being read. */
  readonly rowAt: (index: number) => Row | undefined;
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
export function usePages(query: ListQuery, { first, last }: { readonly first: number; readonly last: number }): Pages {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const from = Math.min(pageOf(Math.max(0, first)), cursors.length - 1);
  const to = Math.min(pageOf(last + ahead), cursors.length - 1);
  const wanted = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const answers = useQueries({ queries: wanted.map((page) => pageQuery(query, cursors[page]!)) });
  const ends = answers.map(({ data }) => (data === undefined ? undefined : data.nextCursor));
  useEffect(() => setCursors((known) => ends.reduce<readonly (string | null)[]>((all, end, n) => (end === undefined ? all : withEnd(all, from + n, end)), known)));
  const lastAnswer = to === cursors.length - 1 ? answers.at(-1)?.data : undefined;
  const some = answers.find(({ data }) => data !== undefined)?.data;
  return {
    count: (cursors.length - 1) * pageSize + (lastAnswer?.rows.length ?? (some === undefined ? 0 : pageSize)),
    rowAt: (index) => answers[pageOf(index) - from]?.data?.rows[index % pageSize],
    // Once a page has been read the list stands: who scrolls faster than pages come sees rows that wait, not a list that begins anew.
    isPending: cursors.length === 1 && some === undefined && answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    total: some?.total ?? 0,
    totalIsLeast: some?.totalIsLeast ?? false,
    retry: () => answers.forEach(({ error, refetch }) => void (error !== null && refetch())),
  };
}

const pageOf = (index: number): number => Math.floor(index / pageSize);
