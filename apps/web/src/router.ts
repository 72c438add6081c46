import { createRouter } from '@tanstack/react-router';
import { root } from './shell/root-route.js';
import { patientRoute } from './screens/patient/route.js';
import { worklistRoute } from './screens/worklist/route.js';

/** One line for each screen; its code is loaded when somebody goes there. */
const routeTree = root.addChildren([worklistRoute, patientRoute]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
