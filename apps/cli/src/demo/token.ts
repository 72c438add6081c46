import { existsSync } from 'node:fs';
import { demoTokenFrom, demoUsers, SYSTEM } from '@forlop/identity';
import { readPorts, stateDir } from '@forlop/servers';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure, wrongUse } from '../failure.js';
import { stateFiles } from '../up-installation.js';

/** Prints a demo user's access token, and nothing else, so that it can stand in another command. */
export async function runToken(user: string, { io }: Context): Promise<void> {
  const known = [...demoUsers.map(({ key }) => key), SYSTEM];
  if (!known.includes(user)) throw wrongUse('unknown-user', `Det finnes ingen demobruker «${user}». De som finnes: ${known.join(', ')}.`);
  const { stateFile, issuer } = demoLogin(io.env);
  io.out(await demoTokenFrom(stateFile, issuer, user).catch((error: unknown) => {
    throw isAway(error) ? notRunning(error) : error;
  }));
}

/** Who signs the demo's log-ins: the name by which its people are known. */
export function demoIssuer(env: NodeJS.ProcessEnv): string {
  const port = env.PORT_LOGIN || readPorts(stateFiles(stateDir(env)).ports)['login'];
  return env.LOGIN_URL || `http://localhost:${port ?? ''}`;
}

/** Where the log-in of the environment, or of the system that `forlop up` runs here, listens and keeps its keys. */
function demoLogin(env: NodeJS.ProcessEnv): { stateFile: string; issuer: string } {
  const files = stateFiles(stateDir(env));
  const stateFile = env.FORLOP_LOGIN_FILE || files.login;
  const port = env.PORT_LOGIN || readPorts(files.ports)['login'];
  if (port === undefined || !existsSync(stateFile)) throw notRunning();
  return { stateFile, issuer: demoIssuer(env) };
}

const notRunning = (cause?: unknown): Failure =>
  new Failure(exitCodes.noServer, 'no-login', 'Demoinnloggingen svarer ikke. Start systemet med «npm start», uten OIDC_ISSUER, og prøv igjen.', { cause });

/** As `fetch` says that nobody listens. */
const isAway = (error: unknown): boolean => error instanceof TypeError && error.cause instanceof Error && 'code' in error.cause;
