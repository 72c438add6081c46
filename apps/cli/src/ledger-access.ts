import { existsSync } from 'node:fs';
import { MasterKeys, SearchKey } from '@forlop/crypto';
import type { LoadedRules } from '@forlop/definitions';
import { openLedger, type Ledger, type LedgerClock } from '@forlop/ledger';
import { clusterUrl, stateDir } from '@forlop/servers';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { shippedRules } from './shipped-rules.js';
import { stateFiles } from './up-installation.js';
import { localSecrets } from './up-secrets.js';

/** A database, and the environment with the keys of what lies in it. */
export interface Installation {
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The installation that a command works on: the one in the environment, or the one that `forlop up` has made here.
 * @throws Failure when there is neither.
 */
export function installation(env: NodeJS.ProcessEnv): Installation {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, env };
  const files = stateFiles(stateDir(env));
  const url = clusterUrl(files.postgres);
  if (url === undefined) {
    throw new Failure(exitCodes.noServer, 'no-installation', `Det er ingen installasjon i ${files.dir}. Start en med «npm start», eller sett DATABASE_URL til databasen.`);
  }
  return { url, env: { ...env, ...localSecrets(files.secrets, env, existsSync(files.postgres)) } };
}

/** What a command is given to work on. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly rules: LoadedRules;
  /** The same as the API has it: it sees what `as` lets it. Opened when it is first asked for. */
  readonly eyes: () => Promise<Ledger>;
}

/** What a command needs that life does not: another clock, other rules for what is new. */
export interface LedgerChoices {
  readonly clock?: LedgerClock;
  readonly rules?: (rules: LoadedRules) => LoadedRules;
}

/** Opens the ledger, and closes it however `use` ends. Without a database that answers, says what to do. */
export async function withLedger<T>(io: Io, use: (open: OpenLedger) => Promise<T>, choices: LedgerChoices = {}): Promise<T> {
  try {
    const { url, env } = installation(io.env);
    const rules = (choices.rules ?? ((shipped) => shipped))(shippedRules());
    const options = { url, rules, keys: MasterKeys.fromEnv(env), searchKey: SearchKey.fromEnv(env), ...(choices.clock && { clock: choices.clock }) };
    const ledger = await openLedger(options);
    let seen: Promise<Ledger> | null = null;
    try {
      return await use({ ledger, rules, eyes: () => (seen ??= openLedger({ ...options, role: 'api', poolSize: 3 })) });
    } finally {
      await (seen as Promise<Ledger> | null)?.then((opened) => opened.close());
      await ledger.close();
    }
  } catch (error) {
    throw io.env.DATABASE_URL ? error : withAdvice(error);
  }
}

/** The local database is there and does not answer: most likely it has not been started. */
function withAdvice(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'unavailable') return error;
  return new Failure(exitCodes.noServer, 'unavailable', `${error.message} Kjører systemet? Start det med «npm start» i et annet vindu.`, { cause: error });
}
