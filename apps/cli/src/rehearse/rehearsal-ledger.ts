import { addDays, osloMidnight } from '@forlop/calendar';
import type { AdvanceResult, Claim, Ledger } from '@forlop/ledger';
import type { Played, Player, Scenario, Step } from '@forlop/simulator';
import { momentOf, type ShiftedTime } from './shifted-time.js';
import type { StageClock } from './stage-clock.js';

/** What the workflows' activities ask of a ledger. */
type AskedLedger = Pick<Ledger, 'advance' | 'claimAttempt' | 'recordOutcome' | 'planReminder' | 'closeReminders'>;

/** What the rehearsal's ledger works with. */
export interface RehearsalPorts {
  readonly ledger: AskedLedger;
  readonly scenario: Scenario;
  readonly clock: StageClock;
  readonly time: ShiftedTime;
  /** Epoch milliseconds on the test server's clock. */
  readonly serverNow: () => Promise<number>;
}

/**
 * The real ledger as the activities of a rehearsal see it: in the server's time, with the scenario in it. Before it is
 * asked to advance, what the scenario records up to now is played; its answer is the earlier of its own and the
 * scenario's next moment.
 */
export class RehearsalLedger implements AskedLedger {
  readonly played: Played[] = [];
  private readonly steps: Step[];
  private readonly endsAt: number;
  /** One call at a time: the ledger's clock is the scenario's only for the call at hand. */
  private last: Promise<unknown> = Promise.resolve();
  private failure: unknown;
  private player: Player | undefined;

  constructor(private readonly ports: RehearsalPorts) {
    this.steps = [...ports.scenario.steps];
    this.endsAt = osloMidnight(addDays(ports.scenario.until, 1));
  }

  /** Who plays the scenario's steps; set before the pathway's workflow is started. */
  playedBy(player: Player): void {
    this.player = player;
  }

  advance = (pathwayId: string, now: string): Promise<AdvanceResult> =>
    this.inTurn(async () => {
      const { clock, time, ledger } = this.ports;
      const scenarioNow = time.toScenario(Date.parse(now));
      await this.playUntil(scenarioNow);
      clock.reach(scenarioNow);
      const result = await ledger.advance(pathwayId, clock.now().toISOString());
      return time.advanceToServer(scenarioNow >= this.endsAt ? curtain(result) : this.withScenario(result));
    });

  claimAttempt: Ledger['claimAttempt'] = (attempt) =>
    this.inTurn(async (): Promise<Claim> => {
      await this.reachServerNow();
      return this.ports.time.claimToServer(await this.ports.ledger.claimAttempt(this.ports.time.attemptToScenario(attempt)));
    });

  planReminder: Ledger['planReminder'] = (plan) => this.inTurn(() => this.ports.ledger.planReminder(this.ports.time.attemptToScenario(plan)));

  closeReminders: Ledger['closeReminders'] = (pathwayId) => this.inTurn(() => this.ports.ledger.closeReminders(pathwayId));

  recordOutcome: Ledger['recordOutcome'] = (attempt, outcome) =>
    this.inTurn(async () => {
      await this.reachServerNow();
      await this.ports.ledger.recordOutcome(this.ports.time.attemptToScenario(attempt), outcome);
    });

  /** Throws the first thing that went wrong, if anything did: a rehearsal with a fault proves nothing. */
  throwFailure(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private async reachServerNow(): Promise<void> {
    this.ports.clock.reach(this.ports.time.toScenario(await this.ports.serverNow()));
  }

  private async playUntil(scenarioNow: number): Promise<void> {
    for (let step = this.steps[0]; step !== undefined && momentOf(step.recordedOn) <= scenarioNow; step = this.steps[0]) {
      this.steps.shift();
      this.ports.clock.reach(momentOf(step.recordedOn));
      this.played.push(await this.player!.play(step));
    }
  }

  /** The pathway is not over while the scenario has more to record, and it is looked at until the end. */
  private withScenario(result: AdvanceResult): AdvanceResult {
    const [next] = this.steps;
    const moments = [this.endsAt, ...(next === undefined ? [] : [momentOf(next.recordedOn)]), ...(result.nextWakeAt === null ? [] : [Date.parse(result.nextWakeAt)])];
    return { ...result, finished: result.finished && next === undefined, nextWakeAt: new Date(Math.min(...moments)).toISOString() };
  }

  /** Life would try again; here every server is our own, and the first fault ends it. */
  private inTurn<T>(call: () => Promise<T>): Promise<T> {
    this.throwFailure();
    const turn = this.last.then(call);
    this.last = turn.catch((error: unknown) => (this.failure ??= error));
    return turn;
  }
}

/** The scenario has ended: the workflow ends, and stops what it started. */
const curtain = (result: AdvanceResult): AdvanceResult => ({ ...result, finished: true, openObligations: [], nextWakeAt: null });
