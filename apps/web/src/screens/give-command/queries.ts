import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { Act } from '../../client/use-write.js';
import type { components } from '../../client/schema.js';

export type Field = components['schemas']['Field'];
export type Command = components['schemas']['Command'];
export type Preview = components['schemas']['CommandPreview'];
export type CommandInput = components['schemas']['CommandRequest'];

export const commandsKey = (id: string) => ['commands', id] as const;

/** What may be done with a pathway now, what each command needs, and why others cannot be given. */
export const commandsQuery = (id: string) =>
  queryOptions({ queryKey: commandsKey(id), queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/commands', { signal, params: { path: { id } } })) });

/** What a command would change; nothing is recorded. Refused as the command is. */
export const previewQuery = (id: string, command: string, input: CommandInput) =>
  queryOptions({
    queryKey: ['preview', id, command, input],
    queryFn: ({ signal }) => read(api.POST('/api/v1/pathways/{id}/commands/{command}/preview', { signal, params: { path: { id, command } }, body: input })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Gives a command. */
export const give = (id: string, command: string) => ({ input, key }: Act<CommandInput>) =>
  read(api.POST('/api/v1/pathways/{id}/commands/{command}', { params: { path: { id, command }, header: { 'Idempotency-Key': key } }, body: input }));
