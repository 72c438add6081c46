import { join } from 'node:path';
import { stateDir } from '@forlop/servers';
import { workflowBundle } from '@forlop/temporal';
import { deliveryWorkflowsEntry, workflowsEntry } from '../../src/index.js';

/** The bundle of all workflows, kept between runs. */
export function bundle(): ReturnType<typeof workflowBundle> {
  return workflowBundle({ entry: workflowsEntry, cacheDir: join(stateDir(), 'bundles') });
}

/** The same of the courier's workflows. */
export function deliveryBundle(): ReturnType<typeof workflowBundle> {
  return workflowBundle({ entry: deliveryWorkflowsEntry, cacheDir: join(stateDir(), 'delivery-bundles') });
}
