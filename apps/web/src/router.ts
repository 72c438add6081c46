import { createRouter } from '@tanstack/react-router';
import { loggedInRoute } from './shell/logged-in-route.js';
import { root } from './shell/root-route.js';
import { patientRoute } from './screens/patient/route.js';
import { adminRoute } from './screens/admin/route.js';
import { capacityRoute } from './screens/capacity/route.js';
import { courseRoute, coursesRoute } from './screens/courses/route.js';
import { findingsRoute } from './screens/findings/route.js';
import { helpRoute } from './screens/help/route.js';
import { mapRoute } from './screens/map/route.js';
import { myPatientsRoute } from './screens/my-patients/route.js';
import { newReferralRoute, referralsRoute } from './screens/referrals/route.js';
import { rehearseRoute } from './screens/rehearse/route.js';
import { revisionRoute } from './screens/revision/route.js';
import { worklistRoute } from './screens/worklist/route.js';

/** One line for each screen; its code is loaded when somebody goes there. */
const routeTree = root.addChildren([
  worklistRoute, patientRoute, referralsRoute, newReferralRoute, findingsRoute, myPatientsRoute, capacityRoute, mapRoute, rehearseRoute, revisionRoute, coursesRoute, courseRoute, adminRoute, helpRoute, loggedInRoute,
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
