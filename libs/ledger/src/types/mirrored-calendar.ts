import type { OsloDate } from '@forlop/calendar';
import type { ClockStatus } from '@forlop/pathway';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from './actor.js';
import type { Page, WorklistRow } from './reading.js';

/** What an appointment is for, in the words of the definitions' `gjelder`; `annet`: nothing that a frist asks for. */
export type AppointmentKind = 'oppstart' | 'oppfolging' | 'mote' | 'undersokelse' | 'annet';

/** `pending`: not agreed yet. `fulfilled`: the patient came. `entered-in-error`: it never was. */
export type AppointmentStatus = 'pending' | 'booked' | 'fulfilled' | 'cancelled' | 'noshow' | 'entered-in-error';

/** Which of a record system's own things it is, and how new what it tells. */
export interface Mirrored {
  /** The system's own name of its ids. */
  readonly source: string;
  readonly externalId: string;
  /** The system's own word for the version; the same word is the same content. */
  readonly version: string;
  /** ISO instant of the version: later ones replace earlier ones, whichever comes first. */
  readonly versionAt: string;
  /** The clinic, by RESH id, organisasjonsnummer or HER-id. */
  readonly organisation: { readonly system: string; readonly value: string };
}

/** An appointment as the hospital's record system has it. */
export interface AppointmentTold extends Mirrored {
  readonly patient: { readonly system: string; readonly value: string };
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly kind: AppointmentKind;
  readonly status: AppointmentStatus;
  /** 8446 code of why it was moved or called off, where it is told. */
  readonly cause: string | null;
  /** The day on which it was made, where it is told. */
  readonly madeOn: OsloDate | null;
}

/** A day's time of a clinic for a kind of service. */
export interface CapacityTold extends Mirrored {
  readonly on: OsloDate;
  readonly serviceType: string;
  readonly freeMinutes: number;
  readonly busyMinutes: number;
  readonly freePlaces: number;
  readonly busyPlaces: number;
}

/**
 * What became of it. `new`, `changed`: mirrored. `same`: known. `older`: a later version is known. `refused`: nothing was kept; the sentence
 * says why.
 */
export interface MirrorResult {
  readonly outcome: 'new' | 'changed' | 'same' | 'older' | 'refused';
  /** Our own id of it; null when it was refused. */
  readonly id: string | null;
  /** The pathway that it belongs to; null: of nobody whom the sender has here. Not told to the sender. */
  readonly pathwayId: string | null;
  /** Why it was refused, or why it is recorded on no pathway though it could have been. */
  readonly remark: { readonly code: string; readonly sentence: string } | null;
}

/** A mirrored appointment, as it is shown. */
export interface AppointmentShown {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly kind: AppointmentKind;
  readonly status: AppointmentStatus;
  readonly source: string;
  readonly version: string;
  /** When the record system last sent it. */
  readonly readAt: string;
  /** The events that were recorded of it. */
  readonly eventIds: readonly string[];
}

export type RequestState = 'asked' | 'answered' | 'withdrawn';

/** Those who book were asked for a time. */
export interface AppointmentRequest {
  readonly id: string;
  readonly pathwayId: string;
  readonly kind: Exclude<AppointmentKind, 'annet'>;
  /** The last day that would do. */
  readonly beforeOn: OsloDate;
  readonly state: RequestState;
  readonly askedAt: string;
  readonly endedAt: string | null;
  /** The appointment that answered it. */
  readonly appointment: { readonly id: string; readonly startsAt: string } | null;
}

/** A request as a row of the booking office's list. */
export interface AppointmentRequestRow extends AppointmentRequest {
  readonly patient: WorklistRow['patient'];
  readonly organisation: { readonly id: string; readonly name: string };
}

export interface AppointmentRequestQuery {
  readonly state?: RequestState;
  readonly organisationIds?: readonly string[];
  readonly cursor?: string;
  /** 1–200, default 50. */
  readonly limit?: number;
}

export interface CalendarQuery {
  readonly organisationIds?: readonly string[];
  readonly asOf?: OsloDate;
  /** 1–26, default 8. */
  readonly weeks?: number;
}

export interface BreakingQuery extends CalendarQuery {
  /** A day of the only week that is asked about. */
  readonly week?: OsloDate;
  /** `missing` (default): no time on or before the date. `in-time`: there is one. `any`: both. */
  readonly time?: 'missing' | 'in-time' | 'any';
  readonly cursor?: string;
  /** 1–200, default 50. */
  readonly limit?: number;
}

