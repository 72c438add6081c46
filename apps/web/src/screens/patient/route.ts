import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { patientSearch } from './search.js';

/** `/pasient/<id of the pathway>?fane=gjor&handling=utsett`: the tab and what is open in it stand in the address. */
export const patientRoute = createRoute({
  getParentRoute: () => root,
  path: '/pasient/$id',
  validateSearch: patientSearch,
  component: lazyRouteComponent(() => import('./screen.js'), 'PatientScreen'),
});
