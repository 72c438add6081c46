import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { Act } from '../../client/use-write.js';
import type { components } from '../../client/schema.js';

export type Asked = components['schemas']['ReminderAsked'];
export type AnswerInput = components['schemas']['ReminderAnswerRequest'];

export const askedKey = (id: string) => ['asked', id] as const;

/** What one's roles were asked on a pathway, and the answers that there are. */
export const askedQuery = (id: string) =>
  queryOptions({ queryKey: askedKey(id), queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/reminders-asked', { signal, params: { path: { id } } })) });

/** Answers a reminder, by the command that its duty names. */
export const answer = (id: string, reminder: string) => ({ input, key }: Act<AnswerInput>) =>
  read(api.POST('/api/v1/pathways/{id}/reminders/{reminder}/answer', { params: { path: { id, reminder }, header: { 'Idempotency-Key': key } }, body: input }));
