import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { Definition, Json } from '@forlop/pathway';
import type { AppointmentKind, AppointmentStatus } from '../types/mirrored-calendar.js';

/** What has been recorded of an appointment. */
export interface Standing {
  /** The events that stand, the oldest first. */
  readonly facts: readonly string[];
  /** The day that was offered last, and the date of that offer. */
  readonly offeredDay: OsloDate | null;
  readonly offeredOn: OsloDate | null;
  readonly ended: 'cancelled' | 'noshow' | null;
}

export const nothingStands: Standing = { facts: [], offeredDay: null, offeredOn: null, ended: null };

/** An appointment as it is now. */
export interface AppointmentNow {
  readonly id: string;
  readonly kind: AppointmentKind;
  readonly status: AppointmentStatus;
  readonly startsAt: Date;
  readonly versionAt: Date;
  readonly madeOn: OsloDate | null;
  readonly cause: string | null;
  /** Another time of the same kind that the patient has, when this one is called off. */
  readonly another: OsloDate | null;
}

/** What is to be recorded: an event taken back, or a new fact. */
export type AppointmentFact =
  | { readonly retracts: string }
  | { readonly type: 'timeTilbudt' | 'timeAvlyst' | 'ikkeMott' | 'utsatt'; readonly on: OsloDate; readonly data: Readonly<Record<string, Json>> };

export interface AppointmentFacts {
  readonly record: readonly AppointmentFact[];
  /** What then stands; the new facts' ids come after those that are kept. */
  readonly then: Omit<Standing, 'facts'>;
}

const patientsWish = '22';
const patientCauses: ReadonlySet<string> = new Set(['21', patientsWish]);

/** Whether the definition has a word for appointments of this kind. */
export function understands(definition: Definition, kind: AppointmentKind): boolean {
  return ['timeTilbudt', 'timeAvlyst', 'ikkeMott', 'utsatt'].every((type) => Object.hasOwn(definition.events[type]?.fields?.['gjelder']?.codes ?? {}, kind));
}

/**
 * What an appointment's present state is in facts, given what was recorded of it before. A time that is moved is a new offer, and one that
 * is called off is called off: that it was offered in time decides whose breach it is (MOVE-1, MOVE-2). An offer is taken back only when it never was, or
 * where calling it off would say too much: facts of one date are ordered by rank, by which a call-off comes before the offer; and another
 * time that the patient has would be called off with it.
 */
export function factsOf(now: AppointmentNow, before: Standing, today: OsloDate): AppointmentFacts {
  const day = osloDateOf(now.startsAt.toISOString());
  const told = earliest(osloDateOf(now.versionAt.toISOString()), today);
  const about = { timeId: now.id, gjelder: now.kind };
  const offer = (on: OsloDate): AppointmentFact => ({ type: 'timeTilbudt', on, data: { ...about, tid: day } });
  const takeLastBack: AppointmentFact[] = before.ended === null ? [] : [{ retracts: before.facts.at(-1)! }];

  switch (now.status) {
    case 'entered-in-error':
      return { record: before.facts.map((id) => ({ retracts: id })), then: { offeredDay: null, offeredOn: null, ended: null } };
    case 'booked':
    case 'fulfilled': {
      if (before.ended === 'noshow' && before.offeredDay === day) return { record: takeLastBack, then: { ...before, ended: null } };
      if (before.offeredDay === day && before.ended === null) return unchanged(before);
      const on = before.offeredDay === null ? earliest(now.madeOn ?? told, today) : told;
      if (before.offeredDay !== null && before.ended === null && now.cause !== null) {
        return { record: [{ type: 'utsatt', on, data: { ...about, kode: now.cause, nyDato: day } }], then: { offeredDay: day, offeredOn: on, ended: null } };
      }
      return { record: [offer(on)], then: { offeredDay: day, offeredOn: on, ended: null } };
    }
    case 'noshow': {
      if (before.ended === 'noshow' || day > today) return unchanged(before);
      const offered = before.offeredDay === day ? [] : [offer(earliest(now.madeOn ?? told, day))];
      const missed: AppointmentFact = { type: 'ikkeMott', on: day, data: about };
      return { record: [...takeLastBack, ...offered, missed], then: { offeredDay: day, offeredOn: before.offeredOn ?? day, ended: 'noshow' } };
    }
    case 'pending':
    case 'cancelled':
      if (before.offeredDay === null || before.ended === 'cancelled') return unchanged(before);
      return calledOff(now, before, told, takeLastBack);
  }
}

function calledOff(now: AppointmentNow, before: Standing, told: OsloDate, takeLastBack: readonly AppointmentFact[]): AppointmentFacts {
  const about = { timeId: now.id, gjelder: now.kind };
  const then = { offeredDay: before.offeredDay, offeredOn: before.offeredOn, ended: 'cancelled' as const };
  if (now.cause !== null && patientCauses.has(now.cause)) {
    const postponed: AppointmentFact = { type: 'utsatt', on: told, data: { ...about, kode: now.cause, ...(now.another !== null && { nyDato: now.another }) } };
    return { record: [...takeLastBack, postponed], then };
  }
  if (now.another !== null || before.facts.length === 1 && before.offeredOn !== null && before.offeredOn >= told) {
    return { record: before.facts.map((id) => ({ retracts: id })), then: { offeredDay: null, offeredOn: null, ended: null } };
  }
  const sameDay: AppointmentFact[] = before.ended === null && before.offeredOn !== null && before.offeredOn >= told ? [{ retracts: before.facts.at(-1)! }] : [];
  return { record: [...takeLastBack, ...sameDay, { type: 'timeAvlyst', on: told, data: about }], then };
}

const unchanged = ({ offeredDay, offeredOn, ended }: Standing): AppointmentFacts => ({ record: [], then: { offeredDay, offeredOn, ended } });
const earliest = (a: OsloDate, b: OsloDate): OsloDate => (a < b ? a : b);
