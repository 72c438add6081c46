import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { logInEnds } from './log-in-again.js';
import { root } from './root-route.js';

/** `/innlogget`: the end of a log-in beside a page. */
export const loggedInRoute = createRoute({ getParentRoute: () => root, path: logInEnds, component: lazyRouteComponent(() => import('./logged-in.js'), 'LoggedIn') });
