import { ediConfig, type EdiConfig } from './edi.js';
import * as field from './fields.js';
import { limitFields, limitsOf, type RateLimits } from './limits.js';
import { allOf, readConfig, type Environment } from './read-config.js';
import { registriesConfig, type RegistriesConfig } from './registries.js';
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
  /** What falls due to one receiver within so many minutes is sent together; 0: each at once, whatever the time of day. */
  readonly digestMinutes: number;
  readonly temporal: { readonly address: string; readonly namespace: string };
  /** As text; libs/crypto reads them. */
  readonly keys: { readonly master: Secret; readonly search: Secret; readonly payload: Secret };
  /** Where people reach Forløp in a browser; without a slash at the end. */
  readonly publicUrl: string;
}

/** How people and systems log in (libs/identity). */
export interface OidcConfig {
  /** The provider, letter by letter as it names itself; HelseID in production. */
  readonly issuer: string;
  /** The API's name in access tokens. */
  readonly audience: string;
  /** The web's client at the provider, and its private key as JWK in JSON. */
  readonly clientId: string;
  readonly clientKey: Secret;
  /** Keys that session cookies are sealed with, as text; libs/crypto reads them. The first one seals. */
  readonly sessionKeys: Secret;
}

/** The configuration of apps/api. */
export interface ApiConfig extends CommonConfig {
  readonly environment: 'development' | 'production';
  /** Whether numbers of test persons (month + 80) are taken for real: everywhere but in production. */
  readonly acceptSynthetic: boolean;
  /** Null, in development only: no provider is set up, and nobody can log in but at an embedded one. */
  readonly oidc: OidcConfig | null;
  /** Where Temporal's UI is, the only page that may show what is decoded; null: none may. */
  readonly temporalUi: string | null;
  readonly limits: RateLimits;
  /** Check the links that answer a reminder, which the courier signs. Null: no link answers. */
  readonly answerKeys: Secret | null;
  /** Proxies whose word on where a request came from is taken (`X-Forwarded-For`); none: the connection's own address counts. */
  readonly trustedProxies: readonly string[];
  /** The embedded provider of development. */
  readonly login: { readonly port: number; readonly publicUrl: string | null; readonly stateFile: string };
}

/** The configuration of apps/worker. */
export interface WorkerConfig extends CommonConfig {
  /** Minutes between two sweeps. */
  readonly sweepMinutes: number;
  /** How many workflows the relay tells at once. */
  readonly relayParallel: number;
  /** Days that sent outbox rows and idempotency answers are kept. */
  readonly keepDays: number;
  readonly proofs: {
    /** Signs the daily roots and the erasure list. Null: none are made. */
    readonly rootKey: Secret | null;
    /** Where they are exported to: a folder that the database's keeper cannot write to, where there is one. */
    readonly dir: string;
  };
  /** Null: nobody is looked up. */
  readonly registries: RegistriesConfig | null;
}

/** The configuration of apps/courier, the only one with the channels' secrets. */
export interface CourierConfig extends CommonConfig {
  /** Null: nothing goes to record systems. */
  readonly edi: EdiConfig | null;
  /** Sign the links that answer a reminder, and the return paths of mail. Null: reminders have no such links. */
  readonly answerKeys: Secret | null;
  /** Signed webhooks to record systems. Null: none go out. */
  readonly webhooks: {
    /** Open the secrets that the API has sealed to the courier; the first is what new ones are sealed to. */
    readonly keys: Secret;
    /** Closed networks where subscribers may be. */
    readonly networks: readonly string[];
    /** Takes `http:` for an address: never in production. */
    readonly allowHttp: boolean;
  } | null;
  readonly mail: {
    /** Where people's answers go; null: to the sender. */
    readonly replyTo: string | null;
    /** Signs mail as the domain's own. Null: it goes unsigned. */
    readonly dkim: { readonly selector: string; readonly key: Secret } | null;
    /** Port that takes word of mail that could not be delivered; null: none does. */
    readonly bouncePort: number | null;
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
  FORLOP_DIGEST_MINUTES: field.wholeNumber(15, 0, 60),
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
    digestMinutes: env.FORLOP_DIGEST_MINUTES,
    temporal: { address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE },
    keys: { master: env.FORLOP_MASTER_KEY, search: env.FORLOP_SEARCH_KEY, payload: env.FORLOP_PAYLOAD_KEYS },
    publicUrl: env.PUBLIC_URL,
  };
}

const oidcFields = (isProduction: boolean) => ({
  OIDC_ISSUER: field.issuer(isProduction ? ['https:'] : ['http:', 'https:']),
  OIDC_AUDIENCE: field.required('mangler: navnet som API-et har hos innloggingstjenesten'),
  OIDC_CLIENT_ID: field.required('mangler: klient-id-en som nettsidene har hos innloggingstjenesten'),
  OIDC_CLIENT_KEY: field.signingKey,
  SESSION_KEYS: field.keys,
});

/** All of it or nothing: half a log-in is a mistake that nobody would see before somebody tried. */
function oidcConfig(env: Environment, isProduction: boolean): OidcConfig | null {
  const fields = oidcFields(isProduction);
  const isGiven = Object.keys(fields).some((name) => env[name]?.trim());
  if (!isProduction && !isGiven) return null;
  const read = readConfig('api', fields, env);
  return { issuer: read.OIDC_ISSUER, audience: read.OIDC_AUDIENCE, clientId: read.OIDC_CLIENT_ID, clientKey: read.OIDC_CLIENT_KEY, sessionKeys: read.SESSION_KEYS };
}

