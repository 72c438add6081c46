import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, read } from '../../client/client.js';
import type { components } from '../../client/schema.js';
import type { Act } from '../../client/use-write.js';
import type { DefinitionParts } from './definition.js';

type Schemas = components['schemas'];
export type Pathway = Schemas['Pathway'];
export type Clock = Schemas['ClockPicture']['clocks'][number];
export type ClockPicture = Schemas['ClockPicture'];
export type Explanation = Schemas['Explanation'];
export type Command = Schemas['Command'];
export type Field = Schemas['Field'];
export type Preview = Schemas['CommandPreview'];
export type Entry = Schemas['TimelineEntry'];
export type Obligation = Schemas['Obligation'];
export type CommandRequest = Schemas['CommandRequest'];

/** All that one pathway's page reads. */
export const pathwayKey = (id: string) => ['pathway', id] as const;

/** The pathway as it stands today. */
export const pathwayQuery = (id: string) =>
  queryOptions({ queryKey: pathwayKey(id), queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}', { signal, params: { path: { id } } })) });

/** All clocks, with where each day lies in a picture of them. */
export const clocksQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'clocks'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/clocks', { signal, params: { path: { id } } })) });

/** Why a clock is as it is. */
export const explanationQuery = (id: string, key: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'explain', key], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/clocks/{key}/explain', { signal, params: { path: { id, key } } })) });

/** What may be done, and what its form asks for. */
export const commandsQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'commands'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/commands', { signal, params: { path: { id } } })) });

/**
 * What a command would change. It is not read anew by itself: what somebody agreed to is what they saw, and if others were first, saving says so.
 */
export const previewQuery = (id: string, command: string, body: CommandRequest) =>
  queryOptions({
    queryKey: ['preview', id, command, body],
    queryFn: ({ signal }) => read(api.POST('/api/v1/pathways/{id}/commands/{command}/preview', { signal, params: { path: { id, command } }, body })),
    staleTime: Infinity,
    gcTime: 0,
  });

/** A definition's words. A version never changes. */
export const definitionQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['definition', id, version],
    queryFn: async ({ signal }) => (await read(api.GET('/api/v1/definitions/{id}/{version}', { signal, params: { path: { id, version } } }))) as unknown as DefinitionParts,
    staleTime: Infinity,
  });

export const definitionsQuery = queryOptions({ queryKey: ['definitions'], queryFn: ({ signal }) => read(api.GET('/api/v1/definitions', { signal })) });
export const organisationsQuery = queryOptions({ queryKey: ['organisations'], queryFn: ({ signal }) => read(api.GET('/api/v1/organisations', { signal })) });

const withKey = (key: string) => ({ 'Idempotency-Key': key });

export const giveCommand = (id: string, command: string) => ({ input, key }: Act<CommandRequest>) =>
  read(api.POST('/api/v1/pathways/{id}/commands/{command}', { params: { path: { id, command }, header: withKey(key) }, body: input }));

export const correctEvent = (id: string, eventId: string) => ({ input, key }: Act<Schemas['CorrectionRequest']>) =>
  read(api.POST('/api/v1/pathways/{id}/events/{eventId}/correction', { params: { path: { id, eventId }, header: withKey(key) }, body: input }));

export const retractEvent = (id: string, eventId: string) => ({ input, key }: Act<Schemas['RetractionRequest']>) =>
  read(api.POST('/api/v1/pathways/{id}/events/{eventId}/retraction', { params: { path: { id, eventId }, header: withKey(key) }, body: input }));

export const confirmObligation = (id: string, obligation: string) => ({ key }: Act<Record<string, never>>) =>
  read(api.POST('/api/v1/pathways/{id}/obligations/{key}/confirmation', { params: { path: { id, key: obligation }, header: withKey(key) }, body: {} }));

export const movePathway = (id: string) => ({ input, key }: Act<Schemas['MoveRequest']>) =>
  read(api.POST('/api/v1/pathways/{id}/move', { params: { path: { id }, header: withKey(key) }, body: input }));

export const setMode = (id: string) => ({ input, key }: Act<Schemas['ModeRequest']>) =>
  read(api.PUT('/api/v1/pathways/{id}/mode', { params: { path: { id }, header: withKey(key) }, body: input }));

export const transferPathway = (id: string) => ({ input, key }: Act<Schemas['TransferRequest']>) =>
  read(api.POST('/api/v1/pathways/{id}/transfer', { params: { path: { id }, header: withKey(key) }, body: input }));

/** Reads all of the pathway's page anew. */
export function useRefresh(id: string): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: pathwayKey(id) }), [queries, id]);
}
