import { join } from 'node:path';
import { dataConverter, generateKey, MasterKeys, readKeySet, SearchKey } from '@forlop/crypto';
import type { LoadedRules } from '@forlop/definitions';
import { migrate, openLedger, type Ledger, type LedgerClock } from '@forlop/ledger';
import { stateDir, temporalTestServerBinary } from '@forlop/servers';
import { workflowBundle } from '@forlop/temporal';
import { searchAttributeTypes, taskQueues, workflowsEntry, type DeliveryActivities, type PathwayActivities } from '@forlop/workflows';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { scratchDatabase } from './scratch-database.js';

/** The servers of a rehearsal: a database of its own, and a Temporal whose time skips. */
export interface Stage {
  readonly environment: TestWorkflowEnvironment;
  openLedger(rules: LoadedRules, clock: LedgerClock): Promise<Ledger>;
  /** Runs pathway worker and courier with these activities until `use` has ended. */
  withWorkers<T>(activities: PathwayActivities & Pick<DeliveryActivities, 'deliver'>, use: () => Promise<T>): Promise<T>;
  /** Ends and deletes everything. */
  strike(): Promise<void>;
}

/** temporal.api.enums.v1.IndexedValueType */
const typeNumbers = { Keyword: 2, Datetime: 6 } as const;
const say = (env: NodeJS.ProcessEnv) => (line: string) => void (env.FORLOP_VERBOSE && console.error(line));

/** Sets the stage: both servers at once. Payloads are encrypted as in life, under keys that live as long as the stage. */
export async function setStage(env: NodeJS.ProcessEnv): Promise<Stage> {
  quietRuntime();
  const converter = dataConverter(readKeySet(`rehearsal:${generateKey()}`, 'øvingsnøkkel'));
  const [database, environment] = await bothOrNeither(scratchDatabase(env, say(env)), testServer(env, converter));
  const { url } = database;
  await migrate(url);
  const keys = MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() });
  const searchKey = SearchKey.fromEnv({ FORLOP_SEARCH_KEY: generateKey() });
  return {
    environment,
    openLedger: (rules, clock) => openLedger({ url, rules, keys, searchKey, clock }),
    withWorkers: async (activities, use) => {
      const shared = { connection: environment.nativeConnection, namespace: environment.namespace ?? 'default', dataConverter: converter };
      const { advance, claimAttempt, recordOutcome, deliver } = activities;
      const bundle = await workflowBundle({ entry: workflowsEntry, cacheDir: join(stateDir(env), 'bundles') });
      const pathway = await Worker.create({ ...shared, taskQueue: taskQueues.pathway, workflowBundle: bundle, workflowThreadPoolSize: 1, activities: { advance, claimAttempt, recordOutcome } });
      const courier = await Worker.create({ ...shared, taskQueue: taskQueues.delivery, activities: { deliver } });
      return courier.runUntil(() => pathway.runUntil(use));
    },
    strike: async () => {
      await Promise.all([environment.teardown(), database.drop()]);
    },
  };
}

async function testServer(env: NodeJS.ProcessEnv, converter: ReturnType<typeof dataConverter>): Promise<TestWorkflowEnvironment> {
  const path = env.FORLOP_TEST_TIME_SKIPPING_BINARY || (await temporalTestServerBinary({ say: say(env), env }));
  const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } }, client: { dataConverter: converter } });
  const searchAttributes = Object.fromEntries(Object.entries(searchAttributeTypes).map(([name, type]) => [name, typeNumbers[type]]));
  await environment.connection.operatorService.addSearchAttributes({ namespace: environment.namespace ?? 'default', searchAttributes });
  return environment;
}

/** When one cannot be had, the other one is not left behind. */
async function bothOrNeither<A extends { drop(): Promise<void> }, B extends { teardown(): Promise<void> }>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
  if (a.status === 'fulfilled') await a.value.drop();
  if (b.status === 'fulfilled') await b.value.teardown();
  throw a.status === 'rejected' ? a.reason : (b as PromiseRejectedResult).reason;
}

/** The SDK's runtime is one for the process; its log is nobody's news here. */
function quietRuntime(): void {
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
  } catch (error) {
    // Installed already: by an earlier rehearsal in this process.
    if (!(error instanceof Error) || error.name !== 'IllegalStateError') throw error;
  }
}
