import type { Action, Principal, Reach } from '@forlop/access';
import type { Access } from '@forlop/ledger';

/** What row-level security lets through for this principal. Someone who reaches their own patients only has no organisation's. */
export function ledgerAccess({ kind, id, organisationIds, personHashes }: Principal, action: Action, reach: Reach): Access {
  if (action === 'referral.receive' || action === 'referral.create') return { kind: 'intake', actor: actorTextOf({ kind, id }) };
  const ofUnit = reach === 'unit' || reach === 'pseudonymous' || reach === 'house';
  return { kind: 'actor', actor: actorTextOf({ kind, id }), organisationIds: ofUnit ? organisationIds : [], personHashes };
}

/** As it stands with events and in the log. */
export const actorTextOf = ({ kind, id }: Pick<Principal, 'kind' | 'id'>): string => `${kind === 'system' ? 'integration' : 'person'}:${id}`;
