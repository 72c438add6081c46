import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, ServerError, type AppSpec, type Ports } from '@forlop/servers';

/** The files of a local installation, all under its state folder. */
export interface StateFiles {
  readonly dir: string;
  readonly lock: string;
  readonly ports: string;
  readonly secrets: string;
  /** Keys of the embedded log-in of the demo. */
  readonly login: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly logs: string;
  /** The inbox where mail lands while no mail server is set up. */
  readonly mail: string;
  /** The daily roots and the erasure list, outside the database. */
  readonly proofs: string;
  readonly run: string;
}

/** Where everything lies in a state folder. */
export function stateFiles(dir: string): StateFiles {
  return {
    dir,
    lock: join(dir, 'up.lock'),
    ports: join(dir, 'ports.json'),
    secrets: join(dir, 'secrets.json'),
    login: join(dir, 'login.json'),
    postgres: join(dir, 'postgres'),
    temporal: join(dir, 'temporal.db'),
    logs: join(dir, 'logs'),
    mail: join(dir, 'mail'),
    proofs: join(dir, 'proofs'),
    run: join(dir, 'run'),
  };
}

/** The apps in the order in which they start, with the ports they want. */
const apps = ['api', 'worker', 'courier'] as const;
/** `login` is where the demo users log in; the api listens there too while no provider is set up. */
const defaultPorts: Ports = { api: 3000, worker: 3001, courier: 3002, login: 3003 };

/** The ports to try first: `PORT_API`, `PORT_WORKER`, `PORT_COURIER` and `PORT_LOGIN`, or the usual ones. */
export function wantedPorts(env: NodeJS.ProcessEnv): Ports {
  return Object.fromEntries(Object.entries(defaultPorts).map(([purpose, port]) => [purpose, portFrom(env, portVariable(purpose)) ?? port]));
}

/** Whether the demo users log in here: nobody has set up a provider. */
export const hasDemoLogin = (env: NodeJS.ProcessEnv): boolean => !env.OIDC_ISSUER;

const portVariable = (purpose: string) => `PORT_${purpose.toUpperCase()}`;

function portFrom(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new ServerError(`${name} må være et portnummer fra 1 til 65535, ikke «${text}».`);
}

/** The environment that tells the apps where their ports are. */
export function portEnv(ports: Ports): Record<string, string> {
  return Object.fromEntries(Object.entries(ports).map(([purpose, port]) => [portVariable(purpose), String(port)]));
}

/** How to run each app, by Node, from its built code. */
export function appSpecs(ports: Ports, env: NodeJS.ProcessEnv): AppSpec[] {
  return apps.map((name) => ({
    name,
    args: ['--enable-source-maps', builtMain(name)],
    env,
    readyUrl: `http://127.0.0.1:${ports[name]}/health/ready`,
  }));
}

function builtMain(app: string): string {
  const main = join(repositoryRoot, 'apps', app, 'dist', 'main.js');
  if (!existsSync(main)) throw new ServerError(`${main} finnes ikke. Kjør «npm run build» først, eller start med «npm start».`);
  return main;
}

/**
 * Runs another command of the command line in a process of its own, so that it gets its environment from the start.
 * @param onLine given each line that it writes.
 * @throws ServerError with what it wrote when it fails.
 */
export async function runCommand(command: string, env: NodeJS.ProcessEnv, onLine: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, ['--enable-source-maps', builtMain('cli'), command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const take = (chunk: string) => {
    output += chunk;
    for (const line of chunk.split('\n')) if (line.trim() !== '') onLine(line);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const ended = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `avsluttet med ${signal ?? `kode ${code}`}`));
  });
  if (ended !== '') throw new ServerError(`«forlop ${command}» mislyktes (${ended}):\n${output.trimEnd()}`);
}
