import { join } from 'node:path';
import { workflowBundle } from '@forlop/temporal';
import { workflowsEntry } from '@forlop/workflows';

/** Where finished workflow bundles lie: made by the first start, or ahead when an image is built. */
const bundles = join(import.meta.dirname, '..', 'bundle');

/** The workflows as one script, ready for a worker. */
export const pathwayBundle = () => workflowBundle({ entry: workflowsEntry, cacheDir: bundles });
