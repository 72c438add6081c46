/** Whether signalling a workflow failed because none runs under that id. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && /not found/i.test(error.message);
}
