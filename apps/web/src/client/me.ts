import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, read } from './client.js';

/** Who is logged in, and what the roles let them do. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => read(api.GET('/api/v1/me', { signal })), staleTime: Infinity });

/** Whether whoever is logged in may do this (an action of docs/access.md). A screen asks to show less; the API refuses all the same. */
export function useMay(action: string): boolean {
  return (useQuery(meQuery).data?.actions as readonly string[] | undefined)?.includes(action) ?? false;
}
