import type { OsloDate } from '@forlop/calendar';

/** A pathway as it is read for counting: its facts and decisions, and of the patient only the birth date. */
export interface PathwayFacts {
  readonly id: string;
  /** Where the pathway is today. */
  readonly organisationId: string;
  readonly birthDate: OsloDate | null;
  /** JSON text of `FactTuple`s of @forlop/compliance in the order of recording; read where it is counted, not where it is fetched. */
  readonly events: string;
}
