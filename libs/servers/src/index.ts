/** Real servers for `npm start`, tests and rehearsals. */
export { ServerError, type Say } from './errors.js';
export { cacheDir, repositoryRoot, stateDir } from './paths.js';
export { clusterUrl, startPostgres, startScratchPostgres, type PostgresOptions, type RunningPostgres } from './postgres.js';
export { temporalBinary, temporalTestServerBinary, type BinaryOptions, type Download } from './temporal-binaries.js';
export { startTemporalDev, type RunningTemporal, type TemporalOptions } from './temporal-server.js';
export type { SearchAttributes } from './temporal-namespace.js';
export { describeExit, KeptProcess, type Crash, type Exit, type ProcessSpec } from './kept-process.js';
export { forlopSearchAttributes } from './search-attributes.js';
export { describeCrash, Supervisor, type AppSpec, type Stoppable, type SupervisorOptions } from './supervisor.js';
export { onStopSignals, type StopHandlers } from './stop-signals.js';
export { tryLock, type Lock, type LockAttempt } from './lock.js';
export { choosePorts, readPorts, type Ports } from './remembered-ports.js';
export { logTail } from './log-tail.js';
export { reasonOf } from './errors.js';
