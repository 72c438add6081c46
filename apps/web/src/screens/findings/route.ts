import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { isTab, isTask, type Tab, type Task } from './tabs.js';

interface Search {
  readonly fane?: Tab;
  /** What is open: a finding's key, the pathway in quarantine, or a message. */
  readonly apen?: string;
  /** The form that is open in it. */
  readonly gjor?: Task;
  /** Those that were set aside or settled. */
  readonly ferdige?: true;
}

/** `/avvik?fane=karantene&apen=<id>&gjor=rett`. */
export const findingsRoute = createRoute({
  getParentRoute: () => root,
  path: '/avvik',
  validateSearch: ({ fane, apen, gjor, ferdige }: Record<string, unknown>): Search => ({
    ...(isTab(fane) && { fane }), ...(typeof apen === 'string' && { apen }), ...(isTask(gjor) && { gjor }), ...(ferdige === true && { ferdige }),
  }),
  component: lazyRouteComponent(() => import('./screen.js'), 'FindingsScreen'),
});
