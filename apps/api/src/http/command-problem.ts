import type { CommandNotDone } from '@forlop/ledger';
import type { DataError, Refusal } from '@forlop/pathway';
import { ApiProblem, invalidInput } from './api-problem.js';

/** Why a command was not done, as the caller is answered. */
export function commandProblem(result: CommandNotDone['result']): ApiProblem {
  switch (result.outcome) {
    case 'refused':
      return refusal(result.refusal, result.position);
    case 'invalid':
      return invalidInput(pointed(result.errors));
    case 'conflict':
      return new ApiProblem('conflict', 'Andre har registrert noe i forløpet siden du så det sist. Se hva som er nytt, og prøv igjen.', {
        position: result.position,
        changes: result.changes,
      });
  }
}

/** A command that the definition does not have is an address that does not exist, one that it leaves to others is forbidden; any other refusal is the state's. */
function refusal({ code, sentence }: Refusal, position: number): ApiProblem {
  const kind = code === 'unknown-command' ? 'not-found' : code === 'role-does-not-allow' ? 'forbidden' : 'refused';
  return new ApiProblem(kind, sentence.nb, { code, position });
}

/** `under`: where in the body the ledger's input began. */
export const pointed = (errors: readonly DataError[], under = ''): DataError[] => errors.map((error) => ({ ...error, path: `${under}${error.path}` }));
