export { Secret } from './secret.js';
export { ConfigError, type Environment } from './read-config.js';
export { standardLimits, type RateLimits } from './limits.js';
export { apiConfig, courierConfig, workerConfig, type ApiConfig, type CourierConfig, type OidcConfig, type WorkerConfig } from './apps.js';
export type { EdiConfig } from './edi.js';
export type { HelseIdConfig } from './helseid.js';
export type { RegistriesConfig } from './registries.js';
