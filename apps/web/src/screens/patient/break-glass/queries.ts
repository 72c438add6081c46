import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type BreakGlassInput = components['schemas']['BreakGlassRequest'];

/** For whoever has only the patient's number: it stands in the body, and in no address. */
export const useBreakGlassByNumber = () =>
  useWrite(({ input, key }: { readonly input: components['schemas']['BreakGlassByNumberRequest']; readonly key: string }) => read(api.POST('/api/v1/break-glass', { params: { header: { 'Idempotency-Key': key } }, body: input })));

export const useBreakGlass = (id: string) =>
  useWrite(({ input, key }: { readonly input: BreakGlassInput; readonly key: string }) => read(api.POST('/api/v1/pathways/{id}/break-glass', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);
