import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { revisionSearch } from './search.js';

/** `/revisjon?frist=FRIST-VURDERING&periode=2026&vis=brutt`: the question and the number that is open stand in the address. */
export const revisionRoute = createRoute({
  getParentRoute: () => root,
  path: '/revisjon',
  validateSearch: revisionSearch,
  component: lazyRouteComponent(() => import('./screen.js'), 'RevisionScreen'),
});
