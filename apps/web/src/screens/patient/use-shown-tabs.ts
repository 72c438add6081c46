import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { meQuery } from '../../client/me.js';
import { actionOf, workTabs, type WorkTab } from './tabs.js';

/** The tabs of the work around a pathway that one's roles let one read. */
export function useShownTabs(): readonly WorkTab[] {
  const actions: readonly string[] | undefined = useQuery(meQuery).data?.actions;
  return useMemo(() => workTabs.filter((tab) => actions?.includes(actionOf[tab])), [actions]);
}
