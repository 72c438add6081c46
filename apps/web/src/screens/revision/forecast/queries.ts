import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components, operations } from '../../../client/schema.js';

export type Forecast = components['schemas']['Forecast'];
export type Unit = Forecast['units'][number];
export type Week = Forecast['weeks'][number];
type Asked = NonNullable<operations['forecastForecast']['parameters']['query']>;

/** How many frister will break, if the present goes on. The same question on the same day gives the same answer. */
export const forecastQuery = (asked: Pick<Asked, 'weeks' | 'extraPlaces' | 'org' | 'clock'>) =>
  queryOptions({ queryKey: ['forecast', asked], queryFn: ({ signal }) => read(api.GET('/api/v1/forecast', { signal, params: { query: asked } })) });
