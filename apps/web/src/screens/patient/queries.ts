import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';

/** All that one pathway's page reads. */
export const pathwayKey = (id: string) => ['pathway', id] as const;

/** The pathway as it stands today. */
export const pathwayQuery = (id: string) =>
  queryOptions({ queryKey: pathwayKey(id), queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}', { signal, params: { path: { id } } })) });
