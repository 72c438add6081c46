import type { clockPictureSchema } from '@forlop/contracts';
import type { TimelineEntry } from '@forlop/ledger';
import type { BookingSpec, Definition, FieldTest, Json } from '@forlop/pathway';
import type * as z from 'zod';

type Booking = z.input<typeof clockPictureSchema>['clocks'][number]['bookings'][number];
type Match = { readonly event: string; readonly where?: Readonly<Record<string, FieldTest>>; readonly dateField?: string; readonly causeField?: string };

/** What was done with times for a clock, as it stands: what was corrected or taken back is told by the timeline. */
export function bookingsOf(spec: BookingSpec | undefined, timeline: readonly TimelineEntry[], definition: Definition): Booking[] {
  if (spec === undefined) return [];
  const roles: readonly (readonly [Booking['role'], readonly Match[]])[] = [['offered', spec.offeredBy], ['postponed', spec.postponedBy], ['missed', spec.missedBy], ['cancelled', spec.cancelledBy]];
  return timeline
    .filter(({ kind, supersededBy, retracts }) => kind !== 'observation' && supersededBy === null && retracts === null)
    .flatMap((entry) => roles.flatMap(([role, matches]) => matches.filter((match) => fits(entry, match)).map((match) => bookingOf(entry, role, match, definition))));
}

const fits = ({ type, data }: TimelineEntry, { event, where = {} }: Match): boolean =>
  type === event && Object.entries(where).every(([field, { is, absent }]) => (is === undefined || data[field] === is) && (absent === undefined || (data[field] === undefined) === absent));

function bookingOf({ id, type, occurredOn, data, actor }: TimelineEntry, role: Booking['role'], { dateField, causeField }: Match, definition: Definition): Booking {
  const cause = textOf(causeField === undefined ? undefined : data[causeField]);
  const causeTitle = cause === null || causeField === undefined ? null : (definition.events[type]?.fields?.[causeField]?.codes?.[cause]?.nb ?? null);
  return { eventId: id, role, occurredOn, day: textOf(dateField === undefined ? undefined : data[dateField]), cause, causeTitle, actor };
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
