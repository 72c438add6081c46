import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { components } from '../../client/schema.js';

/** All that the map reads; what is live is told by this key. */
export const mapKey = ['pathway-map'] as const;

export type PathwayMap = components['schemas']['PathwayMap'];
export type Step = components['schemas']['MapStep'];
export type Transition = components['schemas']['MapTransition'];
export type Clock = components['schemas']['MapClock'];
export type Duty = components['schemas']['MapDuty'];
export type Definition = components['schemas']['DefinitionSummary'];

/** The definitions in all their versions. */
export const definitionsQuery = queryOptions({ queryKey: ['definitions'], queryFn: ({ signal }) => read(api.GET('/api/v1/definitions', { signal })) });

/** A definition as a map, with the patients at each step. */
export const mapQuery = (id: string, version: string) =>
  queryOptions({ queryKey: [...mapKey, id, version], queryFn: ({ signal }) => read(api.GET('/api/v1/definitions/{id}/{version}/map', { signal, params: { path: { id, version } } })) });
