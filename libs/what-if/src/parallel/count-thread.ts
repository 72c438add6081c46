import { parentPort, workerData } from 'node:worker_threads';
import { batchCounter, type BatchCount, type CountSetup } from '../count/count-batch.js';
import type { PathwayFacts } from '../count/facts.js';
import type { Done, Work } from './thread.js';

const count = batchCounter(workerData as CountSetup);

parentPort!.on('message', ({ n, item }: Work<readonly PathwayFacts[]>) => {
  parentPort!.postMessage(answer(n, item));
});

function answer(n: number, item: readonly PathwayFacts[]): Done<BatchCount> {
  try {
    return { n, result: count(item) };
  } catch (error) {
    return { n, fault: (error as Error).message };
  }
}
