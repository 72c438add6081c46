import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components, operations } from '../../../client/schema.js';
import type { Act } from '../../../client/use-write.js';

type Schemas = components['schemas'];
export type Schedule = Schemas['ReportSchedule'];
export type ScheduleInput = Schemas['ReportScheduleRequest'];
export type Run = Schemas['ReportRuns']['runs'][number];
export type Next = Schemas['NextReport'];
export type Format = Run['formats'][number];
type Timing = operations['reportSchedulesNext']['parameters']['query'];

export const schedulesKey = ['report-schedules'] as const;

const list = '/api/v1/compliance/schedules';
const one = `${list}/{schedule}` as const;
const header = (key: string) => ({ 'Idempotency-Key': key });
const at = (schedule: string, key: string) => ({ params: { path: { schedule }, header: header(key) } });

export const schedulesQuery = queryOptions({ queryKey: [...schedulesKey, 'list'], queryFn: ({ signal }) => read(api.GET(list, { signal })) });

/** What one has made. While something is waited for it is asked again. */
export const runsQuery = (schedule: string, waits: boolean) =>
  queryOptions({ queryKey: [...schedulesKey, 'runs', schedule], queryFn: ({ signal }) => read(api.GET(`${one}/runs`, { signal, params: { path: { schedule } } })), ...(waits && { refetchInterval: 2_000 }) });

/** When one with these days would be made. The answer to other days stays until this one is there. */
export const nextQuery = (timing: Timing) =>
  queryOptions({ queryKey: ['report-next', timing], queryFn: ({ signal }) => read(api.GET(`${list}/next`, { signal, params: { query: timing } })) });

export const readersQuery = (org: string) =>
  queryOptions({ queryKey: ['report-readers', org], enabled: org !== '', queryFn: ({ signal }) => read(api.GET(`${list}/readers`, { signal, params: { query: { org } } })) });

export const saveSchedule = (id: string | null) => ({ input, key }: Act<ScheduleInput>): Promise<Schedule> =>
  id === null ? read(api.POST(list, { params: { header: header(key) }, body: input })) : read(api.PUT(one, { ...at(id, key), body: input }));

export const pauseSchedule = (id: string) => ({ key }: Act<null>) => read(api.POST(`${one}/pause`, at(id, key)));
export const resumeSchedule = (id: string) => ({ key }: Act<null>) => read(api.POST(`${one}/resume`, at(id, key)));
export const makeNow = (id: string) => ({ key }: Act<null>) => read(api.POST(`${one}/runs`, at(id, key)));
export const removeSchedule = (id: string) => ({ key }: Act<null>) => read(api.DELETE(one, at(id, key)));

/** Where the API gives a stored report as a file. */
export const fileOf = ({ scheduleId, id }: Run, format: Format): string => `${list}/${scheduleId}/runs/${id}/${format}`;
