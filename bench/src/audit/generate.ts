import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { progress } from '../system/progress.js';
import type { Generated, GeneratorStart } from './generate-contract.js';

/** How generating went. */
export interface Generation extends Generated {
  readonly seconds: number;
  readonly threads: number;
}

/** Histories are a great many short-lived objects: with more room for the young, collecting them costs a third. */
const maxYoungGenerationSizeMb = 64;
/** Told each time that so many are made. */
const tellEvery = 50_000;

/** Makes so many histories, in as many threads as there are cores. */
export async function generate(start: Omit<GeneratorStart, 'from' | 'to'>, count: number, threads = availableParallelism()): Promise<Generation> {
  const sum = { pathways: 0, events: 0 };
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1_000;
  const take = (made: Generated): void => {
    const before = sum.pathways;
    sum.pathways += made.pathways;
    sum.events += made.events;
    if (Math.floor(before / tellEvery) < Math.floor(sum.pathways / tellEvery)) progress(`${sum.pathways} of ${count} pathways, ${Math.round(sum.events / seconds())} events a second`);
  };
  const share = Math.ceil(count / threads);
  await Promise.all(Array.from({ length: threads }, (_, t) => inThread({ ...start, from: t * share, to: Math.min(count, (t + 1) * share) }, take)));
  return { ...sum, seconds: seconds(), threads };
}

function inThread(start: GeneratorStart, take: (made: Generated) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./generate-worker.js', import.meta.url), { workerData: start, resourceLimits: { maxYoungGenerationSizeMb } });
    worker.on('message', take);
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A generator ended with ${code}.`))));
  });
}
