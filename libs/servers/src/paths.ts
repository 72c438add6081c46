import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root: this file lies three levels below it, as source and as built code. */
export const repositoryRoot = resolve(fileURLToPath(import.meta.url), '../../../..');

/** Where a local installation keeps its state: `FORLOP_STATE`, or `.forlop/` in the repository. */
export function stateDir(env: NodeJS.ProcessEnv = process.env): string {
  return env.FORLOP_STATE ? resolve(env.FORLOP_STATE) : join(repositoryRoot, '.forlop');
}

/** Where downloaded servers lie: `FORLOP_CACHE` (shared by several clones), or `bin/` in the state folder. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return env.FORLOP_CACHE ? resolve(env.FORLOP_CACHE) : join(stateDir(env), 'bin');
}
