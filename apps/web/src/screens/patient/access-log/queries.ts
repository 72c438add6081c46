import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { pathwayKey } from '../queries.js';
import type { Outcome } from '../tabs.js';

export type LoggedAccess = components['schemas']['LoggedAccess'];

const limit = 50;

/** The patient's own extract: all who saw or tried, in all her pathways. @param outcome only these; none: all. */
export const accessLogQuery = (id: string, outcome: Outcome | undefined) =>
  infiniteQueryOptions({
    queryKey: [...pathwayKey(id), 'access-log', outcome ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      read(api.GET('/api/v1/pathways/{id}/access-log', { signal, params: { path: { id }, query: { limit, ...(outcome !== undefined && { outcome }), ...(pageParam !== null && { cursor: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
