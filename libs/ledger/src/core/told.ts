import type { DutyKind, Json, LedgerEvent } from '@forlop/pathway';
import { observations } from './observation-types.js';

/** One message that was sent, as its observation says. */
export interface ToldMessage {
  readonly event: LedgerEvent;
  readonly to: string;
}

/** What stands with those who were told about one obligation. */
export interface ToldState {
  readonly obligation: string;
  readonly kind: DutyKind;
  /** Sent and standing: neither taken back nor corrected. */
  readonly standing: readonly ToldMessage[];
  /** Taken back, and the correction not yet sent. */
  readonly withdrawn: { readonly event: LedgerEvent; readonly messages: readonly ToldMessage[] } | null;
  /** How often it was taken back. */
  readonly withdrawals: number;
}

const textIn = (data: Readonly<Record<string, Json>>, field: string): string => String(data[field] ?? '');

interface Draft {
  obligation: string;
  kind: DutyKind;
  standing: ToldMessage[];
  withdrawn: { event: LedgerEvent; messages: ToldMessage[] } | null;
  withdrawals: number;
}

/** Reads from the observations, by obligation, who was told what and what became of it. */
export function toldStates(events: readonly LedgerEvent[]): ToldState[] {
  const states = new Map<string, Draft>();
  for (const event of events) {
    if (event.kind !== 'observation') continue;
    const obligation = textIn(event.data, 'about');
    const state = states.get(obligation);
    if (event.type === observations.told && event.data['purpose'] !== 'withdraw') {
      const message = { event, to: textIn(event.data, 'to') };
      if (state) state.standing.push(message);
      else states.set(obligation, { obligation, kind: textIn(event.data, 'kind') as DutyKind, standing: [message], withdrawn: null, withdrawals: 0 });
    } else if (state) {
      follow(state, event);
    }
  }
  return [...states.values()];
}

function follow(state: Draft, event: LedgerEvent): void {
  if (event.type === observations.toldWithdrawn) {
    state.withdrawals += 1;
    state.withdrawn = { event, messages: state.standing };
    state.standing = [];
  } else if (event.type === observations.toldReinstated && state.withdrawn !== null) {
    state.standing = [...state.withdrawn.messages, ...state.standing];
    state.withdrawn = null;
  } else if (event.type === observations.told) {
    state.withdrawn = null;
  }
}
