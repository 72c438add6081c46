export * from './contract.js';
export { obligationSearchAttributes } from './search-attributes.js';
export { deliveryWorkflowsEntry, workflowsEntry } from './entry.js';
