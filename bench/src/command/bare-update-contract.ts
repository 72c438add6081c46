/** The queue, workflow and Update that a command through the API is compared with. */
export const bareQueue = 'bench-bare-update';
export const bareWorkflow = 'bareUpdates';
export const bareUpdateName = 'record';
