import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, read } from './client.js';
import { meQuery, useMay } from './me.js';

/** Those who follow up patients at one's own unit: whom a patient can be given to, and whose names one may know. */
export const colleaguesQuery = queryOptions({ queryKey: ['colleagues'], queryFn: ({ signal }) => read(api.GET('/api/v1/colleagues', { signal })) });

/** Who somebody is by their id: oneself, a colleague with the name, or somebody whose name one may not know. */
export type Person = { readonly is: 'me' } | { readonly is: 'colleague'; readonly name: string } | { readonly is: 'other' };

/** The same function until a name changes. */
export function usePerson(): (id: string) => Person {
  const me = useQuery(meQuery).data?.id;
  const { data } = useQuery({ ...colleaguesQuery, enabled: useMay('colleagues.read') });
  return useCallback((id) => {
    if (id === me) return { is: 'me' };
    const name = data?.colleagues.find((one) => one.id === id)?.name ?? null;
    return name === null ? { is: 'other' } : { is: 'colleague', name };
  }, [data, me]);
}
