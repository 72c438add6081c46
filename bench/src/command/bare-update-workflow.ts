import { condition, defineUpdate, setHandler } from '@temporalio/workflow';
import { bareUpdateName } from './bare-update-contract.js';

/** Counts its Updates and nothing more: no activity, no database, no encryption. */
export async function bareUpdates(): Promise<void> {
  let recorded = 0;
  setHandler(defineUpdate<number, [object]>(bareUpdateName), () => {
    recorded += 1;
    return recorded;
  });
  await condition(() => false);
}
