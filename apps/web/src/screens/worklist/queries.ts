import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { components } from '../../client/schema.js';
import type { Act } from '../../client/use-write.js';
import { requestsOf, type BulkInput } from './bulk.js';
import { pageSize } from './page-ends.js';
import type { queryOf } from './wanted.js';

/** All that the work list reads; what is live is told by this key. */
export const worklistKey = ['worklist'] as const;

type Schemas = components['schemas'];
export type Row = Schemas['WorklistRow'];
export type Colleague = Schemas['Colleague'];
export type SavedView = Schemas['SavedView'];
export type BulkAction = Schemas['BulkRequest']['action'];
export type BulkAnswer = Schemas['BulkAnswer'];
export type ListQuery = ReturnType<typeof queryOf>;

/** Pages that nobody looks at are kept so long. */
const keptMs = 60_000;

/** One page of a list. A page begins after its cursor whatever came before it, so each is read anew by itself. */
export const pageQuery = (query: ListQuery, cursor: string | null) =>
  queryOptions({
    queryKey: [...worklistKey, 'page', query, cursor],
    queryFn: ({ signal }) => readPage(query, cursor, signal),
    gcTime: keptMs,
  });

const readPage = (query: ListQuery, cursor: string | null, signal: AbortSignal) =>
  read(api.GET('/api/v1/worklist', { signal, params: { query: { ...query, limit: pageSize, ...(cursor !== null && { cursor }) } } }));

/** More would be a pile of paper that nobody reads. */
export const mostPrinted = 500;

/** The beginning of a list in one piece, for paper. */
export const printQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: ['worklist-on-paper', query],
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof readPage>> = await readPage(query, cursor, signal);
        rows.push(...page.rows);
        cursor = page.nextCursor;
      } while (cursor !== null && rows.length < mostPrinted);
      return { rows, more: cursor !== null };
    },
    gcTime: 0,
  });

/** How many there are in each pile. */
export const countsQuery = queryOptions({ queryKey: [...worklistKey, 'counts'], queryFn: ({ signal }) => read(api.GET('/api/v1/worklist/counts', { signal })) });

export const viewsKey = ['worklist-views'] as const;
export const viewsQuery = queryOptions({ queryKey: viewsKey, queryFn: ({ signal }) => read(api.GET('/api/v1/worklist/views', { signal })) });

export const organisationsQuery = queryOptions({ queryKey: ['organisations'], queryFn: ({ signal }) => read(api.GET('/api/v1/organisations', { signal })), staleTime: Infinity });

/** Does it, request by request; each has a key of its own, made of the act's, so that a repetition does again only what was not done. */
export async function doInBulk({ input, key }: Act<BulkInput>): Promise<BulkAnswer['results']> {
  const results: BulkAnswer['results'][number][] = [];
  for (const [n, request] of requestsOf(input).entries()) results.push(...(await read(api.POST('/api/v1/worklist/bulk', { params: { header: { 'Idempotency-Key': `${key}.${n}` } }, body: request }))).results);
  return results;
}

export const saveView = ({ input, key }: Act<Schemas['SavedViewRequest']>) => read(api.POST('/api/v1/worklist/views', { params: { header: { 'Idempotency-Key': key } }, body: input }));

export const removeView = ({ input, key }: Act<string>) => read(api.DELETE('/api/v1/worklist/views/{view}', { params: { path: { view: input }, header: { 'Idempotency-Key': key } } }));

/** The columns that the screen shows, in the file's words. */
const shownColumns = 'name,birthYear,deadline,rule,status,daysLeft,buckets,next,owner,step,variant,receivedOn,lastContactOn,fastlege,unit';

/** The list as a file, with what is shown. @throws Problem for a list that is too long for a file. */
export const fileOf = (query: ListQuery): Promise<string> => read(api.GET('/api/v1/worklist/export', { params: { query: { ...query, columns: shownColumns } }, parseAs: 'text' }));
