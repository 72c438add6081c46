import { addDays, type OsloDate } from '@forlop/calendar';
import { evaluate, RegimeError, type Evaluation, type Json, type PathwayInput } from '@forlop/pathway';
import { observations } from './observation-types.js';
import { splitKey } from './obligation-keys.js';
import { toldStates, type ToldMessage, type ToldState } from './told.js';

/** An observation to append. */
export interface ObservationDraft {
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
}

/**
 * Takes back what was told and is no longer supported by the facts, so that a correction is owed; and lets it stand again
 * when newer facts support it before the correction was sent.
 */
export function toldObservations(input: PathwayInput, now: Evaluation): ObservationDraft[] {
  const drafts: ObservationDraft[] = [];
  for (const state of toldStates(input.events)) {
    if (state.withdrawn !== null) {
      if (isSupported(input, now, state, state.withdrawn.messages.at(-1)!)) drafts.push(draft(observations.toldReinstated, input.asOf, state, state.withdrawn.messages));
    } else if (state.standing.length > 0 && !stillSupported(input, now, state)) {
      drafts.push(draft(observations.toldWithdrawn, input.asOf, state, state.standing));
    }
  }
  return drafts;
}

function draft(type: string, on: OsloDate, { obligation, kind }: ToldState, messages: readonly ToldMessage[]): ObservationDraft {
  const { duty, occurrence } = splitKey(obligation);
  const last = messages.at(-1)?.event.data ?? {};
  return {
    type,
    occurredOn: on,
    data: { about: obligation, kind, duty, occurrence, clock: last['clock'] ?? '', clockKey: last['clockKey'] ?? '', to: [...new Set(messages.map((m) => m.to))] },
  };
}

/** Only facts that reach back can take the ground from what was told; most days there are none. Those may be older than what closed on its way out. */
function stillSupported(input: PathwayInput, now: Evaluation, state: ToldState): boolean {
  const last = state.standing.at(-1)!;
  const concerns = state.kind === 'notify-helfo' || state.standing.some(({ event }) => event.data['closedMeanwhile'] === true) || input.events.some((e) => e.kind !== 'observation' && e.position > last.event.position && reachesBackTo(e, last.event.occurredOn));
  return !concerns || isSupported(input, now, state, last);
}

const reachesBackTo = (event: PathwayInput['events'][number], day: OsloDate): boolean =>
  event.occurredOn <= day || event.corrects !== undefined || event.retracts !== undefined;

/**
 * Whether what was told on a day was right, as far as is known now: the obligation was open that day. The day before is
 * asked too, because of a fact of the same day nobody knows whether it came before the message or after.
 *
 * A notice to Helfo must hold now, not only on the day: a time found within the frist is told at once (BREACH-1).
 */
function isSupported(input: PathwayInput, now: Evaluation, state: ToldState, message: ToldMessage): boolean {
  if (state.kind === 'notify-helfo') return now.obligations.some((o) => o.key === state.obligation && o.opensOn <= input.asOf);
  const day = message.event.occurredOn;
  return wasOpen(input, state.obligation, day, day) || wasOpen(input, state.obligation, day, addDays(day, -1));
}

function wasOpen(input: PathwayInput, key: string, day: OsloDate, seenOn: OsloDate): boolean {
  try {
    const then = evaluate({ ...input, asOf: seenOn });
    return then.obligations.some((o) => o.key === key && o.opensOn <= day && (o.closesOn === null || o.closesOn >= day));
  } catch (error) {
    // Before the pathway existed nothing was owed.
    if (error instanceof RegimeError && error.code === 'no-regime') return false;
    throw error;
  }
}
