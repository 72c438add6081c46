import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OsloDate } from '@forlop/calendar';
import { loadPeople } from '@forlop/cli';
import { dataConverter, generateKey, MasterKeys, payloadKeysFromEnv, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { openLedger, setOfficeClock, testDatabase, type Ledger } from '@forlop/ledger';
import { startInbox, type Inbox, type KeptMail } from '@forlop/messaging';
import { repositoryRoot, type RunningTemporal } from '@forlop/servers';
import { temporalClient, type TemporalAddress } from '@forlop/temporal';
import { pathwayWorkflowId } from '@forlop/workflows';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { AppProcess, appNames, type AppName } from './app-process.js';
import { DemoTokens } from './demo-tokens.js';
import { freePort } from './free-port.js';
import { ownTemporal } from './own-namespace.js';
import { until, type NotYet } from './until.js';

const run = promisify(execFile);

/** Servers that a test brings itself, to stop and start them; what it does not bring is shared and left alone. */
export interface SystemOptions {
  /** Connection string of a migrated database. */
  readonly databaseUrl?: string;
  readonly temporal?: Pick<RunningTemporal, 'address' | 'namespace'>;
  /** Default: all. */
  readonly apps?: readonly AppName[];
  /** Port of the api, for whoever must know it before; none: any that is free. */
  readonly apiPort?: number;
  /** Settings of the apps that go before the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
}

/** An answer of the API with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Read by tests that say what they expect of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** What a running system is made of. */
interface Parts {
  readonly databaseUrl: string;
  readonly today: OsloDate;
  readonly ledger: Ledger;
  readonly temporal: Client;
  readonly temporalAddress: TemporalAddress;
  readonly inbox: Inbox;
  readonly apps: ReadonlyMap<AppName, AppProcess>;
  readonly tokens: DemoTokens;
  readonly env: NodeJS.ProcessEnv;
}

/** What ends a part; kept in the order in which the parts were made. */
type Closing = (() => unknown)[];

/** api, worker and courier as processes of their own, on a database and a namespace that nobody else uses. */
export class System {
  /** The day that the database believes it is: a working day, past eleven o'clock (`setOfficeClock`). */
  readonly today: OsloDate;
  readonly databaseUrl: string;
  /** The ledger that the apps write, opened here as well. */
  readonly ledger: Ledger;
  readonly temporal: Client;
  /** For a worker of the test's own. */
  readonly temporalAddress: TemporalAddress;

  constructor(
    private readonly parts: Parts,
    private readonly closing: Closing,
  ) {
    ({ today: this.today, databaseUrl: this.databaseUrl, ledger: this.ledger, temporal: this.temporal, temporalAddress: this.temporalAddress } = parts);
  }

  /**
   * Sends a request to the API, as the demo user or system whose it is to do that; a write gets an Idempotency-Key of its own unless one is
   * given.
   */
  async api(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const response = await fetch(`${this.app('api').url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...(await this.authorization(method, path)), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }

  private async authorization(method: string, path: string): Promise<Readonly<Record<string, string>>> {
    if (path.startsWith('/health/')) return {};
    return { Authorization: `Bearer ${await this.parts.tokens.of(whoDoes(method, path))}` };
  }

  /** Ends an app at once, with no chance to finish anything. */
  kill9(name: AppName): Promise<void> {
    return this.app(name).kill9();
  }

  /** Ends an app as an installation does (SIGTERM): it has a few seconds to finish what it does, and is killed when it has not. */
  end(name: AppName): Promise<void> {
    return this.app(name).stop();
  }

  /** Starts an app that was ended, and waits until it is ready. */
  start(name: AppName): Promise<void> {
    return this.app(name).start();
  }

  /** What an app says of its readiness. */
  async readiness(name: AppName): Promise<Pick<Answer, 'status' | 'body'>> {
    const response = await fetch(`${this.app(name).url}/health/ready`);
    return { status: response.status, body: await response.json() };
  }

  /** The mails to an address, oldest first. */
  async mailsTo(address: string): Promise<KeptMail[]> {
    return (await this.parts.inbox.list()).filter(({ to }) => to.includes(address)).reverse();
  }

  /** The pathway's workflow. */
  workflow(pathwayId: string): WorkflowHandle {
    return this.temporal.workflow.getHandle(pathwayWorkflowId(pathwayId));
  }

  /** Runs a command of the command line on this system. @returns what it printed. @throws when it fails. */
  async forlop(...args: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [join(repositoryRoot, 'apps', 'cli', 'dist', 'main.js'), ...args], { env: this.parts.env });
    return stdout;
  }

  /** As `until`; when the deadline has passed, with the ends of the apps' logs. */
  async until<T>(what: string, attempt: () => Promise<T | NotYet> | T | NotYet, withinMs?: number): Promise<T> {
    try {
      return await until(what, attempt, withinMs);
    } catch (error) {
      const { message, cause } = error as Error;
      throw new Error([message, ...[...this.parts.apps.values()].map((app) => app.logEnd())].join('\n\n'), { cause });
    }
  }

  /** Ends all processes that we started, and deletes what they left. */
  stop(): Promise<void> {
    return closeAll(this.closing);
  }

  /** Where an app listens. */
  url(name: AppName): string {
    return this.app(name).url;
  }

  /** All that the apps have written so far. */
  logs(): string {
    return [...this.parts.apps.values()].map((app) => app.log()).join('\n');
  }

  /** What the apps were given and nobody may read anywhere: keys and passwords. */
  secrets(): string[] {
    const { env } = this.parts;
    const keys = ['FORLOP_MASTER_KEY', 'FORLOP_SEARCH_KEY', 'FORLOP_PAYLOAD_KEYS'].map((name) => env[name]!.split(':').at(-1)!);
    const passwords = [env['DATABASE_URL']!, env['SMTP_URL']!].map((address) => decodeURIComponent(new URL(address).password));
    return [...keys, ...passwords].filter((secret) => secret !== '');
  }

  private app(name: AppName): AppProcess {
    const app = this.parts.apps.get(name);
    if (app === undefined) throw new Error(`${name} is not part of this system`);
    return app;
  }
}

/** Who sends messages, runs the house, assesses and treats, and sees to the rest. */
function whoDoes(method: string, path: string): string {
  if (path.startsWith('/fhir')) return 'system';
  if (path.startsWith('/api/v1/what-if')) return 'revisor';
  if (method !== 'GET' && path.startsWith('/api/v1/settings/')) return 'administrator';
  if (path.startsWith('/api/v1/sessions/') || path.endsWith('/carry-out')) return 'administrator';
  return /\/commands\/[^/]+$/.test(path) ? 'behandler' : 'koordinator';
}

/** Starts everything, and waits until each app says that it is ready. */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const closing: Closing = [];
  try {
    return new System(await bringUp(options, closing), closing);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

async function bringUp(options: SystemOptions, closing: Closing): Promise<Parts> {
  const dir = mkdtempSync(join(tmpdir(), 'forlop-system-'));
  closing.push(() => rmSync(dir, { recursive: true, force: true }));
  const [databaseUrl, temporal] = await Promise.all([database(options, closing), temporalFor(options, closing)]);
  const today = await setOfficeClock(databaseUrl);
  const keys = newKeys();
  const inbox = await startInbox({ smtpPort: 0, dir: join(dir, 'mail') });
  closing.push(() => inbox.close());
  const ledger = await openLedger({ digestMinutes: 0, url: databaseUrl, rules: loadRules(), keys: MasterKeys.fromEnv(keys), searchKey: SearchKey.fromEnv(keys), poolSize: 4 });
  closing.push(() => ledger.close());
  await loadPeople(ledger);
  const tokens = DemoTokens.in(dir, await freePort());
  const temporalAddress = { ...temporal, dataConverter: dataConverter(payloadKeysFromEnv(keys)) };
  const connected = temporalClient(temporalAddress);
  closing.push(() => connected.close());
  const env = { ...process.env, ...keys, ...addresses(databaseUrl, temporal), ...tokens.env, SMTP_URL: inbox.url, FORLOP_LIMIT_CALLER: '1000000', FORLOP_DIGEST_MINUTES: '0', NODE_ENV: 'test', NODE_OPTIONS: '', ...options.env };
  const apps = await startApps(options, env, dir, closing);
  return { databaseUrl, today, ledger, temporal: connected.client, temporalAddress, inbox, apps, tokens, env };
}

async function startApps({ apps: names = appNames, apiPort }: SystemOptions, env: NodeJS.ProcessEnv, dir: string, closing: Closing): Promise<Map<AppName, AppProcess>> {
  const apps = new Map<AppName, AppProcess>();
  for (const name of names) apps.set(name, new AppProcess(name, name === 'api' && apiPort !== undefined ? apiPort : await freePort(), env, dir));
  for (const app of apps.values()) closing.push(() => app.stop());
  await Promise.all([...apps.values()].map((app) => app.start()));
  return apps;
}

async function database({ databaseUrl }: SystemOptions, closing: Closing): Promise<string> {
  if (databaseUrl !== undefined) return databaseUrl;
  const made = await testDatabase();
  closing.push(() => made.drop());
  return made.url;
}

async function temporalFor({ temporal }: SystemOptions, closing: Closing): Promise<{ address: string; namespace: string }> {
  if (temporal !== undefined) return temporal;
  const made = await ownTemporal();
  closing.push(() => made.stop());
  return made;
}

function newKeys() {
  return { FORLOP_MASTER_KEY: generateKey(), FORLOP_SEARCH_KEY: generateKey(), FORLOP_PAYLOAD_KEYS: `test:${generateKey()}` };
}

const addresses = (databaseUrl: string, { address, namespace }: { address: string; namespace: string }) => ({ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });

/** In reverse order; one that fails does not keep the others from being closed. */
async function closeAll(closing: Closing): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closing.toReversed()) await Promise.resolve().then(close).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed');
}
