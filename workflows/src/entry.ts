/** File URL of the module that holds every workflow, for bundling: the source in tests, the built file in life. */
export const workflowsEntry = new URL(import.meta.url.endsWith('.ts') ? './workflows.ts' : './workflows.js', import.meta.url).href;

/** The same for the courier's workflows. */
export const deliveryWorkflowsEntry = new URL(import.meta.url.endsWith('.ts') ? './delivery-workflows.ts' : './delivery-workflows.js', import.meta.url).href;
