import { join } from 'node:path';
import { workflowBundle } from '@forlop/temporal';
import { deliveryWorkflowsEntry } from '@forlop/workflows';

/** Where finished workflow bundles lie: made by the first start, or ahead when an image is built. */
const bundles = join(import.meta.dirname, '..', 'bundle');

/** The courier's workflows as one script, ready for a worker. */
export const deliveryBundle = () => workflowBundle({ entry: deliveryWorkflowsEntry, cacheDir: bundles });
