export { WorkerModule, type WorkerParts } from './worker.module.js';
export { EffectsWatch, type EffectsWatchOptions } from './effects-watch.js';
export { WorkerMetrics } from './metrics.js';
export { KeepProofs, type ProofOptions } from './proofs/keep-proofs.js';
export { ProofFolder } from './proofs/proof-folder.js';
export { RegistryWatch, type RegistryTurn, type RegistryWatchOptions } from './registries/registry-watch.js';
export { Relay, type RelayOptions } from './relay/relay.js';
export { Sweep, type SweepReport } from './sweep/sweep.js';
export { pathwayTeller, type PathwayTeller } from './tell-pathway.js';
