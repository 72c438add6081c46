import { virtualClock, type LedgerClock } from '@forlop/ledger';

/** The ledger's clock in a rehearsal: stands where the scenario has come to, and never goes back. */
export class StageClock {
  readonly ledgerClock: LedgerClock = virtualClock(() => this.now());

  /** @param ms epoch milliseconds of the scenario. */
  constructor(private ms: number) {}

  now(): Date {
    return new Date(this.ms);
  }

  reach(ms: number): void {
    this.ms = Math.max(this.ms, ms);
  }
}
