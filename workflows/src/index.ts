export * from './contract.js';
export { workflowsEntry } from './entry.js';
