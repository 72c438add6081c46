import type { OsloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import type { ClockStatus, Json, Regime } from '@forlop/pathway';

/** Something that is done in the ledger on a day. Dates are Oslo dates, worked out. */
export interface Step {
  readonly id: string;
  /** The day on which it happened. */
  readonly on: OsloDate;
  /** The day on which it is recorded; later than `on` for what is registered late (LATE-1). */
  readonly recordedOn: OsloDate;
  readonly act: Act;
}

/** What a step does. */
export type Act =
  /** A person's choice. `refused`: the code with which the state must refuse it. */
  | { readonly do: 'command'; readonly command: string; readonly data: Data; readonly text?: string; readonly refused?: string }
  /** Something that happened. `corrects`: the step whose event gets this date and content. */
  | { readonly do: 'fact'; readonly type: string; readonly data: Data; readonly text?: string; readonly corrects?: string }
  | { readonly do: 'retract'; readonly retracts: string; readonly text: string }
  /** What is in quarantine was no referral. */
  | { readonly do: 'discard'; readonly text: string }
  | { readonly do: 'confirm'; readonly duty: string }
  | { readonly do: 'move'; readonly definition?: Regime['definition']; readonly calendar?: Regime['calendar']; readonly parameters?: Regime['parameters']; readonly text: string };
export type Data = Readonly<Record<string, Json>>;

/** Id of the referral that begins a scenario, for times and corrections that name it. */
export const REFERRAL_STEP = 'henvisning';

/** What must hold on a day, with what was recorded by then. */
export type Expectation = { readonly on: OsloDate } & (
  | { readonly clock: string; readonly status: ClockStatus; readonly due?: OsloDate }
  | { readonly step: string }
  | { readonly duty: string; readonly open: boolean }
  /** Messages of that duty and purpose on that day. */
  | { readonly told: string; readonly purpose: 'ask' | 'escalate' | 'withdraw'; readonly times: number }
  /** Whether the pathway lacks a next step. */
  | { readonly alarm: boolean }
);

/** A scenario that can be played: everything worked out and checked against its definition. */
export interface Scenario {
  readonly title: string;
  readonly description: string | null;
  readonly regime: Regime;
  readonly referral: Referral;
  /** The day on which the referral is registered. */
  readonly recordedOn: OsloDate;
  /** In order of recording. */
  readonly steps: readonly Step[];
  /** The last day played, included. */
  readonly until: OsloDate;
  readonly expect: readonly Expectation[];
}
