import type { CourseOffer, StepInput } from './queries.js';

/** What is offered as a next step; the API is what refuses. */
export function stepsFrom(state: CourseOffer['state']): readonly StepInput['step'][] {
  if (state === 'offered') return ['accepted', 'declined', 'not-relevant', 'withdrawn'];
  if (state === 'waiting') return ['declined', 'not-relevant', 'withdrawn'];
  return state === 'accepted' ? ['completed', 'interrupted'] : [];
}
