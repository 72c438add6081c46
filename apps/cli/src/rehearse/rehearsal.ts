import type { LoadedRules } from '@forlop/definitions';
import type { PathwayInput } from '@forlop/pathway';
import type { Ledger, PatientView } from '@forlop/ledger';
import { pinnedRules, Player, type Played, type Scenario } from '@forlop/simulator';
import { releaseLeakedTime } from '@forlop/temporal';
import { obligationWorkflowId, pathwayStart, pathwayWorkflowId, pathwayWorkflowType, taskQueues, type PathwayStart } from '@forlop/workflows';
import { WorkflowFailedError } from '@temporalio/client';
import { rehearsalActivities, type ObligationMoment } from './rehearsal-activities.js';
import { wrongUse } from '../failure.js';
import { RehearsalLedger } from './rehearsal-ledger.js';
import { momentOf, ShiftedTime } from './shifted-time.js';
import { StageClock } from './stage-clock.js';
import type { Stage } from './stage.js';
import { readHistory, type PathwayHistory } from './temporal-history.js';

/** What came of playing a scenario. */
export interface Rehearsed {
  readonly view: PatientView;
  /** The whole pathway as the kernel sees it, for looking back. */
  readonly input: PathwayInput;
  readonly played: readonly Played[];
  readonly history: PathwayHistory;
  /** Obligations whose workflows were started, and told to stop. */
  readonly started: readonly ObligationMoment[];
  readonly stopped: readonly ObligationMoment[];
  /** Roles that each message went to, by the message's id. */
  readonly recipients: ReadonlyMap<string, readonly string[]>;
  /** Seconds from the referral to the last day, with servers and workers up. */
  readonly seconds: number;
  readonly time: ShiftedTime;
}

const actor = { kind: 'person', id: 'scenario' } as const;

/** A rehearsal keeps one history: the test server's clock stands still when an obligation outlives its pathway's run (docs/workflows.md). */
const neverRenewed = 1_000_000;

/** Plays a scenario from its referral to its last day: the real workflows, the real ledger, skipped time. */
export async function rehearse(scenario: Scenario, rules: LoadedRules, stage: Stage): Promise<Rehearsed> {
  const { environment } = stage;
  const begin = momentOf(scenario.recordedOn);
  const clock = new StageClock(begin);
  const ledger = await stage.openLedger(pinnedRules(rules, scenario.regime), clock.ledgerClock);
  try {
    await ledger.setEffects(true, 'Øving: ingenting sendes herfra.', actor);
    const time = await alignedTime(environment, begin);
    const serverNow = () => environment.currentTimeMs();
    const rehearsed = new RehearsalLedger({ ledger, scenario, clock, time, serverNow });
    const { activities, started, stopped, recipients } = rehearsalActivities({ rehearsed, ledger, client: environment.client, serverNow });
    const { pathwayId, seconds } = await stage.withWorkers(activities, async () => {
      const startedAt = performance.now();
      const taken = await takeIn(scenario, ledger);
      rehearsed.playedBy(new Player({ ledger, pathwayId: taken, actor }));
      await runWorkflow(taken, stage, rehearsed);
      const seconds = (performance.now() - startedAt) / 1000;
      await endObligations(taken, stopped, stage, rehearsed);
      return { pathwayId: taken, seconds };
    });
    return {
      view: await ledger.patientView(pathwayId, { asOf: scenario.until }),
      input: await ledger.kernelInput(pathwayId, { asOf: scenario.until }),
      played: rehearsed.played,
      started,
      stopped,
      recipients,
      history: await readHistory(environment.client, pathwayId),
      seconds,
      time,
    };
  } finally {
    await ledger.close();
  }
}

/** Takes the scenario's referral in. @returns the pathway's id. */
async function takeIn({ referral }: Scenario, ledger: Ledger): Promise<string> {
  const { pathwayId, outcome, reasons } = await ledger.intake(referral, actor);
  if (outcome === 'created') return pathwayId;
  throw wrongUse('referral-refused', `Henvisningen i scenariet kan ikke tas imot: ${reasons.map(({ sentence }) => sentence).join(' ')}`);
}

/** Brings the server to the scenario's first moment: less than a day ahead, in shifted time. */
async function alignedTime(environment: Stage['environment'], begin: number): Promise<ShiftedTime> {
  const serverNow = await environment.currentTimeMs();
  const time = new ShiftedTime(serverNow, begin);
  await environment.sleep(Math.max(time.toServer(begin) - serverNow, 0));
  return time;
}

/** Lets what the scenario's end stopped end too, so that the server's clock goes on for the stage's next rehearsal. */
async function endObligations(pathwayId: string, stopped: readonly ObligationMoment[], { environment }: Stage, rehearsed: RehearsalLedger): Promise<void> {
  for (const key of new Set(stopped.map((one) => one.key))) {
    const workflowId = obligationWorkflowId(pathwayId, key);
    await ended(environment.client.workflow.getHandle(workflowId), rehearsed);
    await releaseLeakedTime(environment, workflowId);
  }
}

async function runWorkflow(pathwayId: string, { environment }: Stage, rehearsed: RehearsalLedger): Promise<void> {
  const args: [PathwayStart] = [{ ...pathwayStart(pathwayId), renewAfterEvents: neverRenewed }];
  const handle = await environment.client.workflow.start(pathwayWorkflowType, { workflowId: pathwayWorkflowId(pathwayId), taskQueue: taskQueues.pathway, args });
  await ended(handle, rehearsed);
}

/** Waits until a workflow has ended. @throws what went wrong in the ledger, rather than that Temporal was told of it. */
async function ended(handle: { result(): Promise<unknown> }, rehearsed: RehearsalLedger): Promise<void> {
  try {
    await handle.result();
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    rehearsed.throwFailure();
    throw error;
  }
  rehearsed.throwFailure();
}
