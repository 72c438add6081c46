import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ServerError } from '@forlop/servers';

/** The apps' keys, by the name of their environment variable. */
export type Secrets = Readonly<Record<'FORLOP_MASTER_KEY' | 'FORLOP_SEARCH_KEY' | 'FORLOP_PAYLOAD_KEYS' | 'FORLOP_ROOT_KEY' | 'FORLOP_ANSWER_KEYS', string>>;

const names = ['FORLOP_MASTER_KEY', 'FORLOP_SEARCH_KEY', 'FORLOP_PAYLOAD_KEYS'] as const;
/** Read nothing that lies there, so an installation from before them gets them. */
const laterNames = ['FORLOP_ROOT_KEY', 'FORLOP_ANSWER_KEYS'] as const;

/** 256 bits, as AES-256 and HMAC-SHA-256 take them. */
const newKey = () => randomBytes(32).toString('base64');

/**
 * The keys of a local installation: those in the environment first, the others from the file, which is written
 * the first time and readable by its owner only.
 * @param dataExists whether there is a database already: new keys could not read what lies in it.
 * @throws ServerError when keys are missing for data that exists, or the file cannot be understood.
 */
export function localSecrets(file: string, env: NodeJS.ProcessEnv, dataExists: boolean): Secrets {
  const given = Object.fromEntries([...names, ...laterNames].flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  if ([...names, ...laterNames].every((name) => name in given)) return given as Secrets;
  // Nobody's data needs the later keys: they can be made beside those that are given.
  if (names.every((name) => name in given)) return { ...withLaterKeys(file, existsSync(file) ? parse(file) : {}, given), ...given } as Secrets;
  if (existsSync(file)) return { ...withLaterKeys(file, readSecrets(file), given), ...given } as Secrets;
  if (dataExists) {
    throw new ServerError(
      `Nøklene i ${file} mangler, men databasen finnes: uten dem kan ingen lese det som ligger kryptert der. ` +
        'Legg tilbake filen fra en sikkerhetskopi, eller slett hele tilstanden for å begynne på nytt med tomme data.',
    );
  }
  const created: Secrets = { FORLOP_MASTER_KEY: newKey(), FORLOP_SEARCH_KEY: newKey(), FORLOP_PAYLOAD_KEYS: newNamedKey(), FORLOP_ROOT_KEY: newNamedKey(), FORLOP_ANSWER_KEYS: newNamedKey() };
  writeSecrets(file, created);
  return { ...created, ...given };
}

const newNamedKey = () => `lokal-1:${newKey()}`;

function withLaterKeys(file: string, found: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
  const missing = laterNames.filter((name) => !found[name] && !(name in given));
  if (missing.length === 0) return found;
  const whole = { ...found, ...Object.fromEntries(missing.map((name) => [name, newNamedKey()])) };
  writeSecrets(file, whole);
  return whole;
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
function writeSecrets(file: string, secrets: Record<string, unknown>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.draft`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

function readSecrets(file: string): Secrets {
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new ServerError(`Andre enn eieren kan lese nøklene i ${file}. Rett det med «chmod 600 ${file}», og start på nytt.`);
  }
  const found = parse(file);
  const missing = names.filter((name) => typeof found[name] !== 'string' || found[name] === '');
  if (missing.length > 0) throw new ServerError(`${file} mangler ${missing.join(', ')}. Legg tilbake filen fra en sikkerhetskopi.`);
  return found as Secrets;
}

function parse(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's message quotes the text around the error, and that is a key: not passed on.
    throw new ServerError(`${file} er ikke gyldig JSON. Legg tilbake filen fra en sikkerhetskopi.`);
  }
}
