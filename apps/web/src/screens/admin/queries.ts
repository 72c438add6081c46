import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { Act } from '../../client/use-write.js';
import type { components } from '../../client/schema.js';

type Schemas = components['schemas'];
export type RoleGrant = Schemas['RoleGrant'];
export type RoleGrantInput = Schemas['RoleGrantRequest'];
export type OrganisationInput = Schemas['OrganisationRequest'];
export type Subscriber = Schemas['Subscriber'];
export type SubscriberInput = Schemas['SubscriberRequest'];

export const grantsKey = ['role-grants'] as const;
export const organisationsKey = ['organisations'] as const;
export const effectsKey = ['effects'] as const;
export const subscribersKey = ['subscribers'] as const;

export const grantsQuery = (past: boolean) => queryOptions({ queryKey: [...grantsKey, past], queryFn: ({ signal }) => read(api.GET('/api/v1/role-grants', { signal, params: { query: { past: past ? 'true' : 'false' } } })) });
export const organisationsQuery = queryOptions({ queryKey: [...organisationsKey], queryFn: ({ signal }) => read(api.GET('/api/v1/organisations', { signal })) });
export const effectsQuery = queryOptions({ queryKey: [...effectsKey], queryFn: ({ signal }) => read(api.GET('/api/v1/settings/effects', { signal })) });
export const subscribersQuery = queryOptions({ queryKey: [...subscribersKey], queryFn: ({ signal }) => read(api.GET('/api/v1/webhook-subscribers', { signal })) });

const header = (key: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': key });

export const grantRole = ({ input, key }: Act<RoleGrantInput>) => read(api.POST('/api/v1/role-grants', { params: { header: header(key) }, body: input }));
export const withdrawRole = (grant: string) => ({ input, key }: Act<Schemas['RoleWithdrawalRequest']>) => read(api.DELETE('/api/v1/role-grants/{grant}', { params: { path: { grant }, header: header(key) }, body: input }));
export const addOrganisation = ({ input, key }: Act<OrganisationInput>) => read(api.POST('/api/v1/organisations', { params: { header: header(key) }, body: input }));
export const setEffects = ({ input, key }: Act<Schemas['EffectsRequest']>) => read(api.PUT('/api/v1/settings/effects', { params: { header: header(key) }, body: input }));
export const addSubscriber = ({ input, key }: Act<SubscriberInput>) => read(api.POST('/api/v1/webhook-subscribers', { params: { header: header(key) }, body: input }));
export const pingSubscriber = (subscriber: string) => ({ key }: Act<null>) => read(api.POST('/api/v1/webhook-subscribers/{subscriber}/ping', { params: { path: { subscriber }, header: header(key) } }));
export const rotateSecret = (subscriber: string) => ({ input, key }: Act<Schemas['RotationRequest']>) => read(api.POST('/api/v1/webhook-subscribers/{subscriber}/secret', { params: { path: { subscriber }, header: header(key) }, body: input }));
export const endSubscriber = (subscriber: string) => ({ input, key }: Act<Schemas['EndSubscriberRequest']>) => read(api.DELETE('/api/v1/webhook-subscribers/{subscriber}', { params: { path: { subscriber }, header: header(key) }, body: input }));
