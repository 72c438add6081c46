import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery } from '../../client/me.js';
import { queries } from '../../client/queries.js';
import { root } from '../../shell/root-route.js';
import { pageQuery } from './queries.js';
import { queryOf, searchOf, type WorklistSearch } from './wanted.js';

/** `/?liste=brutt&sorter=kontakt`: pile, filters, sorting and open panel are in the address, so that they can be linked to and gone back to. */
export const worklistRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): WorklistSearch => searchOf(search),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => void readAhead(deps),
  component: lazyRouteComponent(() => import('./screen.js'), 'WorklistScreen'),
});

/** Reads the list's beginning while the screen's code is on its way. */
async function readAhead(search: WorklistSearch): Promise<void> {
  try {
    await queries.ensureQueryData(meQuery);
  } catch {
    // Without a session there is no list yet, and the shell says why.
    return;
  }
  await queries.prefetchQuery(pageQuery(queryOf(search), null));
}
