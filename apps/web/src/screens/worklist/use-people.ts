import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { meQuery, useMay } from '../../client/me.js';
import { useText } from './messages.js';
import { colleaguesQuery } from './queries.js';

/** What those who have roles for patients are called: oneself, colleagues by name, null for others. The same function until a name changes. */
export function usePeople(): (person: string) => string | null {
  const text = useText();
  const me = useQuery(meQuery).data?.id;
  const { data } = useQuery({ ...colleaguesQuery, enabled: useMay('colleagues.read') });
  return useCallback((person) => (person === me ? text('me') : (data?.colleagues.find(({ id }) => id === person)?.name ?? null)), [data, me, text]);
}
