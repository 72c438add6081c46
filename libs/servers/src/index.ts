/** Real servers for `npm start`, tests and rehearsals. */
export { ServerError, type Say } from './errors.js';
export { cacheDir, repositoryRoot, stateDir } from './paths.js';
export { startPostgres, startScratchPostgres, type PostgresOptions, type RunningPostgres } from './postgres.js';
export { temporalBinary, temporalTestServerBinary, type BinaryOptions, type Download } from './temporal-binaries.js';
export { startTemporalDev, type RunningTemporal, type TemporalOptions } from './temporal-server.js';
export type { SearchAttributes } from './temporal-namespace.js';
export type { Crash } from './kept-process.js';
