import type { OsloDate } from '@forlop/calendar';
import type { ClockRow, ClockStatus } from '../types/evaluation.js';

/** The dates that a status follows from. */
export type ClockDates = Pick<ClockRow, 'startOn' | 'warnOn' | 'atRiskFrom' | 'dueOn' | 'metOn' | 'endedOn' | 'passedByPatient' | 'lapses'>;

const reached = (date: OsloDate | null, asOf: OsloDate): date is OsloDate => date !== null && date <= asOf;

/**
 * A clock's status on a day, from its dates alone. The database's `clock_status` function says the same; a property test
 * holds them equal.
 */
export function clockStatus(row: ClockDates, asOf: OsloDate): ClockStatus {
  if (row.startOn > asOf) return 'not-started';
  const missed = row.lapses ? 'closed' : row.passedByPatient ? 'passed-by-patient' : 'broken';
  if (reached(row.metOn, asOf)) {
    if (row.dueOn === null || row.metOn <= row.dueOn) return 'met';
    return row.passedByPatient ? 'passed-by-patient' : 'met-late';
  }
  if (reached(row.endedOn, asOf)) return row.dueOn === null || row.endedOn <= row.dueOn ? 'closed' : missed;
  if (row.dueOn !== null && row.dueOn < asOf) return missed;
  if (reached(row.atRiskFrom, asOf)) return 'at-risk';
  return reached(row.warnOn, asOf) ? 'warned' : 'running';
}

/** Whether somebody still has to meet it on that day. */
export function isOpenOn(row: ClockDates, asOf: OsloDate): boolean {
  if (row.startOn > asOf || reached(row.metOn, asOf) || reached(row.endedOn, asOf)) return false;
  return !(row.lapses && row.dueOn !== null && row.dueOn < asOf);
}
