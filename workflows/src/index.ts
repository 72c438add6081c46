export * from './contract.js';
export { obligationSearchAttributes } from './search-attributes.js';
export { workflowsEntry } from './entry.js';
