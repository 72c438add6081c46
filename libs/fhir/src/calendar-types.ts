import type { OsloDate } from '@forlop/calendar';

/** Stable code of why a part of a calendar could not be read. */
export type CalendarReason = 'ugyldig-json' | 'ikke-timebok' | 'ukjent-kode' | 'ugyldig-tid' | 'mangler-id' | 'mangler-pasient' | 'mangler-enhet';

/** One thing that could not be read: where (FHIRPath), and a sentence in bokmål that repeats nobody's number. */
export interface CalendarIssue {
  readonly reason: CalendarReason;
  readonly expression: string;
  readonly text: string;
}

interface Named {
  /** System of the resource's own identifier. */
  readonly source: string;
  readonly externalId: string;
  readonly version: string;
  /** ISO instant. */
  readonly versionAt: string;
  readonly organisation: { readonly system: string; readonly value: string };
}

/** An Appointment, as far as it is read. */
export interface CalendarAppointment extends Named {
  readonly patient: { readonly system: string; readonly value: string };
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly kind: 'oppstart' | 'oppfolging' | 'mote' | 'undersokelse' | 'annet';
  readonly status: 'pending' | 'booked' | 'fulfilled' | 'cancelled' | 'noshow' | 'entered-in-error';
  /** 8446 code. */
  readonly cause: string | null;
  readonly madeOn: OsloDate | null;
}

/** A Slot as time of its day. */
export interface CalendarSlot extends Named {
  readonly on: OsloDate;
  readonly serviceType: string;
  readonly freeMinutes: number;
  readonly busyMinutes: number;
  readonly freePlaces: number;
  readonly busyPlaces: number;
}

export interface CalendarRead {
  readonly appointments: readonly { readonly path: string; readonly told: CalendarAppointment }[];
  readonly slots: readonly { readonly path: string; readonly told: CalendarSlot }[];
  readonly issues: readonly CalendarIssue[];
}
