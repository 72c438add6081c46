import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';

export const tabs = ['pasienter', 'paminnelser'] as const;
export type Tab = (typeof tabs)[number];
export const isTab = (word: unknown): word is Tab => tabs.some((tab) => tab === word);

interface Search {
  readonly fane?: Tab;
  /** The pathway that is open. */
  readonly pasient?: string;
  /** The form for guidance is open. */
  readonly veiledning?: true;
}

/** `/mine-pasienter?pasient=<id>&veiledning=true`. */
export const myPatientsRoute = createRoute({
  getParentRoute: () => root,
  path: '/mine-pasienter',
  validateSearch: ({ fane, pasient, veiledning }: Record<string, unknown>): Search => ({ ...(isTab(fane) && { fane }), ...(typeof pasient === 'string' && { pasient }), ...(veiledning === true && { veiledning }) }),
  component: lazyRouteComponent(() => import('./screen.js'), 'MyPatientsScreen'),
});
