import type { OsloDate } from '@forlop/calendar';
import type { Json, LedgerEvent } from '@forlop/pathway';

/** A pathway as it is read for counting: its facts and decisions, and of the patient only the birth date. */
export interface PathwayFacts {
  readonly id: string;
  /** Where the pathway is today. */
  readonly organisationId: string;
  readonly birthDate: OsloDate | null;
  /** JSON text of {@link FactTuple}s in the order of recording; read where it is counted, not where it is fetched. */
  readonly events: string;
}

/** An event in few bytes: id, position, type, day, data, what it corrects, what it retracts. */
export type FactTuple = readonly [id: string, position: number, type: string, occurredOn: string, data: Readonly<Record<string, Json>>, corrects: string | null, retracts: string | null];

/** The events as the kernel reads them. It asks for no recording instant, and none is fetched. */
export function eventsIn(text: string): LedgerEvent[] {
  return (JSON.parse(text) as FactTuple[]).map(([id, position, type, occurredOn, data, corrects, retracts]) => ({
    id, position, kind: 'fact', type, occurredOn: occurredOn as OsloDate, recordedAt: '', data,
    ...(corrects !== null && { corrects }), ...(retracts !== null && { retracts }),
  }));
}
