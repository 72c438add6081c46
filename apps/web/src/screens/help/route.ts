import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';

/** `/hjelp#virkedag`: each term can be linked to. */
export const helpRoute = createRoute({
  getParentRoute: () => root,
  path: '/hjelp',
  validateSearch: ({ sok }: Record<string, unknown>): { sok?: string } => (typeof sok === 'string' && sok !== '' ? { sok } : {}),
  component: lazyRouteComponent(() => import('./screen.js'), 'HelpScreen'),
});
