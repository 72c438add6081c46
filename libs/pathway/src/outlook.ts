import { clockStatus } from './clocks/status.js';
import { breaksOn, closesOn, doneOn, lapsesOn, type Occurrence } from './clocks/occurrence.js';
import { NEVER, type Day } from './days.js';
import type { OpenDuty } from './duties.js';
import type { OsloDate } from '@forlop/calendar';
import type { ClockRow, NextStep } from './types/evaluation.js';

/** Open clocks with a date, the first due first: also when the pathway is closed and an answer is still owed. */
export function nextStepsOf(occurrences: readonly Occurrence[], rows: readonly ClockRow[], today: Day, asOf: OsloDate): NextStep[] {
  const steps: NextStep[] = [];
  for (let i = 0; i < occurrences.length; i += 1) {
    const o = occurrences[i]!;
    if (o.dueOn === NEVER || o.startOn > today || closesOn(o) <= today) continue;
    const row = rows[i]!;
    steps.push({ rule: row.clock, clockKey: row.key, owner: row.owner, dueOn: row.dueOn!, status: clockStatus(row, asOf) });
  }
  return steps.sort((a, b) => (a.dueOn === b.dueOn ? (a.clockKey < b.clockKey ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** The day the void began: the last clock with a date closed, and nobody owes the patient anything (DOMAIN §4.7). */
export function voidSince(occurrences: readonly Occurrence[], activeSince: Day, today: Day): Day {
  let from = activeSince;
  for (const o of occurrences) if (o.dueOn !== NEVER && o.startOn <= today) from = Math.max(from, closesOn(o));
  return from;
}

/** The first day from today on which no clock with a date is open if nothing happens. */
export function voidFrom(occurrences: readonly Occurrence[], today: Day): Day {
  for (let covered = today; ; ) {
    let furthest = covered;
    for (const o of occurrences) if (o.dueOn !== NEVER && o.startOn <= covered) furthest = Math.max(furthest, closesOn(o));
    if (furthest === covered || furthest === NEVER) return furthest;
    covered = furthest;
  }
}

/** The first day after today on which clocks or duties change by time alone, or one of the other days comes. */
export function nextChange(occurrences: readonly Occurrence[], duties: readonly OpenDuty[], today: Day, ...others: readonly Day[]): Day {
  let next = NEVER;
  const consider = (day: Day): void => {
    if (day > today && day < next) next = day;
  };
  for (const o of occurrences) {
    const done = doneOn(o);
    if (done <= today) continue;
    consider(o.startOn);
    consider(o.warnOn);
    consider(o.atRiskFrom);
    consider(done);
    consider(breaksOn(o));
    consider(lapsesOn(o));
    if (o.plan.patientCausedOn !== NEVER) consider(o.dueOn + 1);
  }
  for (const duty of duties) {
    if (duty.closesOn <= today) continue;
    consider(duty.opensOn);
    consider(duty.closesOn);
    consider(duty.escalateOn);
  }
  others.forEach(consider);
  return next;
}
