export * from '../src/index.js';
export type { Json } from '../src/json.js';
