import { dayNumber } from '@forlop/calendar';
import type { Assumed } from './assumptions.js';
import type { UnitBasis } from './basis.js';
import { Chance } from './random.js';

/** What one life of the weeks ahead came to, by week. */
export interface Life {
  /** Frister that broke. */
  readonly broken: Int32Array;
  /** … of patients who waited already. */
  readonly ofWaiting: Int32Array;
  /** Passed without being a breach: the patient did not come to a time in time (MOVE-2). */
  readonly byPatient: Int32Array;
  /** First visits held. */
  readonly visits: Int32Array;
}

/** What a chance decides; a name for each, so that none is another's. */
const kinds = { inflow: 1, visits: 2, length: 3, leaves: 4, noShow: 5 } as const;

interface Patient {
  /** Names her chances, whenever she is seen. */
  readonly n: number;
  readonly dueOn: number;
  readonly waited: boolean;
  attempts: number;
  byPatient: boolean;
}

const notSeen = -1;

/**
 * Lives through the weeks ahead once. Each day those who have a time come, or do not; then free places are given to those who can come, the
 * nearest date first. Days are counted from the day the forecast is made.
 */
export function simulate(basis: UnitBasis, assumed: Assumed, asOf: number, chance: Chance, run: number): Life {
  const weeks = (assumed.days - 1) / 7;
  const life: Life = { broken: new Int32Array(weeks), ofWaiting: new Int32Array(weeks), byPatient: new Int32Array(weeks), visits: new Int32Array(weeks) };
  const days = new Days(assumed.days);
  const patients: Patient[] = [];
  for (const { dueOn, bookedOn, passedByPatient } of basis.waiting) {
    const patient: Patient = { n: patients.length, dueOn: dayNumber(dueOn) - asOf, waited: true, attempts: 0, byPatient: passedByPatient };
    patients.push(patient);
    const booked = bookedOn === null ? notSeen : dayNumber(bookedOn) - asOf;
    if (booked >= 0) days.book(booked, patient);
    else if (chance.at(kinds.leaves, run, patient.n) >= assumed.leaves) days.ready(0, patient);
  }
  const queue = new Queue();
  for (let day = 0; day < assumed.days; day += 1) {
    const booked = days.bookedOn(day);
    for (const patient of booked) seen(patient, day);
    for (const patient of arrivals(day)) days.ready(day + assumed.lead, patient);
    for (const patient of days.readyOn(day)) queue.add(patient);
    for (let free = capacity(day, booked.length); free > 0 && queue.size > 0; free -= 1) seen(queue.take(), day);
    passed(day);
  }
  return life;

  function seen(patient: Patient, day: number): void {
    const missed = chance.at(kinds.noShow, run, patient.n, (patient.attempts += 1)) < assumed.noShow;
    if (missed) {
      if (day <= patient.dueOn) patient.byPatient = true;
      return days.ready(day + assumed.notice, patient);
    }
    days.unmark(patient);
    if (day >= 1) life.visits[weekOf(day)]! += 1;
  }

  function arrivals(day: number): Patient[] {
    // Whoever came today is among those who wait already.
    const behind = day === 0 || assumed.lengths.length === 0 ? 0 : picked(assumed.inflow[day]!, chance.at(kinds.inflow, run, day));
    const came: Patient[] = [];
    for (let i = 0; i < behind; i += 1) {
      // Named by the day and the place in it: the same patients come whatever became of others.
      const n = basis.waiting.length + day * 10_000 + i;
      if (chance.at(kinds.leaves, run, n) < assumed.leaves) continue;
      const patient: Patient = { n, dueOn: day + picked(assumed.lengths, chance.at(kinds.length, run, n)), waited: false, attempts: 0, byPatient: false };
      patients.push(patient);
      came.push(patient);
    }
    return came;
  }

  /** Free places where they are told; elsewhere the visits of a like day behind, less those that are booked already. */
  function capacity(day: number, booked: number): number {
    const told = assumed.free[day]!;
    const found = told >= 0 ? told : Math.max(0, picked(assumed.visits[day]!, chance.at(kinds.visits, run, day)) - booked);
    return Math.max(0, found + assumed.extra[day]!);
  }

  /** Whose date was that day and who has not been: it breaks on the day after. */
  function passed(day: number): void {
    if (day === assumed.days - 1) return;
    for (const patient of patients) {
      if (patient.dueOn !== day || !days.isWaiting(patient)) continue;
      const week = weekOf(day + 1);
      life[patient.byPatient ? 'byPatient' : 'broken'][week]! += 1;
      if (!patient.byPatient && patient.waited) life.ofWaiting[week]! += 1;
    }
  }
}

const weekOf = (day: number): number => Math.floor((day - 1) / 7);

const picked = (values: Int32Array, chance: number): number => values[Math.floor(chance * values.length)] ?? 0;

/** Who has a time on which day, and who can be given one from which day. */
class Days {
  private readonly booked: Patient[][];
  private readonly from: Patient[][];
  private readonly waiting = new Set<Patient>();

  constructor(days: number) {
    this.booked = Array.from({ length: days }, () => []);
    this.from = Array.from({ length: days }, () => []);
  }

  book(day: number, patient: Patient): void {
    this.waiting.add(patient);
    this.booked[day]?.push(patient);
  }

  ready(day: number, patient: Patient): void {
    this.waiting.add(patient);
    this.from[day]?.push(patient);
  }

  /** She has been. */
  unmark(patient: Patient): void {
    this.waiting.delete(patient);
  }

  isWaiting(patient: Patient): boolean {
    return this.waiting.has(patient);
  }

  bookedOn(day: number): readonly Patient[] {
    return this.booked[day]!;
  }

  readyOn(day: number): readonly Patient[] {
    return this.from[day]!;
  }
}

/** Those who can come, the nearest date first; of the same date the one who came first. A binary heap. */
class Queue {
  private readonly heap: Patient[] = [];

  get size(): number {
    return this.heap.length;
  }

  add(patient: Patient): void {
    const { heap } = this;
    let at = heap.push(patient) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!before(heap[at]!, heap[above]!)) return;
      [heap[at], heap[above]] = [heap[above]!, heap[at]!];
      at = above;
    }
  }

  take(): Patient {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const least = left + 1 < heap.length && before(heap[left + 1]!, heap[left]!) ? left + 1 : left;
      if (least >= heap.length || !before(heap[least]!, heap[at]!)) return first;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  }
}

const before = (a: Patient, b: Patient): boolean => a.dueOn < b.dueOn || (a.dueOn === b.dueOn && a.n < b.n);
