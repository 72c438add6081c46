import { addDays, type OsloDate } from '@forlop/calendar';
import { clockStatus, type ClockRow } from '@forlop/pathway';

/** A fact or decision as an event log tells it: what and when, never a text or who did it. Ids are pseudonyms. */
export interface LoggedFact {
  readonly id: string;
  readonly type: string;
  readonly kind: 'fact' | 'decision';
  readonly occurredOn: OsloDate;
  readonly organisation: string;
  /** Set on what no longer stands: it was given another date or content, or never happened. */
  readonly superseded: 'corrected' | 'retracted' | null;
}

/** A pathway as an event log tells it, by pseudonym. */
export interface LoggedPathway {
  /** A keyed hash: the same in every export of one installation, and not reversible without its key. */
  readonly pseudonym: string;
  readonly organisation: string;
  readonly definition: string;
  readonly version: string;
  readonly variant: string | null;
  readonly facts: readonly LoggedFact[];
  readonly clocks: readonly ClockRow[];
}

/** One line of an event log. */
export interface LoggedEvent {
  readonly id: string;
  readonly activity: string;
  readonly on: OsloDate;
  /** `complete`; `withdraw` (XES: taken back): recorded once, and corrected or retracted since. */
  readonly lifecycle: 'complete' | 'withdraw';
  readonly organisation: string;
  /** `frist`: what a deadline became on that day. */
  readonly source: 'fact' | 'decision' | 'frist';
  /** Key of the clock that it is about; null for what is recorded. */
  readonly clock: string | null;
  readonly superseded: LoggedFact['superseded'];
}

/** What happened in a pathway by a day, in order: what was recorded, what of it was put right, and each deadline met or broken. */
export function eventsOf(pathway: LoggedPathway, asOf: OsloDate): LoggedEvent[] {
  const recorded = pathway.facts.filter(({ occurredOn }) => occurredOn <= asOf).map(({ id, type, kind, occurredOn, organisation, superseded }): LoggedEvent => ({
    id, activity: type, on: occurredOn, lifecycle: superseded === null ? 'complete' : 'withdraw', organisation, source: kind, clock: null, superseded,
  }));
  const deadlines = pathway.clocks.flatMap((row) => deadlineEvents(row, pathway, asOf));
  // Of one day: as recorded, and then what the deadlines became of it.
  return [...recorded, ...deadlines].map((event, nth) => ({ event, nth })).sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.nth - b.nth)).map(({ event }) => event);
}

function deadlineEvents(row: ClockRow, { pseudonym, organisation }: LoggedPathway, asOf: OsloDate): LoggedEvent[] {
  const told = (what: string, on: OsloDate): LoggedEvent => ({ id: `${pseudonym}/${row.key}/${what}`, activity: `${row.clock} ${what}`, on, lifecycle: 'complete', organisation, source: 'frist', clock: row.key, superseded: null });
  switch (clockStatus(row, asOf)) {
    case 'met':
      return [told('møtt', row.metOn!)];
    case 'met-late':
      return [told('brutt', addDays(row.dueOn!, 1)), told('møtt for sent', row.metOn!)];
    case 'broken':
      return [told('brutt', addDays(row.dueOn!, 1))];
    case 'passed-by-patient':
      return [told('passert på pasientens side', addDays(row.dueOn!, 1))];
    default:
      return [];
  }
}
