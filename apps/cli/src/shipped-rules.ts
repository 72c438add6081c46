import { loadRules, type LoadedRules } from '@forlop/definitions';

let loaded: LoadedRules | undefined;

/** The shipped definitions: read and checked once in a process. */
export const shippedRules = (): LoadedRules => (loaded ??= loadRules());
