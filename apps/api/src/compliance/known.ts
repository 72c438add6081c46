import type { OsloDate } from '@forlop/calendar';
import type { Ledger } from '@forlop/ledger';
import { ApiProblem } from '../http/api-problem.js';

interface Asked {
  readonly asOf?: OsloDate | undefined;
  readonly knownAt?: number | undefined;
  readonly knownOn?: OsloDate | undefined;
}

/**
 * The day on which each frist is judged, and up to which place in the ledger what was recorded counts (null: all that is known now).
 * @throws ApiProblem `day-to-come`.
 */
export async function knownAsAsked(ledger: Ledger, { asOf, knownAt, knownOn }: Asked): Promise<{ readonly asOf: OsloDate; readonly knownAt: number | null }> {
  const today = await ledger.complianceDay();
  if (knownOn === undefined) return { asOf: asOf ?? today, knownAt: knownAt ?? null };
  if (knownOn > today) throw new ApiProblem('invalid-input', 'Hva som ble vist en dag som ikke er kommet, kan ikke sies.', { code: 'day-to-come' });
  return { asOf: asOf ?? knownOn, knownAt: await ledger.compliancePlace(knownOn) };
}
