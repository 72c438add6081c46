import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type Participant = components['schemas']['Participant'];
export type ParticipantInput = components['schemas']['ParticipantRequest'];
export type BlockInput = components['schemas']['BlockRequest'];
export type ContactInput = components['schemas']['ContactRequest'];
export type OwnerInput = components['schemas']['OwnerRequest'];

export const participantsQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'participants'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/participants', { signal, params: { path: { id } } })) });

export const organisationsQuery = queryOptions({ queryKey: ['organisations'], queryFn: ({ signal }) => read(api.GET('/api/v1/organisations', { signal })) });

export const useGrant = (id: string) =>
  useWrite<ParticipantInput, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/participants', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);

export const useEndGrant = (id: string, grant: string) =>
  useWrite<{ reason?: string }, unknown>(({ input, key }) => read(api.DELETE('/api/v1/pathways/{id}/participants/{grant}', { params: { path: { id, grant }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);

export const useBlock = (id: string) =>
  useWrite<BlockInput, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/blocks', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);

export const useUnblock = (id: string, grant: string) =>
  useWrite<{ reason?: string }, unknown>(({ input, key }) => read(api.DELETE('/api/v1/pathways/{id}/blocks/{grant}', { params: { path: { id, grant }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);

export const useSaveContact = (id: string) =>
  useWrite<ContactInput & { readonly role: string }, unknown>(({ input: { role, ...body }, key }) => read(api.PUT('/api/v1/pathways/{id}/contacts/{role}', { params: { path: { id, role }, header: { 'Idempotency-Key': key } }, body })), [pathwayKey(id)]);

export const useAssignOwner = (id: string) =>
  useWrite<OwnerInput & { readonly role: string }, unknown>(({ input: { role, ...body }, key }) => read(api.PUT('/api/v1/pathways/{id}/owners/{role}', { params: { path: { id, role }, header: { 'Idempotency-Key': key } }, body })), [pathwayKey(id)]);
