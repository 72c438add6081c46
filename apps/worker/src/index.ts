export { WorkerModule, type WorkerParts } from './worker.module.js';
export { Relay, type RelayOptions } from './relay/relay.js';
export { Sweep, type SweepReport } from './sweep/sweep.js';
