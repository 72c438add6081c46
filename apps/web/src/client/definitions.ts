import { queryOptions } from '@tanstack/react-query';
import { api, read } from './client.js';
import type { components } from './schema.js';

type Text = components['schemas']['Text'];
type Titled = { readonly id: string; readonly title: Text };

/** A definition with what screens name of it. */
export interface Named extends Titled {
  readonly version: string;
  readonly steps: readonly Titled[];
  readonly groups: readonly Titled[];
  readonly clocks: readonly (Titled & { readonly start?: readonly { readonly event?: string }[]; readonly due?: unknown })[];
  readonly roles: Readonly<Record<string, Text>>;
  readonly events: Readonly<Record<string, { readonly title: Text }>>;
}

/** All definitions, each in the last of its versions, with what they name; they seldom change. */
export const definitionsQuery = queryOptions({
  queryKey: ['definitions', 'named'],
  queryFn: async ({ signal }) => {
    const { definitions } = await read(api.GET('/api/v1/definitions', { signal }));
    const whole = await Promise.all(definitions.map(({ id, version }) => read(api.GET('/api/v1/definitions/{id}/{version}', { signal, params: { path: { id, version } } }))));
    return whole as unknown as readonly Named[];
  },
  staleTime: Infinity,
});
