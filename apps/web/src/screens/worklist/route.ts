import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { isPile, type Pile } from './piles.js';

/** `/?liste=brutt`: the list is in the address, so that it can be linked to and gone back to. */
export const worklistRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: ({ liste }: Record<string, unknown>): { liste?: Pile } => (isPile(liste) ? { liste } : {}),
  component: lazyRouteComponent(() => import('./screen.js'), 'WorklistScreen'),
});
