import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { components } from '../../client/schema.js';
import { filterOf, type Pile } from './piles.js';

/** All that the work list reads; what is live is told by this key. */
export const worklistKey = ['worklist'] as const;

export type Row = components['schemas']['WorklistRow'];

/** How many rows one page has. */
const limit = 100;

/** A pile's rows, page by page. */
export const pileQuery = (pile: Pile) =>
  infiniteQueryOptions({
    queryKey: [...worklistKey, pile],
    queryFn: ({ pageParam, signal }) =>
      read(api.GET('/api/v1/worklist', { signal, params: { query: { ...filterOf[pile], limit, ...(pageParam !== null && { cursor: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** How many there are in each pile. */
export const countsQuery = queryOptions({ queryKey: [...worklistKey, 'counts'], queryFn: ({ signal }) => read(api.GET('/api/v1/worklist/counts', { signal })) });
