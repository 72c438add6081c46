import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite, type Act } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type Meeting = components['schemas']['Meeting'];
export type MeetingParticipant = Meeting['participants'][number];
export type MeetingInput = components['schemas']['MeetingRequest'];
export type MeetingTime = components['schemas']['MeetingTimeRequest'];
export type HeldInput = components['schemas']['MeetingHeld'];
export type AgendaItem = components['schemas']['AgendaRequest']['agenda'][number];
export type MeetingAnswer = components['schemas']['MeetingAnswer']['answer'];

export const meetingsQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'meetings'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/meetings', { signal, params: { path: { id } } })) });

/** Where the invitation, or the word that it is off, is downloaded from. */
export const invitationAddress = (id: string, meeting: string): string => `/api/v1/pathways/${id}/meetings/${meeting}/invitation`;

const paramsOf = (id: string, meeting: string, { key }: Act<unknown>) => ({ path: { id, meeting }, header: { 'Idempotency-Key': key } });

export const usePlanMeeting = (id: string) =>
  useWrite<MeetingInput, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/meetings', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), [pathwayKey(id)]);

export const useMoveMeeting = (id: string, meeting: string) =>
  useWrite<MeetingTime, unknown>((act) => read(api.PUT('/api/v1/pathways/{id}/meetings/{meeting}/time', { params: paramsOf(id, meeting, act), body: act.input })), [pathwayKey(id)]);

export const useCancelMeeting = (id: string, meeting: string) =>
  useWrite<{ text: string }, unknown>((act) => read(api.POST('/api/v1/pathways/{id}/meetings/{meeting}/cancellation', { params: paramsOf(id, meeting, act), body: act.input })), [pathwayKey(id)]);

export const useNotHeld = (id: string, meeting: string) =>
  useWrite<{ text: string }, unknown>((act) => read(api.POST('/api/v1/pathways/{id}/meetings/{meeting}/not-held', { params: paramsOf(id, meeting, act), body: act.input })), [pathwayKey(id)]);

export const useHeld = (id: string, meeting: string) =>
  useWrite<HeldInput, unknown>((act) => read(api.POST('/api/v1/pathways/{id}/meetings/{meeting}/held', { params: paramsOf(id, meeting, act), body: act.input })), [pathwayKey(id)]);

export const useNoteAnswer = (id: string, meeting: string) =>
  useWrite<{ participant: string; answer: MeetingAnswer }, unknown>(
    ({ input: { participant, answer }, key }) =>
      read(api.PUT('/api/v1/pathways/{id}/meetings/{meeting}/participants/{participant}/answer', { params: { path: { id, meeting, participant }, header: { 'Idempotency-Key': key } }, body: { answer } })), [pathwayKey(id)]);

export const useSetParticipant = (id: string, meeting: string) =>
  useWrite<{ participant: string; name: string | null; email: string | null }, unknown>(
    ({ input: { participant, ...body }, key }) => read(api.PUT('/api/v1/pathways/{id}/meetings/{meeting}/participants/{participant}', { params: { path: { id, meeting, participant }, header: { 'Idempotency-Key': key } }, body })), [pathwayKey(id)]);

export const useAgenda = (id: string, meeting: string) =>
  useWrite<{ agenda: AgendaItem[] }, unknown>((act) => read(api.PUT('/api/v1/pathways/{id}/meetings/{meeting}/agenda', { params: paramsOf(id, meeting, act), body: act.input })), [pathwayKey(id)]);

export const useMinutes = (id: string, meeting: string) =>
  useWrite<{ text: string }, unknown>((act) => read(api.POST('/api/v1/pathways/{id}/meetings/{meeting}/minutes', { params: paramsOf(id, meeting, act), body: act.input })), [pathwayKey(id)]);
