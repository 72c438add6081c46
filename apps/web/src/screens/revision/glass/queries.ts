import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { revisionKey } from '../queries.js';

export type GlassUse = components['schemas']['BreakGlass'];

/** Uses of break-glass that one may look after, the latest first. */
export const glassQuery = infiniteQueryOptions({
  queryKey: [...revisionKey, 'break-glass'],
  queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/break-glass', { signal, params: { query: pageParam === null ? {} : { cursor: pageParam } } })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});
