import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './not-found.js';
import { Shell } from './shell.js';

/** Everything stands in the shell; an address that leads nowhere too. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
