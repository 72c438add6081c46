import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type CarePlan = components['schemas']['CarePlans']['plans'][number];
export type PlanItem = CarePlan['items'][number];
export type PlanItemInput = components['schemas']['PlanItemRequest'];

export const plansQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'plans'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/plans', { signal, params: { path: { id } } })) });

export const useBeginPlan = (id: string) =>
  useWrite<{ plan: string }, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/plans', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);

export const useSetPlanItem = (id: string, plan: string, item: string) =>
  useWrite<PlanItemInput, unknown>(({ input, key }) => read(api.PUT('/api/v1/pathways/{id}/plans/{plan}/items/{item}', { params: { path: { id, plan, item }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);
