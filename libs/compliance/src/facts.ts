import type { OsloDate } from '@forlop/calendar';
import type { Json, LedgerEvent } from '@forlop/pathway';

/** An event in few bytes: id, position, type, day, data, what it corrects, what it retracts. */
export type FactTuple = readonly [id: string, position: number, type: string, occurredOn: string, data: Readonly<Record<string, Json>>, corrects: string | null, retracts: string | null];

/**
 * The events of a pathway, from the JSON text of its {@link FactTuple}s: facts and decisions alone, read where they are counted and not where they are
 * fetched. The kernel asks for no recording instant, and none is fetched.
 */
export function eventsIn(text: string): LedgerEvent[] {
  return (JSON.parse(text) as FactTuple[]).map(([id, position, type, occurredOn, data, corrects, retracts]) => ({
    id, position, kind: 'fact', type, occurredOn: occurredOn as OsloDate, recordedAt: '', data,
    ...(corrects !== null && { corrects }), ...(retracts !== null && { retracts }),
  }));
}
