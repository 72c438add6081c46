import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type Appointment = components['schemas']['MirroredAppointment'];
export type AppointmentRequest = components['schemas']['AppointmentRequest'];
export type Wish = components['schemas']['AppointmentRequestRequest'];

export const appointmentsQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'appointments'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/appointments', { signal, params: { path: { id } } })) });

export const requestsQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'appointment-requests'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/appointment-requests', { signal, params: { path: { id } } })) });

export const useAskForAppointment = (id: string) =>
  useWrite<Wish, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/appointment-requests', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);

export const useWithdrawRequest = (id: string) =>
  useWrite<{ request: string }, unknown>(({ key }) => read(api.DELETE('/api/v1/pathways/{id}/appointment-requests', { params: { path: { id }, header: { 'Idempotency-Key': key } } })), [pathwayKey(id)]);
