import { PROOF_SECONDS, SESSION_SECONDS, type BegunLogIn, type EndedSessions, type ProofMemory } from '@forlop/identity';
import type { Ledger } from '@forlop/ledger';

/** What log-in remembers, in the database: known to every process of the API, and after a restart. */
export interface SharedMemory {
  readonly proofs: ProofMemory;
  readonly ended: EndedSessions;
  /** Remembers a log-in; answers the principal's id. */
  begun(session: BegunLogIn): Promise<string>;
}

export function sharedMemory(ledger: Pick<Ledger, 'useOnce' | 'endSessions' | 'isEnded' | 'beginSession'>): SharedMemory {
  return {
    proofs: { remember: async (key) => ((await ledger.useOnce(`dpop ${key}`, PROOF_SECONDS)) ? 'new' : 'seen') },
    ended: {
      end: (key, at) => ledger.endSessions(key, at, SESSION_SECONDS),
      has: (keys, began) => ledger.isEnded(keys, began),
    },
    begun: (session) => ledger.beginSession(session),
  };
}
