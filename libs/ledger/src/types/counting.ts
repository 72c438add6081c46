import type { OsloDate } from '@forlop/calendar';

/** Which pathways are read for counting. */
export interface CountedQuery {
  /** Where the pathway is today; all that whoever asks sees, when absent. */
  readonly organisationIds?: readonly string[];
  /** Received on or after, on or before. */
  readonly receivedFrom?: OsloDate;
  readonly receivedTo?: OsloDate;
  /** Events recorded after this position are left out; a pathway that had none by then too. */
  readonly knownAt?: number;
  /** Pathways in a page, 1–2000; default 400. */
  readonly pageSize?: number;
}

/** A pathway's facts and decisions, and of the patient only the birth date. */
export interface CountedFacts {
  readonly id: string;
  /** Where it is today. */
  readonly organisationId: string;
  readonly birthDate: OsloDate | null;
  /** JSON text: a list of `[id, position, type, occurredOn, data, corrects, retracts]` in the order of recording. It is for whoever counts to read, in a thread of theirs. */
  readonly events: string;
}

/** How much there is to read. */
export interface CountedExtent {
  readonly pathways: number;
  /** The last position that whoever asks can see; 0 when there is none. */
  readonly position: number;
  /** By the ledger's clock. */
  readonly today: OsloDate;
}

/** Reading many pathways, for counting them by the kernel. */
export interface Counting {
  /**
   * Pages of pathways in the order of their ids, each page read at one moment, so that others may write meanwhile. With `knownAt` what
   * they write is left out. Throws `bad-data`.
   */
  countedFacts(query?: CountedQuery): AsyncIterable<readonly CountedFacts[]>;
  /** How much {@link countedFacts} will read. Throws `bad-data`. */
  countedExtent(query?: CountedQuery): Promise<CountedExtent>;
  /** What a forecast of first visits is made from, by unit, as of today. Throws `bad-data`. */
  firstVisits(query: FirstVisitQuery): Promise<FirstVisitBases>;
}

/** Whose first visits are asked about, and how far back. */
export interface FirstVisitQuery {
  readonly organisationIds?: readonly string[];
  /** The only rule that counts; without it every one whose date a first visit keeps. */
  readonly clock?: string;
  /** 1–104. */
  readonly weeksBack: number;
  /** How far ahead free places are looked for, 1–26. */
  readonly weeksAhead: number;
}

/** So many on a day. */
export interface CountedDay {
  readonly on: OsloDate;
  readonly n: number;
}

/** So many of a number of days. */
export interface CountedValue {
  readonly value: number;
  readonly n: number;
}

/** What is known of one unit's first visits: whom it owes one, and what became of those in the weeks behind. */
export interface FirstVisitBasis {
  readonly organisationId: string;
  /** Patients of pathways that are not historical, with the nearest date that a first visit must keep; also those whose date has passed. */
  readonly waiting: readonly { readonly dueOn: OsloDate; readonly bookedOn: OsloDate | null; readonly passedByPatient: boolean }[];
  /** Patients whose first such frist began on the day. */
  readonly inflow: readonly CountedDay[];
  /** Calendar days from its start to its date, of those. */
  readonly lengths: readonly CountedValue[];
  /** Calendar days from its start to the first visit, of those who came. */
  readonly waits: readonly CountedValue[];
  /** Calendar days from the day a time was given to the time. */
  readonly notices: readonly CountedValue[];
  /** First visits held. */
  readonly visits: readonly CountedDay[];
  /** Times that patients did not come to. */
  readonly noShows: number;
  /** Patients whose frister ended without a visit. */
  readonly left: number;
  /** Free places of the mirrored calendar from today on; empty where no places are told. */
  readonly freePlaces: readonly CountedDay[];
}

/** The basis of a forecast, and the day it is of. */
export interface FirstVisitBases {
  readonly today: OsloDate;
  /** Rules whose dates are counted. */
  readonly clocks: readonly string[];
  readonly units: readonly FirstVisitBasis[];
}
