import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { Act } from '../../client/use-write.js';
import type { components } from '../../client/schema.js';
import type { Field } from '../patient/queries.js';

type Schemas = components['schemas'];
export type Finding = Schemas['FindingListed'];
export type Quarantined = Schemas['QuarantineRow'];
export type Unmatched = Schemas['UnmatchedMessage'];

/** All that the page reads; what is live is told by this key. */
export const careKey = ['care'] as const;

const paged = { initialPageParam: null as string | null, placeholderData: keepPreviousData };
const next = ({ nextCursor }: { readonly nextCursor: string | null }): string | null => nextCursor;
const from = (cursor: string | null): { cursor?: string } => (cursor === null ? {} : { cursor });

/** What does not fit, the oldest first. */
export const findingsQuery = (setAside: boolean) =>
  infiniteQueryOptions({
    ...paged, queryKey: [...careKey, 'findings', setAside], getNextPageParam: next,
    queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/findings', { signal, params: { query: { ...(setAside && { setAside: 'true' as const }), ...from(pageParam) } } })),
  });

/** Referrals that could not be accepted. */
export const quarantineQuery = infiniteQueryOptions({
  ...paged, queryKey: [...careKey, 'quarantine'], getNextPageParam: next,
  queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/quarantine', { signal, params: { query: from(pageParam) } })),
});

/** Messages that belong to nothing. */
export const unmatchedQuery = (settled: boolean) =>
  infiniteQueryOptions({
    ...paged, queryKey: [...careKey, 'unmatched', settled], getNextPageParam: next,
    queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/unmatched-messages', { signal, params: { query: { settled: settled ? 'true' : 'false', ...from(pageParam) } } })),
  });

/** Opens a message: what it says. Each opening is recorded, so it is read once and not anew by itself. */
export const messageQuery = (id: string) =>
  queryOptions({ queryKey: ['message', id], staleTime: Infinity, queryFn: ({ signal }) => read(api.GET('/api/v1/unmatched-messages/{message}', { signal, params: { path: { message: id } } })) });

/** The fields of each kind of event in a definition's version, by the definition's own words. */
export const eventFieldsQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['definition', id, version],
    queryFn: ({ signal }) => read(api.GET('/api/v1/definitions/{id}/{version}', { signal, params: { path: { id, version } } })),
    staleTime: Infinity,
    select: (definition) => (definition as unknown as { readonly events: Readonly<Record<string, { readonly fields?: Readonly<Record<string, Field>> }>> }).events,
  });

/** Whom a message is about: by name or number, never in an address. */
export const searchQuery = (typed: string) =>
  queryOptions({
    queryKey: ['search', typed],
    enabled: typed.trim().length >= 2,
    gcTime: 0,
    queryFn: ({ signal }) => read(api.POST('/api/v1/search', { signal, body: /^[\d\s]{11,}$/.test(typed) ? { identifier: { value: typed.replace(/\s/g, '') } } : { name: typed.trim(), limit: 10 } })),
  });

const header = (key: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': key });

export const takeFinding = (id: string) => ({ input, key }: Act<Schemas['FindingOwnerRequest']>) => read(api.PUT('/api/v1/pathways/{id}/findings/owner', { params: { path: { id }, header: header(key) }, body: input }));
export const setFindingAside = (id: string) => ({ input, key }: Act<Schemas['FindingAsideRequest']>) => read(api.PUT('/api/v1/pathways/{id}/findings/aside', { params: { path: { id }, header: header(key) }, body: input }));
export const correct = (id: string, eventId: string) => ({ input, key }: Act<Schemas['CorrectionRequest']>) => read(api.POST('/api/v1/pathways/{id}/events/{eventId}/correction', { params: { path: { id, eventId }, header: header(key) }, body: input }));
export const retract = (id: string, eventId: string) => ({ input, key }: Act<Schemas['RetractionRequest']>) => read(api.POST('/api/v1/pathways/{id}/events/{eventId}/retraction', { params: { path: { id, eventId }, header: header(key) }, body: input }));
export const release = (id: string) => ({ input, key }: Act<Schemas['QuarantineRelease']>) => read(api.POST('/api/v1/quarantine/{id}/release', { params: { path: { id }, header: header(key) }, body: input }));
export const takePathway = (id: string, role: string) => ({ input, key }: Act<Schemas['OwnerRequest']>) => read(api.PUT('/api/v1/pathways/{id}/owners/{role}', { params: { path: { id, role }, header: header(key) }, body: input }));
export const takeMessage = (message: string) => ({ input, key }: Act<Schemas['UnmatchedOwner']>) => read(api.PUT('/api/v1/unmatched-messages/{message}/owner', { params: { path: { message }, header: header(key) }, body: input }));
export const attachMessage = (message: string) => ({ input, key }: Act<Schemas['UnmatchedAttachment']>) => read(api.POST('/api/v1/unmatched-messages/{message}/attachment', { params: { path: { message }, header: header(key) }, body: input }));
export const setMessageAside = (message: string) => ({ input, key }: Act<Schemas['SetAsideRequest']>) => read(api.POST('/api/v1/unmatched-messages/{message}/set-aside', { params: { path: { message }, header: header(key) }, body: input }));
