export { ApiModule, type ApiParts } from './api.module.js';
export { createApi, type Api } from './create-api.js';
export { temporalProbe, type TemporalProbe } from './health/temporal-probe.js';
export { authenticationBy, type Authentication } from './access/authentication.js';
export { openLogIn, type LogIn } from './access/log-in.js';
export { LEDGER } from './tokens.js';
export { sharedMemory, type SharedMemory } from './access/shared-memory.js';
