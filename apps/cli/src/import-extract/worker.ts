import { parentPort, workerData } from 'node:worker_threads';
import type { Bucket } from '@forlop/extract';
import type { Io } from '../io.js';
import { withLedger } from '../ledger-access.js';
import { shippedRules } from '../shipped-rules.js';
import type { WorkerAnswer, WorkerStart } from './parts.js';
import { organisationsBy, planned } from './reading.js';
import { takePart, type TakeIn } from './take-part.js';
import type { PartResult } from './tally.js';

/** A thread that takes in parts of an extract, one at a time, on a ledger connection of its own. */
const { reading, env } = workerData as WorkerStart;
const port = parentPort!;

const silent = (): void => undefined;
const io: Io = { env: env ?? {}, out: silent, note: silent, input: async function* () {} };

/** Answers each part until the thread is ended. */
function serve(take: TakeIn): Promise<never> {
  return new Promise(() => {
    port.on('message', (bucket: Bucket) => void answer(() => takePart(bucket, take)));
  });
}

async function answer(work: () => Promise<PartResult>): Promise<void> {
  try {
    port.postMessage({ result: await work() } satisfies WorkerAnswer);
  } catch (error) {
    port.postMessage(failed(error));
  }
}

function failed(error: unknown): WorkerAnswer {
  const { name = 'Error', message = String(error), code } = error as Partial<Error> & { code?: unknown };
  return { error: { name, message, code: typeof code === 'string' ? code : name } };
}

const plan = planned(reading, shippedRules()).plan!;
try {
  if (env === null) await serve({ plan, context: reading.context, organisations: null, ledger: null });
  else await withLedger(io, async ({ ledger }) => serve({ plan, context: reading.context, organisations: await organisationsBy(plan.mapping, ledger), ledger }));
} catch (error) {
  // The part that was asked for first is what hears of it.
  port.on('message', () => port.postMessage(failed(error)));
}
