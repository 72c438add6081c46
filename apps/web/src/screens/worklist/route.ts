import { createRoute } from '@tanstack/react-router';
import { csrfToken } from '../../client/csrf.js';
import { meQuery } from '../../client/me.js';
import { queries } from '../../client/queries.js';
import { root } from '../../shell/root-route.js';
import { pageQuery } from './queries.js';
import { WorklistScreen } from './screen.js';
import { queryOf, searchOf, type WorklistSearch } from './wanted.js';

/** `/?liste=brutt&sorter=kontakt`: pile, filters, sorting and open panel are in the address, so that they can be linked to and gone back to. */
export const worklistRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): WorklistSearch => searchOf(search),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => void readAhead(deps),
  component: WorklistScreen,
});

/**
 * Reads the list's beginning while the screen is made ready: beside the question who is logged in, where there is a session to ask with, and not
 * after it. A session that has ended is said by that question, in the place of every screen.
 */
async function readAhead(search: WorklistSearch): Promise<void> {
  const page = pageQuery(queryOf(search), null);
  if (csrfToken(document.cookie) !== null) return queries.prefetchQuery(page);
  try {
    await queries.ensureQueryData(meQuery);
  } catch {
    // Without a session there is no list yet, and the shell says why.
    return;
  }
  await queries.prefetchQuery(page);
}