/** Dates and time of one unit in one week. */
export interface CalendarWeek {
  readonly organisation: { readonly id: string; readonly name: string };
  /** Monday, or the day asked about in the first week. */
  readonly from: OsloDate;
  /** Sunday. */
  readonly to: OsloDate;
  /** Open clocks that a first visit meets, due in the week. */
  readonly due: number;
  /** … with a time on or before the date. */
  readonly booked: number;
  readonly notBooked: number;
  /** Patients of `notBooked`: one may have several clocks. */
  readonly patientsNotBooked: number;
  readonly clocks: readonly { readonly clock: string; readonly title: string; readonly due: number; readonly booked: number; readonly notBooked: number }[];
  /** Null: nobody has told. */
  readonly capacity: CapacityShown | null;
}

export interface CapacityShown {
  readonly freeMinutes: number;
  readonly busyMinutes: number;
  readonly freePlaces: number;
  readonly busyPlaces: number;
  readonly sources: readonly string[];
  /** When the oldest of it was told. */
  readonly oldestReadAt: string;
  /** Some of it is older than a day and a half: what is free may be taken. */
  readonly stale: boolean;
}

export interface CalendarWeeks {
  readonly asOf: OsloDate;
  readonly rows: readonly CalendarWeek[];
  /** Open and past their date already, in no week above. */
  readonly overdue: number;
}

/** A patient whose date breaks if nothing changes. */
export interface BreakingRow {
  readonly pathwayId: string;
  readonly patient: WorklistRow['patient'];
  readonly organisation: { readonly id: string; readonly name: string };
  readonly clock: { readonly key: string; readonly clock: string; readonly title: string; readonly dueOn: OsloDate; readonly status: ClockStatus };
  /** The time that is mirrored or offered, where there is one: in a list of those without a time in time it lies after the date. */
  readonly bookedOn: OsloDate | null;
  /** That time lies on or before the date. */
  readonly inTime: boolean;
  /** A request that waits. */
  readonly askedFor: OsloDate | null;
}

export interface BreakingPage extends Page<BreakingRow> {
  readonly asOf: OsloDate;
  readonly total: number;
}

/** The hospital's calendar as it is mirrored, and what is asked of it. Forløp books nothing. */
export interface MirroredCalendar {
  /** Takes in an appointment. Records on the pathway what the definition makes of it. */
  mirrorAppointment(told: AppointmentTold, actor: Actor, within?: Transaction): Promise<MirrorResult>;
  mirrorCapacity(told: CapacityTold, actor: Actor, within?: Transaction): Promise<MirrorResult>;
  /** A pathway's mirrored appointments, the first one first. Throws `unknown-pathway`. */
  appointments(pathwayId: string): Promise<readonly AppointmentShown[]>;
  /** Asks those who book for a time. Throws `unknown-pathway`, `bad-data`. */
  requestAppointment(pathwayId: string, wish: { readonly kind: AppointmentRequest['kind']; readonly beforeOn: OsloDate }, actor: Actor, within?: Transaction): Promise<AppointmentRequest>;
  /** Takes it back. Throws `unknown-pathway`, `bad-data` when none waits. */
  withdrawAppointmentRequest(pathwayId: string, actor: Actor, within?: Transaction): Promise<AppointmentRequest>;
  /** All requests of a pathway, the latest first. Throws `unknown-pathway`. */
  appointmentRequestsOf(pathwayId: string): Promise<readonly AppointmentRequest[]>;
  /** The booking office's list: the most urgent first. Throws `bad-cursor`, `bad-data`. */
  appointmentRequests(query?: AppointmentRequestQuery): Promise<Page<AppointmentRequestRow>>;
  /** Dates by week and unit against the time that is mirrored. Throws `bad-data`. */
  calendarWeeks(query?: CalendarQuery): Promise<CalendarWeeks>;
  /** Who breaks in the weeks ahead if nothing changes, the first date first; or, by `time`, who does not. Throws `bad-cursor`, `bad-data`. */
  breaking(query?: BreakingQuery): Promise<BreakingPage>;
  /** How many are at each step, and for how long. Throws `bad-data`. */
  stepCounts(query: StepCountsQuery): Promise<StepCounts>;
}

/** Null: hidden, because so few are told of. */
export interface StepCount {
  readonly patients: number | null;
  /** Days in the step until now. */
  readonly medianDays: number | null;
  readonly p90Days: number | null;
  /** Of them, those with an open frist that is broken. */
  readonly overdue: number | null;
}

export interface StepCounts {
  readonly asOf: OsloDate;
  readonly steps: readonly ({ readonly step: string; readonly variants: readonly ({ readonly variant: string | null } & StepCount)[] } & StepCount)[];
}

export interface StepCountsQuery {
  readonly definition: { readonly id: string; readonly version: string };
  readonly organisationIds?: readonly string[];
  readonly asOf?: OsloDate;
  /** The whole house, whoever looks, without groups of fewer than five. */
  readonly house?: boolean;
}
