import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type Note = components['schemas']['Note'];
export type NoteInput = components['schemas']['NoteRequest'];

const notesKey = (id: string) => [...pathwayKey(id), 'notes'] as const;

export const notesQuery = (id: string) =>
  queryOptions({ queryKey: notesKey(id), queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/notes', { signal, params: { path: { id } } })) });

export const useAddNote = (id: string) =>
  useWrite<NoteInput, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/notes', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [notesKey(id)]);

export const useRewriteNote = (id: string, eventId: string) =>
  useWrite<NoteInput, unknown>(({ input, key }) => read(api.PUT('/api/v1/pathways/{id}/notes/{eventId}', { params: { path: { id, eventId }, header: { 'Idempotency-Key': key } }, body: input })), [notesKey(id)]);

export const useStrikeOutNote = (id: string, eventId: string) =>
  useWrite<{ reason: string }, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/notes/{eventId}/strike-out', { params: { path: { id, eventId }, header: { 'Idempotency-Key': key } }, body: input })), [notesKey(id)]);
