/** Id of the workflow that sends what is due to a receiver at an instant, to the minute. */
export function digestWorkflowId(receiverId: string, at: Date): string {
  return `digest/${receiverId}/${at.toISOString().slice(0, 16).replace(/[-:]/g, '')}`;
}

/** The parts of an obligation's key `DUTY#occurrence`. */
export function splitKey(key: string): { readonly duty: string; readonly occurrence: string } {
  const hash = key.indexOf('#');
  return { duty: key.slice(0, hash), occurrence: key.slice(hash + 1) };
}

const correction = 'RETTELSE-';

/** The key of the obligation to correct what was told about another, for the nth time. */
export function correctionKey(obligation: string, nth: number): string {
  const { duty, occurrence } = splitKey(obligation);
  return `${correction}${duty}#${occurrence}.${nth}`;
}

/** Id of the obligation's workflow: `<pathwayId>/<duty>/<occurrence>`. */
export function obligationWorkflowId(pathwayId: string, key: string): string {
  return `${pathwayId}/${key.replace('#', '/')}`;
}
