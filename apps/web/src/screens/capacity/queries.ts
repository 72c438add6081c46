import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { components } from '../../client/schema.js';
import { choices } from './choices.js';
import type { CapacitySearch } from './route.js';

/** All that this screen reads; what is live is told by this key. */
export const capacityKey = ['capacity'] as const;

export type Week = components['schemas']['CalendarWeek'];
export type Breaking = components['schemas']['BreakingRow'];
export type Report = components['schemas']['MirroredFile'];

/** How many rows one page has. */
const limit = 50;

/** Frister and mirrored time, week by week. */
export const weeksQuery = queryOptions({ queryKey: [...capacityKey, 'weeks'], queryFn: ({ signal }) => read(api.GET('/api/v1/calendar/weeks', { signal })) });

/** The patients behind a number; without a week those who break in the weeks ahead if nothing changes. */
export const patientsQuery = ({ enhet, uke, vis = 'uten-time' }: CapacitySearch) =>
  infiniteQueryOptions({
    queryKey: [...capacityKey, 'patients', enhet ?? '', uke ?? '', vis],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(enhet !== undefined && { org: enhet }), ...(uke !== undefined && { week: uke }), time: choices[vis], limit, ...(pageParam !== null && { cursor: pageParam }) };
      return read(api.GET('/api/v1/calendar/breaking', { signal, params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** A file of the record system, and what it holds. */
export interface CalendarFile {
  readonly holds: 'appointments' | 'capacity';
  readonly csv: string;
}

/** Takes a file in; what is wrong with single lines is in the answer. */
export function sendFile({ holds, csv }: CalendarFile, key: string): Promise<Report> {
  const request = { params: { header: { 'Idempotency-Key': key } }, body: { csv } };
  return read(holds === 'appointments' ? api.POST('/api/v1/calendar/appointments', request) : api.POST('/api/v1/calendar/capacity', request));
}
