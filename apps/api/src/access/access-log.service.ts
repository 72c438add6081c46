import { Inject, Injectable } from '@nestjs/common';
import type { Action, Principal, Reach, Role } from '@forlop/access';
import { accessOf, type AccessBasis, type AccessEntry, type Ledger, type Transaction } from '@forlop/ledger';
import type { ApiRequest } from '../http/request.js';
import { notedDetail } from './request-scope.js';
import { BASE_LEDGER } from '../tokens.js';

const bases: Readonly<Record<Reach, AccessBasis>> = { unit: 'unit', own: 'own', step: 'step', pseudonymous: 'audit', house: 'house' };

/** What was seen, done or refused. */
export interface Seen {
  readonly action: Action;
  readonly what: string;
  readonly outcome: AccessEntry['outcome'];
  readonly pathwayIds: readonly string[];
  readonly principal: Principal | null;
  readonly role: Role | null;
  readonly reach: Reach | null;
  /** Why it was refused. */
  readonly code?: string;
}

/** Writes the access log. What cannot be logged is not shown: an error here is the answer. */
@Injectable()
export class AccessLog {
  constructor(@Inject(BASE_LEDGER) private readonly ledger: Ledger) {}

  /** @param within the write's own transaction, where there is one. */
  add(request: ApiRequest, { action, what, outcome, pathwayIds, principal, role, reach, code }: Seen, within?: Transaction): Promise<void> {
    const route: unknown = (request.route as { path?: unknown } | undefined)?.path;
    return this.ledger.logAccess({
      action, what, outcome, pathwayIds, role,
      actor: principal === null ? null : accessOf(principal, reach ?? 'house').actor,
      actorName: principal?.name ?? null,
      unitId: principal?.unitId ?? null,
      legalEntityId: principal?.legalEntityId ?? null,
      basis: reach === null ? null : principal?.kind === 'system' ? 'system' : bases[reach],
      detail: { route: `${request.method} ${typeof route === 'string' ? route : ''}`.trim(), ...(code !== undefined && { code }), ...notedDetail() },
      correlationId: request.id,
    }, within);
  }
}
