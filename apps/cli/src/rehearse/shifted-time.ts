import { osloTimeOf, type OsloDate } from '@forlop/calendar';
import type { AdvanceResult, AttemptRef, Claim, ObligationRef } from '@forlop/workflows';

const dayMs = 86_400_000;

/** When in the day what a scenario records is recorded: after the morning in which people are reminded. */
export const momentOf = (day: OsloDate): number => osloTimeOf(day, '12:00');

/**
 * The test server's clock begins today and only goes forward, while a scenario may begin on any day. So the server's time
 * is a whole number of days from the scenario's: instants keep their time of day, and a day that names an effect
 * (`attempt`, yyyymmdd) moves by the same number.
 */
export class ShiftedTime {
  private readonly days: number;

  /** @param serverNow @param begin epoch milliseconds: `begin` comes within a day after `serverNow` in shifted time. */
  constructor(serverNow: number, begin: number) {
    this.days = Math.ceil((serverNow - begin) / dayMs);
  }

  /** Milliseconds of the scenario at an instant of the server. */
  toScenario(serverMs: number): number {
    return serverMs - this.days * dayMs;
  }

  toServer(scenarioMs: number): number {
    return scenarioMs + this.days * dayMs;
  }

  /** The ledger's answer as the workflow must hear it. */
  advanceToServer(result: AdvanceResult): AdvanceResult {
    return {
      ...result,
      now: this.instantToServer(result.now),
      nextWakeAt: this.instantToServer(result.nextWakeAt),
      nextDeadline: this.instantToServer(result.nextDeadline),
      openObligations: result.openObligations.map((o) => this.obligationToServer(o)),
    };
  }

  claimToServer(claim: Claim): Claim {
    return !claim.go && claim.why === 'hold' ? { ...claim, retryAt: this.instantToServer(claim.retryAt) } : claim;
  }

  /** The workflow names an effect by the server's day; the ledger knows it by the scenario's. */
  attemptToScenario<T extends AttemptRef>(attempt: T): T {
    const text = String(attempt.attempt);
    const server = Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}T00:00:00Z`);
    return { ...attempt, attempt: Number(new Date(this.toScenario(server)).toISOString().slice(0, 10).replaceAll('-', '')) };
  }

  private obligationToServer(obligation: ObligationRef): ObligationRef {
    return { ...obligation, askAt: obligation.askAt.map((at) => this.instantToServer(at)), escalateAt: this.instantToServer(obligation.escalateAt) };
  }

  private instantToServer<T extends string | null>(instant: T): T {
    return (instant === null ? null : new Date(this.toServer(Date.parse(instant))).toISOString()) as T;
  }
}
