export { Secret } from './secret.js';
export { ConfigError, type Environment } from './read-config.js';
export { standardLimits, type RateLimits } from './limits.js';
export { apiConfig, courierConfig, workerConfig, type ApiConfig, type CourierConfig, type OidcConfig, type RegistriesConfig, type WorkerConfig } from './apps.js';
