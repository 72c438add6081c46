import { Worker } from 'node:worker_threads';
import type { Bucket } from '@forlop/extract';
import type { PartResult } from './tally.js';
import type { Reading } from './reading.js';

/** A part is a great many short-lived objects: with more room for the young, collecting them costs a third. */
const maxYoungGenerationSizeMb = 192;

/** What a worker begins with. */
export interface WorkerStart {
  readonly reading: Reading;
  /** Null: nothing is recorded. */
  readonly env: NodeJS.ProcessEnv | null;
}

/** What a worker says of a part. */
export type WorkerAnswer = { readonly result: PartResult } | { readonly error: { readonly name: string; readonly code: string; readonly message: string } };

/** An error that a worker met, with the name and code that it had there. */
class WorkerError extends Error {
  readonly code: string;
  constructor({ name, code, message }: { name: string; code: string; message: string }) {
    super(message);
    this.name = name;
    this.code = code;
  }
}

/** Gives the parts to so many threads, each the next one when it is free, and tells of each when it is done. Ends them all however it goes. */
export async function takeParts(buckets: readonly Bucket[], threads: number, start: WorkerStart, done: (result: PartResult) => Promise<void>): Promise<void> {
  const waiting = [...buckets];
  const workers = Array.from({ length: Math.min(threads, buckets.length) }, () => new Worker(new URL('./worker.js', import.meta.url), { workerData: start, resourceLimits: { maxYoungGenerationSizeMb } }));
  try {
    await Promise.all(workers.map(async (worker) => {
      for (let bucket = waiting.shift(); bucket !== undefined; bucket = waiting.shift()) await done(await ask(worker, bucket));
    }));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, bucket: Bucket): Promise<PartResult> {
  return new Promise((resolve, reject) => {
    const ended = (code: number): void => reject(new Error(`The worker ended with ${code}.`));
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.once('message', (answer: WorkerAnswer) => {
      worker.off('error', reject);
      worker.off('exit', ended);
      if ('result' in answer) resolve(answer.result);
      else reject(new WorkerError(answer.error));
    });
    worker.postMessage(bucket);
  });
}
