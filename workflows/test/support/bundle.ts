import { join } from 'node:path';
import { stateDir } from '@forlop/servers';
import { workflowBundle } from '@forlop/temporal';
import { workflowsEntry } from '../../src/index.js';

/** The bundle of all workflows, kept between runs. */
export function bundle(): ReturnType<typeof workflowBundle> {
  return workflowBundle({ entry: workflowsEntry, cacheDir: join(stateDir(), 'bundles') });
}
