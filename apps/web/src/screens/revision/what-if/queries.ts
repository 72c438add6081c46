import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components, operations } from '../../../client/schema.js';
import type { Act } from '../../../client/use-write.js';

type Schemas = components['schemas'];
export type Job = Schemas['WhatIf'];
export type Result = Schemas['WhatIfResult'];
export type Compared = Result['clocks'][number];
export type Flip = Schemas['WhatIfFlips']['rows'][number];
export type WhatIfInput = Schemas['WhatIfRequest'];
type FlipsFilter = NonNullable<operations['whatIfFlips']['parameters']['query']>;

export const whatIfKey = ['what-if'] as const;

/** How many rows one page has; and how often a job that is under way is asked about, in milliseconds. */
const limit = 50;
const everyMs = 700;

export const jobsQuery = queryOptions({ queryKey: [...whatIfKey, 'mine'], queryFn: ({ signal }) => read(api.GET('/api/v1/what-if', { signal })) });

/** Asked again until it is done, cancelled or failed. */
export const jobQuery = (job: string) =>
  queryOptions({
    queryKey: [...whatIfKey, 'job', job],
    queryFn: ({ signal }) => read(api.GET('/api/v1/what-if/{job}', { signal, params: { path: { job } } })),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? everyMs : false),
  });

export const isUnderWay = ({ state }: Pick<Job, 'state'>): boolean => state === 'waiting' || state === 'running';

/** Starts one; it writes nothing. */
export const startWhatIf = ({ input }: Act<WhatIfInput>) => read(api.POST('/api/v1/what-if', { body: input }));

export const cancelWhatIf = ({ input }: Act<string>) => read(api.DELETE('/api/v1/what-if/{job}', { params: { path: { job: input } } }));

/** Those whose outcome another rule changes. */
export const flipsQuery = (job: string, filter: Pick<FlipsFilter, 'clock' | 'from' | 'to'>) =>
  infiniteQueryOptions({
    queryKey: [...whatIfKey, 'flips', job, filter],
    queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/what-if/{job}/flips', { signal, params: { path: { job }, query: { ...filter, after: pageParam, limit } } })),
    initialPageParam: 0,
    getNextPageParam: ({ more }, pages) => (more ? pages.reduce((sum, { rows }) => sum + rows.length, 0) : null),
  });

/** Why a date is what it is, by the one set of rules and the other. */
export const bothQuery = (job: string, id: string, key: string) =>
  queryOptions({ queryKey: [...whatIfKey, 'both', job, id, key], queryFn: ({ signal }) => read(api.GET('/api/v1/what-if/{job}/pathways/{id}/clocks/{key}', { signal, params: { path: { job, id, key } } })), staleTime: Infinity });

export const calendarsQuery = queryOptions({ queryKey: ['calendars'], queryFn: ({ signal }) => read(api.GET('/api/v1/calendars', { signal })), staleTime: Infinity });
