import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { isAct, type Act } from './acts.js';

interface Search {
  /** The pathway of the referral that is open. */
  readonly henvisning?: string;
  /** The form that is open. */
  readonly gjor?: Act;
}

/** `/henvisninger?henvisning=<id>&gjor=rett`: what is open is in the address. */
export const referralsRoute = createRoute({
  getParentRoute: () => root,
  path: '/henvisninger',
  validateSearch: ({ henvisning, gjor }: Record<string, unknown>): Search => ({ ...(typeof henvisning === 'string' && { henvisning }), ...(isAct(gjor) && { gjor }) }),
  component: lazyRouteComponent(() => import('./screen.js'), 'ReferralsScreen'),
});

/** `/henvisninger/ny`: one that came on paper or by telephone. */
export const newReferralRoute = createRoute({
  getParentRoute: () => root,
  path: '/henvisninger/ny',
  component: lazyRouteComponent(() => import('./new-referral.js'), 'NewReferralScreen'),
});
