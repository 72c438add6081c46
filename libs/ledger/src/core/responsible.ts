import type { OsloDate } from '@forlop/calendar';
import type { StoredEvent } from './open-pathway.js';
import { observations } from './observation-types.js';

/** An organisation's time with a pathway. */
export interface Responsibility {
  readonly organisationId: string;
  readonly from: OsloDate;
  /** The first day on which another has it; null while none is known. */
  readonly to: OsloDate | null;
}

/**
 * Who has the pathway from when, by its transfers (`ansvarFlyttet`). What is recorded later holds: it takes the place of transfers
 * dated on its day or after. Before the first transfer it is the organisation that recorded for it then, or `now`.
 */
export function responsibilities(events: readonly StoredEvent[], receivedOn: OsloDate, now: string): Responsibility[] {
  const first = events.findIndex(isTransfer);
  const before = first === -1 ? events.at(-1) : events[first - 1];
  let turns: { organisationId: string; from: OsloDate }[] = [{ organisationId: before?.organisation ?? now, from: receivedOn }];
  for (const event of events.filter(isTransfer)) {
    const from = event.data['dato'] as OsloDate;
    turns = [...turns.filter((turn, i) => i === 0 || turn.from < from), { organisationId: String(event.data['til']), from }];
  }
  return turns
    .map((turn, i) => ({ ...turn, to: turns[i + 1]?.from ?? null }))
    .filter(({ from, to }) => to === null || to > from);
}

const isTransfer = ({ kind, type }: StoredEvent): boolean => kind === 'observation' && type === observations.transferred;

/** Who has it on a day. */
export function responsibleOn(all: readonly Responsibility[], day: OsloDate): Responsibility {
  return all.findLast(({ from }) => from <= day) ?? all[0]!;
}
