import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { components, operations } from '../../client/schema.js';
import type { Question } from './question.js';

type Schemas = components['schemas'];
export type Report = Schemas['ComplianceReport']['report'];
export type Line = Report['lines'][number];
export type Numbers = Schemas['ComplianceNumbers'];
export type Detail = NonNullable<Schemas['ComplianceDetail']>;
export type Chart = NonNullable<Schemas['ControlChart']>;
export type Funnel = Schemas['ComplianceFunnel'];
export type CellRow = Schemas['ComplianceCell']['rows'][number];
export type Indicators = Schemas['ComplianceIndicators'];
export type Organisation = Schemas['Organisation'];

/** All that this screen reads of the numbers. */
export const revisionKey = ['revision'] as const;

/** How many rows one page has. */
const limit = 50;

/** What a question comes to. The answer to another question never stands in for it: its numbers would be taken for these. */
export const reportQuery = (question: Question, { detail = false } = {}) =>
  queryOptions({
    queryKey: [...revisionKey, 'report', question, detail],
    queryFn: ({ signal }) => read(api.GET('/api/v1/compliance/report', { signal, params: { query: { ...question, ...(detail && { detail: 'true' as const }) } } })),
  });

/** Which of the frister of a question are opened. */
export type CellQuestion = Omit<operations['complianceCell']['parameters']['query'], 'cursor' | 'limit'>;

/** The frister that a number is made of, page by page. */
export const cellQuery = (question: CellQuestion) =>
  infiniteQueryOptions({
    queryKey: [...revisionKey, 'cell', question],
    queryFn: ({ pageParam, signal }) => read(api.GET('/api/v1/compliance/cell', { signal, params: { query: { ...question, limit, ...(pageParam !== null && { cursor: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** What each number means, and what may distort it. */
export const indicatorsQuery = queryOptions({ queryKey: ['compliance-indicators'], queryFn: ({ signal }) => read(api.GET('/api/v1/compliance/indicators', { signal })), staleTime: Infinity });

export const organisationsQuery = queryOptions({ queryKey: ['organisations'], queryFn: ({ signal }) => read(api.GET('/api/v1/organisations', { signal })), staleTime: Infinity });
