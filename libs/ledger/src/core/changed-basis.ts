import type { Evaluation, Finding, LedgerEvent } from '@forlop/pathway';

/** The events as `libs/definitions` calls them: what a referral was received as, and what was made of it. */
const [received, assessed] = ['henvisningMottatt', 'vurdert'];

/**
 * What does not fit: what the kernel says, and a referral that was told otherwise after it had been assessed. The second is of
 * recording and not of what happened, which the kernel does not judge: every date may be right, and a person must see all the same whether
 * the assessment still stands.
 */
export function findingsOf({ findings, asOf, knownAt }: Evaluation, events: readonly LedgerEvent[]): readonly Finding[] {
  const changed = changedBasis(events.filter(({ position, occurredOn }) => position <= knownAt && occurredOn <= asOf));
  return changed.length === 0 ? findings : [...findings, ...changed];
}

/** Gone when somebody assesses anew, or puts the assessment right: she has then seen what is there now. */
function changedBasis(events: readonly LedgerEvent[]): Finding[] {
  const retracted = new Set(events.flatMap(({ retracts }) => retracts ?? []));
  const stands = ({ id, corrects, retracts }: LedgerEvent): boolean => retracts === undefined && !retracted.has(corrects ?? id);
  const assessment = events.findLast((event) => event.type === assessed && stands(event));
  if (assessment === undefined) return [];
  const latest = new Map<string, LedgerEvent>();
  for (const event of events) {
    if (event.type === received && event.corrects !== undefined && event.position > assessment.position && stands(event)) latest.set(event.corrects, event);
  }
  return [...latest].map(([fact, { occurredOn }]) => ({ code: 'changed-after-assessment', fact, occurredOn, rule: null, detail: { assessment: assessment.corrects ?? assessment.id } }));
}
