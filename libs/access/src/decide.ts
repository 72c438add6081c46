import type { Action } from './actions.js';
import { policy, systemScopes, type Reach } from './policy.js';
import type { Role } from './roles.js';

/** What the decision needs to know of whoever asks. */
export interface Asker {
  readonly roles: readonly Role[];
  /** Of a system's token. */
  readonly scopes: readonly string[];
  /** A person may be granted to see who the patients are though the role alone does not (an auditor, for a case). */
  readonly identitiesGranted: boolean;
}

/** The answer: how far the asker reaches, or why not. */
export type Decision =
  | { readonly allowed: true; readonly role: Role; readonly reach: Reach; readonly identities: boolean }
  | { readonly allowed: false; readonly why: 'no-role' | 'no-scope' };

/** From the widest to the narrowest; of several roles the widest counts. */
const width: readonly Reach[] = ['house', 'unit', 'pseudonymous', 'own', 'step'];

/** Whether the asker may do this at all. Which patients it then holds for is the database's to say, by row-level security. */
export function decide({ roles, scopes, identitiesGranted }: Asker, action: Action): Decision {
  const granted = roles.flatMap((role) => {
    const reach = policy[role][action];
    return reach === undefined ? [] : [{ role, reach }];
  });
  const found = granted.sort((a, b) => width.indexOf(a.reach) - width.indexOf(b.reach))[0];
  if (found === undefined) return { allowed: false, why: 'no-role' };
  if (found.role === 'system' && !hasScope(scopes, action)) return { allowed: false, why: 'no-scope' };
  return { allowed: true, ...found, identities: found.reach !== 'pseudonymous' || identitiesGranted };
}

function hasScope(scopes: readonly string[], action: Action): boolean {
  const wanted = systemScopes[action];
  return wanted !== undefined && scopes.includes(wanted);
}
