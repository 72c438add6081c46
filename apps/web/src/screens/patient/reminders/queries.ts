import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type Reminder = components['schemas']['Reminder'];
export type ReminderEntry = components['schemas']['ReminderEntry'];
export type AnswerInput = components['schemas']['ReminderAnswerRequest'];

const limit = 50;

export const remindersQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...pathwayKey(id), 'reminders'],
    queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/pathways/{id}/reminders', { signal, params: { path: { id }, query: { limit, ...(pageParam !== null && { cursor: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Asks whoever owes something once more, by the rules of every reminder. */
export const useRemindAgain = (id: string) =>
  useWrite(({ key }: { readonly input: { readonly pathway: string }; readonly key: string }) =>
    read(api.POST('/api/v1/worklist/bulk', { params: { header: { 'Idempotency-Key': key } }, body: { action: { kind: 'remind' }, pathwayIds: [id] } })), [pathwayKey(id)]);

const paramsOf = (id: string, reminder: string, key: string) => ({ path: { id, reminder }, header: { 'Idempotency-Key': key } });

/** One that has not left does not leave. */
export const useStopReminder = (id: string, reminder: string) =>
  useWrite<{ readonly reason: string }, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/reminders/{reminder}/stop', { params: paramsOf(id, reminder, key), body: input })), [pathwayKey(id)]);

/** One that waits leaves now. */
export const useSendNow = (id: string, reminder: string) =>
  useWrite<null, unknown>(({ key }) => read(api.POST('/api/v1/pathways/{id}/reminders/{reminder}/now', { params: paramsOf(id, reminder, key) })), [pathwayKey(id)]);

export const useAnswerReminder = (id: string, reminder: string) =>
  useWrite<AnswerInput, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/reminders/{reminder}/answer', { params: { path: { id, reminder }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);
