import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { deliveryActivities } from '@forlop/activities';
import { ConfigError, courierConfig, type CourierConfig } from '@forlop/config';
import { CryptoError, dataConverter, MasterKeys, payloadKeysFromEnv, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { LedgerError, openLedger } from '@forlop/ledger';
import { domainOf, smtpMailer, startInbox, type Inbox } from '@forlop/messaging';
import { appLog, closeOnSignal, errorFacts, NestLog, type Logger } from '@forlop/telemetry';
import { activityLimits, installRuntime, keepWorker } from '@forlop/temporal';
import { taskQueues } from '@forlop/workflows';
import { CourierModule } from './courier.module.js';

/** Runs the delivery worker until asked to end. The only app that holds the channels' secrets. */
async function main(): Promise<void> {
  const config = courierConfig();
  const log = appLog('courier', config.logLevel);
  const [ledger, inbox] = await Promise.all([openTheLedger(config), inboxWhereNeeded(config, log)]);
  const mailer = smtpMailer({ url: inbox?.url ?? config.mail.smtpUrl?.reveal() ?? '', from: config.mail.from });
  installRuntime(log);
  const worker = keepWorker({
    ...config.temporal,
    dataConverter: dataConverter(payloadKeysFromEnv({ FORLOP_PAYLOAD_KEYS: config.keys.payload.reveal() })),
    name: 'delivery',
    log,
    worker: {
      taskQueue: taskQueues.delivery,
      activities: deliveryActivities({ ledger, mailer, publicUrl: config.publicUrl, domain: domainOf(config.mail.from) }),
      ...activityLimits(config.databaseConnections),
    },
  });

  const app = await NestFactory.create(CourierModule.of({ ledger, worker, mailer, inbox }), { logger: new NestLog(log), abortOnError: false });
  closeOnSignal(() => app.close(), log);
  await app.listen(config.port, config.host);
  log.info({ host: config.host, port: config.port, inbox: inbox !== null }, 'listening');
}

function openTheLedger({ databaseUrl, databaseConnections, digestMinutes, keys }: CourierConfig) {
  return openLedger({
    url: databaseUrl.reveal(),
    rules: loadRules(),
    keys: MasterKeys.fromEnv({ FORLOP_MASTER_KEY: keys.master.reveal() }),
    searchKey: SearchKey.fromEnv({ FORLOP_SEARCH_KEY: keys.search.reveal() }),
    poolSize: databaseConnections,
    digestMinutes,
  });
}

/** Without a mail server every mail lands in an inbox of our own, to be looked at. */
async function inboxWhereNeeded({ mail }: CourierConfig, log: Logger): Promise<Inbox | null> {
  if (mail.smtpUrl !== null) return null;
  return startInbox({ smtpPort: mail.inboxPort, dir: mail.inboxDir, onError: (error) => log.warn({ error: errorFacts(error) }, 'a mail did not reach the inbox') });
}

/** What whoever starts the courier can put right is said in a sentence; anything else is a fault of ours, with its trace. */
function explained(error: unknown): unknown {
  return error instanceof ConfigError || error instanceof CryptoError || error instanceof LedgerError ? error.message : error;
}

main().catch((error: unknown) => {
  console.error(explained(error));
  process.exit(1);
});
