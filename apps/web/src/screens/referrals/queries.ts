import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { Act } from '../../client/use-write.js';
import type { components } from '../../client/schema.js';

/** All that the inbox reads; what is live is told by this key. */
export const inboxKey = ['inbox'] as const;

export type Waiting = components['schemas']['ReferralWaiting'];
export type Referral = components['schemas']['Referral'];

/** Those that nobody has assessed, the nearest frist first. */
export const inboxQuery = infiniteQueryOptions({
  queryKey: [...inboxKey],
  queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/inbox', { signal, params: { query: { limit: 50, ...(pageParam !== null && { cursor: pageParam }) } } })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  placeholderData: keepPreviousData,
});

/** What a requirement asks for, in the definition's own words. */
interface Requirement {
  readonly id: string;
  readonly needs: readonly { readonly anyOf: readonly string[]; readonly title: { readonly nb: string; readonly en?: string } }[];
}

/** The requirements of a definition. A version never changes. */
export const requirementsQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['definition', id, version],
    queryFn: ({ signal }) => read(api.GET('/api/v1/definitions/{id}/{version}', { signal, params: { path: { id, version } } })),
    staleTime: Infinity,
    select: (definition) => (definition as unknown as { readonly requirements: readonly Requirement[] }).requirements,
  });

/** The pathways that a referral may be taken in on, and the one that its reason leads to. What stood there stays while another code is asked about. */
export const choicesQuery = (system: string, code: string) =>
  queryOptions({
    queryKey: ['definitions', 'for-referral', system, code],
    queryFn: ({ signal }) => read(api.GET('/api/v1/definitions/for-referral', { signal, params: { query: code === '' ? {} : { system, code } } })),
    placeholderData: keepPreviousData,
  });

/** Takes a referral in. */
export const refer = ({ input, key }: Act<Referral>) => read(api.POST('/api/v1/referrals', { params: { header: { 'Idempotency-Key': key } }, body: input }));
