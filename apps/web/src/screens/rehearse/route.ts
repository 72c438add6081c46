import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root-route.js';

/** Which lines of the timeline are shown; the words stand in the address. */
export const views = ['viktig', 'alt'] as const;
export type View = (typeof views)[number];
export const isView = (word: unknown): word is View => views.some((view) => view === word);

/** `/ov?scenario=fristbrudd&vis=alt`: an example can be linked to. What somebody writes stays on the page, it may be long. */
export const rehearseRoute = createRoute({
  getParentRoute: () => root,
  path: '/ov',
  validateSearch: ({ scenario, vis }: Record<string, unknown>): { scenario?: string; vis?: View } => ({ ...(typeof scenario === 'string' && { scenario }), ...(isView(vis) && { vis }) }),
  component: lazyRouteComponent(() => import('./screen.js'), 'RehearseScreen'),
});
