import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { Act } from '../../client/use-write.js';
import type { components } from '../../client/schema.js';

export type Row = components['schemas']['WorklistRow'];
export type Preferences = components['schemas']['Receiver'];
export type PreferencesInput = components['schemas']['PreferencesRequest'];

export const myPatientsKey = ['my-patients'] as const;
export const preferencesKey = ['my-preferences'] as const;

/** The patients who name whoever is logged in as their doctor, the nearest date first. */
export const myPatientsQuery = infiniteQueryOptions({
  queryKey: [...myPatientsKey],
  queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/worklist', { signal, params: { query: { limit: 100, ...(pageParam !== null && { cursor: pageParam }) } } })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  placeholderData: keepPreviousData,
});

/** How one wants to be reminded. 404 until the first reminder was sent. */
export const preferencesQuery = queryOptions({ queryKey: [...preferencesKey], queryFn: ({ signal }) => read(api.GET('/api/v1/receivers/me', { signal })) });

export const choose = ({ input, key }: Act<PreferencesInput>) => read(api.PUT('/api/v1/receivers/me', { params: { header: { 'Idempotency-Key': key } }, body: input }));