/** @throws ConfigError with all that is wrong. */
export function apiConfig(env: Environment = process.env): ApiConfig {
  const isProduction = env['NODE_ENV']?.trim() === 'production';
  const fields = {
    ...common,
    // The session's cookie is safe over TLS only.
    PUBLIC_URL: isProduction ? field.httpsUrl : common.PUBLIC_URL,
    PORT_API: field.port(3000),
    PORT_LOGIN: field.port(3003),
    LOGIN_URL: field.webUrl(''),
    TEMPORAL_UI_URL: isProduction ? field.httpsUrl.optional() : field.webUrl(''),
    FORLOP_LOGIN_FILE: field.word('.forlop/login.json'),
    FORLOP_ANSWER_KEYS: isProduction ? field.keys : field.keys.optional(),
    ...limitFields,
    NODE_ENV: field.oneOf(['development', 'production', 'test'], 'development'),
  };
  const [read, oidc] = allOf('api', () => readConfig('api', fields, env), () => oidcConfig(env, isProduction));
  return {
    ...commonOf(read, read.PORT_API),
    environment: isProduction ? 'production' : 'development',
    acceptSynthetic: !isProduction,
    oidc,
    temporalUi: read.TEMPORAL_UI_URL ? new URL(read.TEMPORAL_UI_URL).origin : null,
    limits: limitsOf(read),
    answerKeys: read.FORLOP_ANSWER_KEYS ?? null,
    trustedProxies: read.FORLOP_TRUSTED_PROXIES,
    login: { port: read.PORT_LOGIN, publicUrl: read.LOGIN_URL || null, stateFile: read.FORLOP_LOGIN_FILE },
  };
}

/** @throws ConfigError with all that is wrong. */
export function workerConfig(env: Environment = process.env): WorkerConfig {
  const [read, registries] = allOf('worker', () => ownWorkerConfig(env), () => registriesConfig(env));
  return { ...read, registries };
}

function ownWorkerConfig(env: Environment): Omit<WorkerConfig, 'registries'> {
  const read = readConfig(
    'worker',
    {
      ...common,
      PORT_WORKER: field.port(3001),
      FORLOP_SWEEP_MINUTES: field.wholeNumber(10, 1, 1_440),
      FORLOP_RELAY_PARALLEL: field.wholeNumber(16, 1, 200),
      FORLOP_KEEP_DAYS: field.wholeNumber(14, 1, 365),
      // In production nobody may be able to cut the ledger without its being seen.
      FORLOP_ROOT_KEY: env['NODE_ENV'] === 'production' ? field.keys : field.keys.optional(),
      FORLOP_PROOF_DIR: field.word('.forlop/proofs'),
    },
    env,
  );
  return {
    ...commonOf(read, read.PORT_WORKER), sweepMinutes: read.FORLOP_SWEEP_MINUTES, relayParallel: read.FORLOP_RELAY_PARALLEL, keepDays: read.FORLOP_KEEP_DAYS,
    proofs: { rootKey: read.FORLOP_ROOT_KEY ?? null, dir: read.FORLOP_PROOF_DIR },
  };
}

/** @throws ConfigError with all that is wrong. */
export function courierConfig(env: Environment = process.env): CourierConfig {
  const [read, edi] = allOf('courier', () => ownCourierConfig(env), () => ediConfig(env));
  return { ...read, edi };
}

function ownCourierConfig(env: Environment): Omit<CourierConfig, 'edi'> {
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
      FORLOP_ANSWER_KEYS: env['NODE_ENV'] === 'production' ? field.keys : field.keys.optional(),
      MAIL_REPLY_TO: field.word(''),
      MAIL_DKIM_SELECTOR: field.word(''),
      MAIL_DKIM_KEY: field.privateKey.optional(),
      PORT_BOUNCES: field.wholeNumber(0, 0, 65_535),
      FORLOP_WEBHOOK_KEYS: field.keys.optional(),
      FORLOP_WEBHOOK_NETWORKS: field.networks,
    },
    env,
  );
  const { MAIL_DKIM_SELECTOR: selector, MAIL_DKIM_KEY: key } = read;
  const webhooks = read.FORLOP_WEBHOOK_KEYS === undefined ? null : { keys: read.FORLOP_WEBHOOK_KEYS, networks: read.FORLOP_WEBHOOK_NETWORKS, allowHttp: env['NODE_ENV']?.trim() !== 'production' };
  const dkim = selector !== '' && key !== undefined ? { selector, key } : null;
  return { ...commonOf(read, read.PORT_COURIER), webhooks, answerKeys: read.FORLOP_ANSWER_KEYS ?? null, mail: { replyTo: read.MAIL_REPLY_TO || null, dkim, bouncePort: read.PORT_BOUNCES || null, smtpUrl: read.SMTP_URL ?? null, from: read.MAIL_FROM, inboxPort: read.PORT_INBOX, inboxDir: read.FORLOP_INBOX_DIR } };
}
