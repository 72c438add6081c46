import type { RegistryName } from './ports.js';

/**
 * Why there is no answer. `unavailable`: later may help. `not-authorised`: our token or agreement is at fault, for
 * everybody. `refused`: this question is refused, however often it is asked. `nonsense`: an answer that cannot be read, and that is not acted on.
 */
export type RegistryErrorCode = 'unavailable' | 'not-authorised' | 'refused' | 'nonsense';

const sentences: Record<RegistryErrorCode, string> = {
  unavailable: 'svarer ikke nå',
  'not-authorised': 'slipper oss ikke inn; tilgangen må rettes opp',
  refused: 'avviste spørsmålet',
  nonsense: 'ga et svar som ikke kan leses',
};

const names: Record<RegistryName, string> = { persontjenesten: 'Persontjenesten', fastlegeregisteret: 'Fastlegeregisteret', adresseregisteret: 'Adresseregisteret' };

/** A registry gave no answer that can be used. Says nothing of who was asked about: it is safe to log. */
export class RegistryError extends Error {
  constructor(
    readonly code: RegistryErrorCode,
    readonly source: RegistryName,
    /** For whoever runs the system: a status, a path in the answer. Never content. */
    readonly detail: string,
  ) {
    super(`${names[source]} ${sentences[code]} (${detail}).`);
    this.name = 'RegistryError';
  }

  /** Whether the same question may be answered later without anybody doing something. */
  get retryable(): boolean {
    return this.code === 'unavailable';
  }
}
