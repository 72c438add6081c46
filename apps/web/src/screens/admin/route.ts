import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';

export const tabs = ['roller', 'virksomheter', 'utsending', 'abonnenter'] as const;
export type Tab = (typeof tabs)[number];
export const isTab = (word: unknown): word is Tab => tabs.some((tab) => tab === word);

interface Search {
  readonly fane?: Tab;
  /** What is open: `ny`, or the id of what is changed. */
  readonly apen?: string;
  /** What has ended too. */
  readonly avsluttede?: true;
}

/** `/administrasjon?fane=roller&apen=ny`. */
export const adminRoute = createRoute({
  getParentRoute: () => root,
  path: '/administrasjon',
  validateSearch: ({ fane, apen, avsluttede }: Record<string, unknown>): Search => ({ ...(isTab(fane) && { fane }), ...(typeof apen === 'string' && { apen }), ...(avsluttede === true && { avsluttede }) }),
  component: lazyRouteComponent(() => import('./screen.js'), 'AdminScreen'),
});
