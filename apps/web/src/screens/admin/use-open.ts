import { useNavigate } from '@tanstack/react-router';
import { adminRoute, type Tab } from './route.js';

/** What is open in a tab, in the address. */
export function useOpen(fane: Tab): { readonly apen: string | undefined; readonly avsluttede: boolean; readonly open: (what?: string) => void; readonly showEnded: (show: boolean) => void } {
  const { apen, avsluttede = false } = adminRoute.useSearch();
  const navigate = useNavigate();
  const go = (what: string | undefined, ended: boolean): void => void navigate({ to: '/administrasjon', search: { fane, ...(what !== undefined && { apen: what }), ...(ended && { avsluttede: true as const }) } });
  return { apen, avsluttede, open: (what) => go(what, avsluttede), showEnded: (show) => go(undefined, show) };
}
