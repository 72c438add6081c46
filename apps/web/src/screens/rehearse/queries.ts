import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { components } from '../../client/schema.js';

export type Rehearsal = components['schemas']['Rehearsal'];

/** A scenario played by the rules. It reads only, and the same scenario gives the same days, so it is asked for as other reading is. */
export const rehearsalQuery = (scenario: string | null) =>
  queryOptions({
    queryKey: ['rehearsal', scenario],
    queryFn: ({ signal }) => read(api.POST('/api/v1/rehearsals', { signal, body: { scenario: scenario ?? '' } })),
    enabled: scenario !== null,
    staleTime: Infinity,
  });
