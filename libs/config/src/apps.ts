import * as field from './fields.js';
import { readConfig, type Environment } from './read-config.js';
import type { Secret } from './secret.js';

/** What every app has. */
interface CommonConfig {
  readonly port: number;
  /** The address listened on: this machine only, unless told otherwise (`HOST=0.0.0.0` in a container). */
  readonly host: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  readonly databaseUrl: Secret;
  /** Connections to the database at most, for each app. */
  readonly databaseConnections: number;
  readonly temporal: { readonly address: string; readonly namespace: string };
  /** As text; libs/crypto reads them. */
  readonly keys: { readonly master: Secret; readonly search: Secret; readonly payload: Secret };
  /** Where people reach Forløp in a browser; without a slash at the end. */
  readonly publicUrl: string;
}

/** The configuration of apps/api. */
export interface ApiConfig extends CommonConfig {
  readonly environment: 'development' | 'production';
  /** Whether numbers of test persons (month + 80) are taken for real: everywhere but in production. */
  readonly acceptSynthetic: boolean;
}

/** The configuration of apps/worker. */
export interface WorkerConfig extends CommonConfig {
  /** Minutes between two sweeps. */
  readonly sweepMinutes: number;
  /** How many workflows the relay tells at once. */
  readonly relayParallel: number;
  /** Days that sent outbox rows and idempotency answers are kept. */
  readonly keepDays: number;
}

/** The configuration of apps/courier, the only one with the channels' secrets. */
export interface CourierConfig extends CommonConfig {
  readonly mail: {
    /** Null: no mail server is set up, and mail stays in the viewable inbox. */
    readonly smtpUrl: Secret | null;
    readonly from: string;
    /** Port of the inbox's own mail server; 0: any. */
    readonly inboxPort: number;
    /** Where the inbox keeps its mails. */
    readonly inboxDir: string;
  };
}

const common = {
  HOST: field.word('127.0.0.1'),
  LOG_LEVEL: field.oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'info'),
  DATABASE_URL: field.databaseUrl,
  FORLOP_DATABASE_CONNECTIONS: field.wholeNumber(10, 6, 100),
  TEMPORAL_ADDRESS: field.temporalAddress,
  TEMPORAL_NAMESPACE: field.word('default'),
  FORLOP_MASTER_KEY: field.keys,
  FORLOP_SEARCH_KEY: field.keys,
  FORLOP_PAYLOAD_KEYS: field.keys,
  PUBLIC_URL: field.webUrl('http://localhost:3000'),
};

function commonOf(env: ReturnType<typeof readConfig<typeof common>>, port: number): CommonConfig {
  return {
    port,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    databaseUrl: env.DATABASE_URL,
    databaseConnections: env.FORLOP_DATABASE_CONNECTIONS,
    temporal: { address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE },
    keys: { master: env.FORLOP_MASTER_KEY, search: env.FORLOP_SEARCH_KEY, payload: env.FORLOP_PAYLOAD_KEYS },
    publicUrl: env.PUBLIC_URL,
  };
}

/** @throws ConfigError with all that is wrong. */
export function apiConfig(env: Environment = process.env): ApiConfig {
  const read = readConfig('api', { ...common, PORT_API: field.port(3000), NODE_ENV: field.oneOf(['development', 'production', 'test'], 'development') }, env);
  const environment = read.NODE_ENV === 'production' ? 'production' : 'development';
  return { ...commonOf(read, read.PORT_API), environment, acceptSynthetic: environment !== 'production' };
}

/** @throws ConfigError with all that is wrong. */
export function workerConfig(env: Environment = process.env): WorkerConfig {
  const read = readConfig(
    'worker',
    {
      ...common,
      PORT_WORKER: field.port(3001),
      FORLOP_SWEEP_MINUTES: field.wholeNumber(10, 1, 1_440),
      FORLOP_RELAY_PARALLEL: field.wholeNumber(16, 1, 200),
      FORLOP_KEEP_DAYS: field.wholeNumber(14, 1, 365),
    },
    env,
  );
  return { ...commonOf(read, read.PORT_WORKER), sweepMinutes: read.FORLOP_SWEEP_MINUTES, relayParallel: read.FORLOP_RELAY_PARALLEL, keepDays: read.FORLOP_KEEP_DAYS };
}

/** @throws ConfigError with all that is wrong. */
export function courierConfig(env: Environment = process.env): CourierConfig {
  const read = readConfig(
    'courier',
    {
      ...common,
      PORT_COURIER: field.port(3002),
      // In production mail that stays in a folder is mail that nobody gets.
      SMTP_URL: env['NODE_ENV'] === 'production' ? field.smtpUrl : field.smtpUrl.optional(),
      MAIL_FROM: field.mailFrom,
      PORT_INBOX: field.wholeNumber(0, 0, 65_535),
      FORLOP_INBOX_DIR: field.word('.forlop/mail'),
    },
    env,
  );
  return { ...commonOf(read, read.PORT_COURIER), mail: { smtpUrl: read.SMTP_URL ?? null, from: read.MAIL_FROM, inboxPort: read.PORT_INBOX, inboxDir: read.FORLOP_INBOX_DIR } };
}
