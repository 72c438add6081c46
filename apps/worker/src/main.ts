import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { digestsIn, obligationsIn, pathwayActivities, reportActivities, reportSchedulesIn } from '@forlop/activities';
import { ConfigError, workerConfig, type WorkerConfig } from '@forlop/config';
import { CryptoError, dataConverter, MasterKeys, payloadKeysFromEnv, SearchKey, SigningKeys } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { LedgerError, openLedger, type Ledger, type LedgerOptions } from '@forlop/ledger';
import { appLog, closeOnSignal, NestLog, type Logger } from '@forlop/telemetry';
import { installRuntime, keepWorker, temporalClient, workerLimits } from '@forlop/temporal';
import { pastCounter } from '@forlop/what-if';
import { taskQueues } from '@forlop/workflows';
import { pathwayBundle } from './bundle.js';
import { EffectsWatch } from './effects-watch.js';
import { WorkerMetrics } from './metrics.js';
import { KeepProofs } from './proofs/keep-proofs.js';
import { ProofFolder } from './proofs/proof-folder.js';
import { openRegistries } from './registries/open-registries.js';
import { RegistryWatch } from './registries/registry-watch.js';
import { ReportScheduleWatch } from './reports/report-schedule-watch.js';
import { KeepSums } from './sums/keep-sums.js';
import { Relay } from './relay/relay.js';
import { runningWorkflows } from './sweep/running-workflows.js';
import { Sweep } from './sweep/sweep.js';
import { pathwayTeller } from './tell-pathway.js';
import { WorkerModule } from './worker.module.js';

/** Runs the pathway worker, the relay and the sweep until asked to end. */
async function main(): Promise<void> {
  const config = workerConfig();
  const log = appLog('worker', config.logLevel);
  const temporal = { ...config.temporal, dataConverter: dataConverter(payloadKeysFromEnv({ FORLOP_PAYLOAD_KEYS: config.keys.payload.reveal() })) };
  const [ledger, bundle] = await Promise.all([openTheLedger(config), pathwayBundle()]);
  installRuntime(log);
  const { client, isUp, close } = temporalClient(temporal);
  const teller = pathwayTeller(client);
  const obligations = obligationsIn(client);
  const eyes = openedOnce(() => openTheLedger(config, { role: 'api', poolSize: reportConnections, past: { counter: pastCounter(loadRules().definitions(), reportThreads), most: Infinity } }));
  const metrics = new WorkerMetrics(ledger);
  const worker = keepWorker({
    ...temporal,
    name: 'pathway',
    log,
    worker: {
      taskQueue: taskQueues.pathway,
      workflowBundle: bundle,
      activities: { ...pathwayActivities({ ledger, obligations, digests: digestsIn(client) }), ...reportActivities({ ledger, eyes: eyes.open }) },
      ...workerLimits(config.databaseConnections),
    },
  });
  const relay = new Relay({ ledger, teller, parallel: config.relayParallel, log, metrics });
  const sweep = new Sweep({ ledger, teller, running: () => runningWorkflows(client), minutes: config.sweepMinutes, keepDays: config.keepDays, parallel: config.relayParallel, log, metrics });

  const effects = new EffectsWatch({ ledger, obligations, log });
  const reports = new ReportScheduleWatch({ ledger, schedules: reportSchedulesIn(client), log });
  const sums = new KeepSums({ ledger, log });
  const proofs = proofsOf(config, ledger, log);
  const opened = config.registries === null ? null : await openRegistries(config.registries, log);
  const registries = opened === null ? null : new RegistryWatch({ ledger, ...opened, log });

  const app = await NestFactory.create(WorkerModule.of({ ledger, worker, temporal: { isUp }, relay, sweep, effects, reports, sums, proofs, registries, metrics }), { logger: new NestLog(log), abortOnError: false });
  closeOnSignal(async () => {
    await app.close();
    await eyes.close();
    await opened?.close();
    await close();
  }, log);
  await app.listen(config.port, config.host);
  log.info({ host: config.host, port: config.port }, 'listening');
}

function openTheLedger({ databaseUrl, databaseConnections, digestMinutes, keys }: WorkerConfig, more: Pick<LedgerOptions, 'role' | 'poolSize' | 'past'> = {}) {
  return openLedger({
    url: databaseUrl.reveal(),
    rules: loadRules(),
    keys: MasterKeys.fromEnv({ FORLOP_MASTER_KEY: keys.master.reveal() }),
    searchKey: SearchKey.fromEnv({ FORLOP_SEARCH_KEY: keys.search.reveal() }),
    poolSize: databaseConnections,
    digestMinutes,
    ...more,
  });
}

/** A report is a few statements at one moment, and reports are made one by one for each schedule. */
const reportConnections = 3;
/** A month's pathways are gone through beside the patients' workflows, never before them. */
const reportThreads = 1;

/** Opened when it is first asked for; what fails is tried anew by the next who asks. */
function openedOnce(open: () => Promise<Ledger>): { readonly open: () => Promise<Ledger>; readonly close: () => Promise<void> } {
  let opened: Promise<Ledger> | null = null;
  return {
    open: () => (opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    })),
    close: async () => (await opened)?.close(),
  };
}

/** Null without a key, which production does not start without. */
function proofsOf({ proofs: { rootKey, dir } }: WorkerConfig, ledger: Ledger, log: Logger): KeepProofs | null {
  if (rootKey !== null) return new KeepProofs({ ledger, signer: SigningKeys.fromEnv({ FORLOP_ROOT_KEY: rootKey.reveal() }), folder: new ProofFolder(dir), log });
  log.warn('FORLOP_ROOT_KEY is not set: no daily roots are made, and the erasure list is not exported');
  return null;
}

/** What whoever starts the worker can put right is said in a sentence; anything else is a fault of ours, with its trace. */
function explained(error: unknown): unknown {
  return error instanceof ConfigError || error instanceof CryptoError || error instanceof LedgerError ? error.message : error;
}

main().catch((error: unknown) => {
  console.error(explained(error));
  process.exit(1);
});
