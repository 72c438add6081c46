export type { Log } from './log.js';
export { installRuntime } from './runtime.js';
export { temporalClient, type ConnectedClient, type TemporalAddress } from './client.js';
export { keepWorker, type KeptWorker, type KeptWorkerOptions } from './kept-worker.js';
export { deliveryLimits, workerLimits, type WorkerLimits } from './worker-limits.js';
export { releaseLeakedTime, type TimeSkippingServer } from './leaked-time.js';
export { workflowBundle, type BundleOptions } from './workflow-bundle.js';
