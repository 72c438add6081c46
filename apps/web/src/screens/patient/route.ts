import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';

/** `/pasient/<id of the pathway>`. */
export const patientRoute = createRoute({
  getParentRoute: () => root,
  path: '/pasient/$id',
  component: lazyRouteComponent(() => import('./screen.js'), 'PatientScreen'),
});
