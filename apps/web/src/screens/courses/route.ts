import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';
import { isTab, type Tab } from './tabs.js';

/** `/kurs?tidligere=true`: the courses; `nytt` opens the form of a new one. */
export const coursesRoute = createRoute({
  getParentRoute: () => root,
  path: '/kurs',
  validateSearch: ({ tidligere, nytt }: Record<string, unknown>): { tidligere?: true; nytt?: true } => ({ ...(tidligere === true && { tidligere }), ...(nytt === true && { nytt }) }),
  component: lazyRouteComponent(() => import('./screen.js'), 'CoursesScreen'),
});

/** What may stand in a course's address: the tab, the session whose attendance is kept, and the offer that is open. */
export interface CourseSearch {
  readonly fane?: Tab;
  readonly samling?: string;
  readonly tilbud?: string;
}

/** `/kurs/<id>?fane=oppmote&samling=<id>`. */
export const courseRoute = createRoute({
  getParentRoute: () => root,
  path: '/kurs/$id',
  validateSearch: ({ fane, samling, tilbud }: Record<string, unknown>): CourseSearch => ({
    ...(isTab(fane) && { fane }),
    ...(typeof samling === 'string' && { samling }),
    ...(typeof tilbud === 'string' && { tilbud }),
  }),
  component: lazyRouteComponent(() => import('./course.js'), 'CourseScreen'),
});
