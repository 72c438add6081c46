import type { DataError } from '@forlop/pathway';
import type { ImportAnswer, ImportRefusal } from '../types/importing.js';

/** Nothing of the referral was recorded. */
export function refusedAs(refusal: ImportRefusal, errors: readonly DataError[] = [], pathwayId: string | null = null): ImportAnswer {
  return { outcome: 'refused', pathwayId, events: 0, corrections: 0, refusal, errors };
}
