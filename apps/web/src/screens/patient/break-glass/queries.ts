import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type BreakGlassInput = components['schemas']['BreakGlassRequest'];

export const useBreakGlass = (id: string) =>
  useWrite(({ input, key }: { readonly input: BreakGlassInput; readonly key: string }) => read(api.POST('/api/v1/pathways/{id}/break-glass', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);
