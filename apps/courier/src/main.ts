import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { deliveryActivities, digestActivities, digestsIn } from '@forlop/activities';
import { ConfigError, courierConfig, type CourierConfig } from '@forlop/config';
import { CryptoError, dataConverter, MasterKeys, payloadKeysFromEnv, readKeySet, SearchKey } from '@forlop/crypto';
import { AnswerTokens } from '@forlop/reminders';
import { loadRules } from '@forlop/definitions';
import { LedgerError, openLedger } from '@forlop/ledger';
import { domainOf, startInbox, type Inbox } from '@forlop/messaging';
import { appLog, closeOnSignal, errorFacts, NestLog, type Logger } from '@forlop/telemetry';
import { deliveryLimits, installRuntime, keepWorker, temporalClient } from '@forlop/temporal';
import { taskQueues } from '@forlop/workflows';
import { deliveryBundle } from './bundle.js';
import { openChannels } from './channels.js';
import { CourierModule } from './courier.module.js';
import { DueWatch } from './due-watch.js';
import { InvitationWatch } from './invitations.js';
import { ReportMailWatch } from './report-mails.js';

/** Runs the delivery worker until asked to end. The only app that holds the channels' secrets. */
async function main(): Promise<void> {
  const config = courierConfig();
  const log = appLog('courier', config.logLevel);
  const [ledger, inbox, bundle] = await Promise.all([openTheLedger(config), inboxWhereNeeded(config, log), deliveryBundle()]);
  const keys = config.answerKeys === null ? null : readKeySet(config.answerKeys.reveal(), 'FORLOP_ANSWER_KEYS');
  const tokens = keys === null ? null : new AnswerTokens(keys);
  const channels = await openChannels(config, { inbox, ledger, keys, tokens, log });
  installRuntime(log);
  const temporal = { ...config.temporal, dataConverter: dataConverter(payloadKeysFromEnv({ FORLOP_PAYLOAD_KEYS: config.keys.payload.reveal() })) };
  const { client, close } = temporalClient(temporal);
  const digests = digestsIn(client);
  const worker = keepWorker({
    ...temporal,
    name: 'delivery',
    log,
    worker: {
      taskQueue: taskQueues.delivery,
      workflowBundle: bundle,
      activities: {
        ...deliveryActivities({ ledger, mailer: channels.mailer, publicUrl: config.publicUrl, domain: domainOf(config.mail.from) }),
        ...digestActivities({ ledger, digests, channels: channels.all, publicUrl: config.publicUrl, tokens }),
      },
      ...deliveryLimits(config.databaseConnections),
    },
  });
  const watch = new DueWatch({ ledger, digests, log });
  const invitations = new InvitationWatch({ ledger, send: channels.sendInvitation, publicUrl: config.publicUrl, log });
  const reports = new ReportMailWatch({ ledger, send: channels.sendLetter, publicUrl: config.publicUrl, log });

  const app = await NestFactory.create(CourierModule.of({ ledger, worker, watch, invitations, reports, channels, inbox, closeTemporal: close }), { logger: new NestLog(log), abortOnError: false });
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
