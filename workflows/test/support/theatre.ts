import { digestsIn, obligationsIn, pathwayActivities } from '@forlop/activities';
import { temporalTestServerBinary } from '@forlop/servers';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { searchAttributeTypes, taskQueues } from '../../src/contract.js';
import type { DeliveryActivities, PathwayActivities, ReportActivities } from '../../src/contract.js';
import { bundle, deliveryBundle } from './bundle.js';
import type { ScriptedCourier, ScriptedLedger, ScriptedReports } from './scripted-ledger.js';
import { testConverter } from './test-converter.js';

/** Recorded in histories, so the same on every machine. */
const identity = 'forlop-test';

/** temporal.api.enums.v1.IndexedValueType */
const typeNumbers = { Keyword: 2, Datetime: 6 } as const;

/**
 * A time-skipping server with a pathway worker and a courier. Each stage (one test's pathway) brings a ledger and a
 * courier of its own, found by the pathway's id. The server has one clock for all: one test at a time.
 */
export class Theatre {
  private readonly cast = new Map<string, { ledger: ScriptedLedger; courier: ScriptedCourier; reports: ScriptedReports }>();
  private workers: Worker[] = [];
  private runs: Promise<void>[] = [];

  private constructor(readonly environment: TestWorkflowEnvironment) {}

  static async open(): Promise<Theatre> {
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
    const path = process.env.FORLOP_TEST_TIME_SKIPPING_BINARY || (await temporalTestServerBinary());
    const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } }, client: { dataConverter: testConverter, identity } });
    const theatre = new Theatre(environment);
    await theatre.prepare();
    return theatre;
  }

  /** Brings a stage's ledger and courier. @returns the new pathway's id. */
  enter(ledger: ScriptedLedger, courier: ScriptedCourier, reports: ScriptedReports): string {
    const pathwayId = `scene-${this.cast.size + 1}`;
    this.cast.set(pathwayId, { ledger, courier, reports });
    return pathwayId;
  }

  async close(): Promise<void> {
    for (const worker of this.workers) worker.shutdown();
    await Promise.all(this.runs);
    await this.environment.teardown();
    await Runtime.instance().shutdown();
  }

  private async prepare(): Promise<void> {
    const { connection, nativeConnection } = this.environment;
    const namespace = this.environment.namespace ?? 'default';
    const searchAttributes = Object.fromEntries(Object.entries(searchAttributeTypes).map(([name, type]) => [name, typeNumbers[type]]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    const shared = { connection: nativeConnection, namespace, dataConverter: testConverter, identity };
    this.workers = [
      await Worker.create({ ...shared, taskQueue: taskQueues.pathway, workflowBundle: await bundle(), activities: { ...this.pathwayActivities(), ...this.reportActivities() } }),
      await Worker.create({ ...shared, taskQueue: taskQueues.delivery, workflowBundle: await deliveryBundle(), activities: this.deliveryActivities() }),
    ];
    this.runs = this.workers.map((worker) => worker.run());
  }

  /** The real activities on each stage's scripted ledger. */
  private pathwayActivities(): PathwayActivities {
    const obligations = obligationsIn(this.environment.client, 'courier');
    const digests = digestsIn(this.environment.client);
    const of = (call: { pathwayId: string }) => pathwayActivities({ ledger: this.castOf(call).ledger, obligations, digests });
    return {
      advance: (call) => of(call).advance(call),
      claimAttempt: (call) => of(call).claimAttempt(call),
      recordOutcome: (call) => of(call).recordOutcome(call),
      planReminder: (call) => of(call).planReminder(call),
    };
  }

  /** A stage's scheduled report has the pathway's id. */
  private reportActivities(): ReportActivities {
    const of = ({ scheduleId }: { scheduleId: string }) => this.castOf({ pathwayId: scheduleId }).reports;
    return { planReports: (call) => of(call).planReports(call), makeReport: (call) => of(call).makeReport(call) };
  }

  private deliveryActivities(): DeliveryActivities {
    const courierOf = (receiverId: string) => this.castOf({ pathwayId: receiverId }).courier;
    return {
      deliver: (call) => this.castOf(call).courier.deliver(call),
      // A stage's receiver has the pathway's id.
      sendDigest: (call) => courierOf(call.receiverId).sendDigest(call),
      failDigest: (call) => courierOf(call.receiverId).failDigest(call),
    };
  }

  private castOf({ pathwayId }: { pathwayId: string }) {
    const cast = this.cast.get(pathwayId);
    if (!cast) throw new Error(`No stage for ${pathwayId}`);
    return cast;
  }
}
