import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { searchOf, type WorklistSearch } from './wanted.js';

/** `/?liste=brutt&sorter=kontakt`: pile, filters, sorting and open panel are in the address, so that they can be linked to and gone back to. */
export const worklistRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): WorklistSearch => searchOf(search),
  component: lazyRouteComponent(() => import('./screen.js'), 'WorklistScreen'),
});
