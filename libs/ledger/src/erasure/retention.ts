import { addSpan, maxDate, type OsloDate } from '@forlop/calendar';
import type { Evaluation, LedgerEvent, RetentionSpec } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { ErasureObstacle } from '../types/erasure.js';

/** What a retention rule needs to know of a pathway that is over. */
export interface RetainedPathway {
  readonly id: string;
  readonly definitionId: string;
  readonly definitionVersion: string;
  readonly endedOn: OsloDate | null;
  /** Date of the last entry that somebody made, whenever it happened. */
  readonly lastEntryOn: OsloDate | null;
}

/** The first day on which one rule no longer keeps the record; null while the pathway is not over. */
function releasedOn(context: LedgerContext, pathway: RetainedPathway, rule: RetentionSpec): OsloDate | null {
  const { calendar } = context.rules.definition(pathway.definitionId, pathway.definitionVersion).source;
  const from = rule.after === 'end' ? pathway.endedOn : pathway.lastEntryOn;
  return from === null ? null : addSpan(context.rules.calendar(calendar.id, calendar.version), from, rule.keep);
}

/** The retention rules of the definition that the pathway is on. */
export function retentionRules(context: LedgerContext, { definitionId, definitionVersion }: Pick<RetainedPathway, 'definitionId' | 'definitionVersion'>): readonly RetentionSpec[] {
  return context.rules.definition(definitionId, definitionVersion).source.retention ?? [];
}

/** What the definition's retention rules still keep the record for. A definition without any keeps it until someone has said how long. */
export function retentionObstacles(context: LedgerContext, pathway: RetainedPathway, today: OsloDate): ErasureObstacle[] {
  const rules = retentionRules(context, pathway);
  if (rules.length === 0) {
    const sentence = `Definisjonen ${pathway.definitionId}@${pathway.definitionVersion} sier ikke hvor lenge opplysningene skal oppbevares.`;
    return [{ code: 'no-retention-rule', pathwayId: pathway.id, until: null, rule: null, sentence }];
  }
  return rules.flatMap((rule): ErasureObstacle[] => {
    const until = releasedOn(context, pathway, rule);
    if (until !== null && until <= today) return [];
    const sentence = until === null ? `${rule.title.nb}: tiden begynner ikke å løpe før forløpet er avsluttet.` : `${rule.title.nb}: skal oppbevares til ${until}.`;
    return [{ code: 'retention', pathwayId: pathway.id, until, rule: rule.id, sentence }];
  });
}

/** The first day on which no rule keeps the record; null when there is none, or the pathway is not over. */
export function retainedUntil(context: LedgerContext, pathway: RetainedPathway): OsloDate | null {
  const days = retentionRules(context, pathway).map((rule) => releasedOn(context, pathway, rule));
  if (days.length === 0 || days.some((day) => day === null)) return null;
  const [first, ...others] = days as OsloDate[];
  return maxDate(first!, ...others);
}

/** The date on which somebody last entered something: what the system itself observed is no entry. */
export function lastEntryOn(events: readonly Pick<LedgerEvent, 'kind' | 'recordedAt'>[], dayOf: (instant: string) => OsloDate): OsloDate | null {
  const days = events.filter(({ kind }) => kind !== 'observation').map(({ recordedAt }) => dayOf(recordedAt));
  const [first, ...others] = days;
  return first === undefined ? null : maxDate(first, ...others);
}

/** As {@link RetainedPathway}, of a pathway that is open before us. */
export function retainedOf(id: string, evaluation: Evaluation, events: readonly LedgerEvent[], dayOf: (instant: string) => OsloDate): RetainedPathway {
  const { definition } = evaluation.regime;
  return { id, definitionId: definition.id, definitionVersion: definition.version, endedOn: evaluation.endedOn, lastEntryOn: lastEntryOn(events, dayOf) };
}
