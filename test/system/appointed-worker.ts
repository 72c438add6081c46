import { digestsIn, obligationsIn, pathwayActivities, type DigestsPort, type PathwayPorts } from '@forlop/activities';
import type { AdvanceResult, Ledger, ObligationRef } from '@forlop/ledger';
import { appLog } from '@forlop/telemetry';
import { installRuntime, keepWorker, temporalClient, workflowBundle, type TemporalAddress } from '@forlop/temporal';
import { pathwayTeller, Relay, WorkerMetrics } from '@forlop/worker';
import { taskQueues, workflowsEntry } from '@forlop/workflows';

/** Which of a pathway's instants is to come at the appointed moment. */
export interface Appointment {
  /** The ledger's time until then, which stands still: epoch milliseconds. */
  readonly until: number;
  /** One of the instants in what it answers. */
  readonly instantIn: (answer: AdvanceResult) => string;
}

/** The workflows as one script. */
export type WorkflowBundle = Awaited<ReturnType<typeof workflowBundle>>;
export const bundleWorkflows = (): Promise<WorkflowBundle> => workflowBundle({ entry: workflowsEntry });

type PathwayLedger = PathwayPorts['ledger'];

/**
 * A pathway worker and a relay for pathways that each have a calendar of their own, so far ahead of Temporal's that what is
 * due for them weeks from now, at night or in the morning, falls due at one and the same moment: a real timer of a
 * real server fires then. Instants are moved on their way between the ledger and the workflows, as in a rehearsal;
 * durations, timers and days between reminders stay what they are. A pathway without an appointment is not moved.
 */
export class AppointedWorker {
  private readonly ahead = new Map<string, number>();

  /** @param moment epoch milliseconds, by Temporal's clock. */
  constructor(
    private readonly ledger: Ledger,
    private readonly appointments: ReadonlyMap<string, Appointment>,
    private readonly moment: number,
  ) {}

  /** @param bundle made before: it takes seconds that the moment may not have. @returns what ends it. */
  start(temporal: TemporalAddress, bundle: WorkflowBundle): () => Promise<void> {
    // What the SDK has to say of a server that is away is expected here.
    const log = appLog('appointed', 'silent');
    installRuntime(log);
    const { client, close } = temporalClient(temporal);
    const worker = keepWorker({
      ...temporal, name: 'pathway', log,
      worker: { taskQueue: taskQueues.pathway, workflowBundle: bundle, activities: pathwayActivities({ ledger: this.moved(), obligations: obligationsIn(client), digests: atOnce(digestsIn(client)) }) },
    });
    const relay = new Relay({ ledger: this.ledger, teller: pathwayTeller(client), parallel: 4, log, metrics: new WorkerMetrics(this.ledger) });
    relay.start();
    return async () => {
      await relay.stop();
      await worker.stop();
      await close();
    };
  }

  private moved(): PathwayLedger {
    const { ledger } = this;
    return {
      advance: async (pathwayId, now) => {
        const ahead = await this.aheadOf(pathwayId);
        return back(await ledger.advance(pathwayId, this.inLedgersTime(pathwayId, Date.parse(now), ahead)), ahead);
      },
      claimAttempt: (attempt) => ledger.claimAttempt(attempt),
      recordOutcome: (attempt, outcome) => ledger.recordOutcome(attempt, outcome),
      planReminder: (plan) => ledger.planReminder(plan),
      closeReminders: (pathwayId) => ledger.closeReminders(pathwayId),
    };
  }

  private inLedgersTime(pathwayId: string, now: number, ahead: number): string {
    const appointment = this.appointments.get(pathwayId);
    return new Date(appointment === undefined || now >= this.moment ? now + ahead : appointment.until).toISOString();
  }

  private async aheadOf(pathwayId: string): Promise<number> {
    const appointment = this.appointments.get(pathwayId);
    if (appointment === undefined) return 0;
    const known = this.ahead.get(pathwayId);
    if (known !== undefined) return known;
    const answer = await this.ledger.advance(pathwayId, new Date(appointment.until).toISOString());
    const ahead = Date.parse(appointment.instantIn(answer)) - this.moment;
    this.ahead.set(pathwayId, ahead);
    return ahead;
  }
}

/** In these tests a digest is due when it is planned; by Temporal's clock that is now. */
const atOnce = (digests: DigestsPort): DigestsPort => ({ start: (digest) => digests.start({ ...digest, at: new Date().toISOString() }) });

/** The ledger's answer in Temporal's time. */
function back(answer: AdvanceResult, ahead: number): AdvanceResult {
  const moved = <T extends string | null>(instant: T): T => (instant === null ? null : new Date(Date.parse(instant) - ahead).toISOString()) as T;
  const obligation = (ref: ObligationRef): ObligationRef => ({ ...ref, askAt: ref.askAt.map(moved), escalateAt: moved(ref.escalateAt) });
  return { ...answer, now: moved(answer.now), nextWakeAt: moved(answer.nextWakeAt), nextDeadline: moved(answer.nextDeadline), openObligations: answer.openObligations.map(obligation) };
}
