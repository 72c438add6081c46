import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { apiConfig, ConfigError, type ApiConfig } from '@forlop/config';
import { codecServer, CryptoError, MasterKeys, readKeySet, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { loadFhirDefinitions } from '@forlop/fhir';
import { LedgerError, openLedger } from '@forlop/ledger';
import { AnswerTokens } from '@forlop/reminders';
import { pastCounter } from '@forlop/what-if';
import { appLog, closeOnSignal } from '@forlop/telemetry';
import { createApi } from './create-api.js';
import { temporalProbe } from './health/temporal-probe.js';
import { sharedMemory } from './access/shared-memory.js';
import { openLogIn } from './access/log-in.js';

/** Runs the API until it is asked to end: what is under way is answered first, then the connections are closed. */
async function main(): Promise<void> {
  const config = apiConfig();
  const log = appLog('api', config.logLevel);
  const rules = loadRules();
  loadFhirDefinitions();
  const ledger = await openLedger({ role: 'api', url: config.databaseUrl.reveal(), poolSize: config.databaseConnections, digestMinutes: config.digestMinutes, rules, past: { counter: pastCounter(rules.definitions(), countingThreads), most: mostInPast }, ...keys(config) });
  const logIn = await openLogIn(config, log, sharedMemory(ledger));
  const temporal = temporalProbe(config.temporal.address);
  const { publicUrl, acceptSynthetic, limits, trustedProxies, answerKeys } = config;
  const links = answerKeys === null ? {} : { answerTokens: AnswerTokens.fromEnv({ FORLOP_ANSWER_KEYS: answerKeys.reveal() }) };
  const { app } = await createApi({ ledger, rules, temporal, authentication: logIn.authentication, publicUrl, acceptSynthetic, codec: codec(config), ...links, limits, trustedProxies, countingThreads, web }, log);
  closeOnSignal(async () => {
    await app.close();
    await Promise.all([ledger.close(), temporal.close(), logIn.close()]);
  }, log);
  await app.listen(config.port, config.host);
  log.info({ host: config.host, port: config.port }, 'listening');
}

/** Counting leaves a core to those who ask of one patient. */
const countingThreads = Math.max(1, availableParallelism() - 1);

/** So many pathways are evaluated again for one question about an earlier day: some ten seconds of one core, as long as somebody waits for a page. */
const mostInPast = 100_000;

/** The web application's bundle lies beside us, in the repository and in the image. */
const web = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Where no UI is named, no page may ask; the command line's `temporal` may, with a token. */
const codec = ({ keys: { payload }, temporal: { namespace }, temporalUi }: ApiConfig) =>
  codecServer(readKeySet(payload.reveal(), 'FORLOP_PAYLOAD_KEYS'), { uiOrigin: temporalUi ?? '', namespace });

function keys({ keys: { master, search } }: ApiConfig) {
  return {
    keys: MasterKeys.fromEnv({ FORLOP_MASTER_KEY: master.reveal() }),
    searchKey: SearchKey.fromEnv({ FORLOP_SEARCH_KEY: search.reveal() }),
  };
}

/** What whoever starts the API can put right is said in a sentence; anything else is a fault of ours, with its trace. */
function explained(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof CryptoError || error instanceof LedgerError) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  return code === 'EADDRINUSE' ? `Port ${String(port)} er opptatt. Velg en annen med PORT_API eller PORT_LOGIN.` : error;
}

main().catch((error: unknown) => {
  console.error(explained(error));
  process.exit(1);
});
