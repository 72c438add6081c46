import { releaseLeakedTime } from '@forlop/temporal';
import { WorkflowClient, type WorkflowHandle, type WorkflowHandleWithStartDetails } from '@temporalio/client';
import { digestWorkflowType, obligationWorkflowTypes, pathwayStart, pathwayWorkflowId, pathwayWorkflowType, reportScheduleName, scheduledReportWorkflowType, taskQueues } from '../../src/contract.js';
import type { DigestStart, ObligationEnd, ObligationRef, ObligationStart, PathwayStart, ScheduledReportStart } from '../../src/contract.js';
import { ScriptedCourier, ScriptedLedger, ScriptedReports, type Script } from './scripted-ledger.js';
import { testConverter } from './test-converter.js';
import type { Theatre } from './theatre.js';

export const dayMs = 86_400_000;

/** One test's world: a scripted ledger and courier, and workflows that use them, in skipped time. */
export interface Stage {
  readonly ledger: ScriptedLedger;
  readonly courier: ScriptedCourier;
  readonly reports: ScriptedReports;
  readonly pathwayId: string;
  /** Milliseconds of the stage's day 0, and of days after it. */
  day(n: number): number;
  startPathway(more?: Partial<PathwayStart>): Promise<WorkflowHandleWithStartDetails>;
  startObligation(obligation: ObligationRef, more?: Partial<ObligationStart>): Promise<WorkflowHandleWithStartDetails>;
  /** The digest of the stage's one receiver, started as `digestsIn` does. */
  startDigest(): Promise<WorkflowHandleWithStartDetails>;
  /** The stage's scheduled report, as Temporal's schedule starts it. */
  startReport(): Promise<WorkflowHandleWithStartDetails>;
  handleOf(workflowId: string, runId?: string): WorkflowHandle;
  /**
   * The end of an obligation that has been told to stop; gives back the time that it may have locked. Time stands still meanwhile: a
   * handle's own `result` lets it run until we have taken note, which on a busy machine is past days that are yet to be played.
   */
  obligationEnd(workflowId: string): Promise<ObligationEnd>;
  /** Skips to a minute after a day's beginning. @throws Error when that has passed: the play has run ahead of its script. */
  untilDay(n: number): Promise<void>;
}

/** Sets a stage. The server's clock only goes forward, so every stage has its own day 0. */
export async function setStage(theatre: Theatre, script: (stage: Stage) => Script): Promise<Stage> {
  const { environment } = theatre;
  const { workflow } = environment.client;
  // Waits for results without letting time be skipped, which the environment's own client does.
  const still = new WorkflowClient({ connection: environment.connection, namespace: environment.namespace ?? 'default', dataConverter: testConverter });
  const zero = await environment.currentTimeMs();
  const ledger = new ScriptedLedger();
  const courier = new ScriptedCourier();
  const reports = new ScriptedReports();
  const pathwayId = theatre.enter(ledger, courier, reports);
  const stage: Stage = {
    ledger,
    courier,
    reports,
    pathwayId,
    day: (n) => zero + n * dayMs,
    startPathway: (more = {}) => workflow.start(pathwayWorkflowType, { workflowId: pathwayWorkflowId(pathwayId), taskQueue: taskQueues.pathway, args: [{ ...pathwayStart(pathwayId), ...more }] }),
    startObligation: (obligation, more = {}) =>
      workflow.start(obligationWorkflowTypes[obligation.kind], { workflowId: obligation.workflowId, taskQueue: taskQueues.pathway, args: [{ pathwayId, obligation, ...more }] }),
    startDigest: () => {
      const args: [DigestStart] = [{ receiverId: pathwayId }];
      return workflow.start(digestWorkflowType, { workflowId: `digest/${pathwayId}/20260408T0600`, taskQueue: taskQueues.delivery, args, workflowTaskTimeout: '30 seconds' });
    },
    startReport: () => {
      const args: [ScheduledReportStart] = [{ scheduleId: pathwayId }];
      return workflow.start(scheduledReportWorkflowType, { workflowId: reportScheduleName(pathwayId), taskQueue: taskQueues.pathway, args });
    },
    handleOf: (workflowId, runId) => workflow.getHandle(workflowId, runId),
    obligationEnd: async (workflowId) => {
      const end = (await still.getHandle(workflowId).result()) as ObligationEnd;
      await releaseLeakedTime(environment, workflowId);
      return end;
    },
    untilDay: async (n) => {
      const ms = zero + n * dayMs + 60_000 - (await environment.currentTimeMs());
      // To let time go for nothing would set off what is due just then, and a signal that meets a timer as it fires leaves a workflow hanging on the
      // test server (temporalio/sdk-java#3088).
      if (ms <= 0) throw new Error(`Day ${n} of ${pathwayId} has passed already.`);
      await environment.sleep(ms);
    },
  };
  ledger.script = script(stage);
  return stage;
}

/** A script that answers by the stage's day: the last entry whose day has come. */
export function byDay({ day }: Stage, entries: readonly (readonly [number, ReturnType<Script>])[]): Script {
  return (nowMs) => entries.findLast(([n]) => nowMs >= day(n))?.[1] ?? {};
}
