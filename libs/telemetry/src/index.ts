export { appLog } from './app-log.js';
export { errorFacts } from './error-facts.js';
export { NestLog } from './nest-log.js';
export { Repeated, type RepeatedOptions } from './repeated.js';
export { closeOnSignal } from './close-on-signal.js';
export type { Logger } from 'pino';
