import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { decide, holdersOf, roleTitles, type Action, type Principal } from '@forlop/access';
import { accessOf, type Ledger } from '@forlop/ledger';
import type { Response } from 'express';
import { ApiProblem } from '../http/api-problem.js';
import { Limits } from '../http/limits.js';
import type { ApiRequest } from '../http/request.js';
import { AUTHENTICATION, BASE_LEDGER, FHIR } from '../tokens.js';
import { AccessLog } from './access-log.service.js';
import { ACCESS_RULE, type AccessRule } from './allows.js';
import type { Authentication } from './authentication.js';
import { KnownPrincipals } from './known-principals.js';
import { pathwayInPath } from './pathway-in-path.js';
import { enter } from './request-scope.js';

/** Nobody reaches a controller but through here: who asks, what the policy says, and whose patients they then see. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly principals: KnownPrincipals;

  constructor(
    private readonly reflector: Reflector,
    private readonly log: AccessLog,
    private readonly limits: Limits,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
    @Inject(BASE_LEDGER) private readonly ledger: Ledger,
  ) {
    this.principals = new KnownPrincipals(ledger);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (rule === undefined) throw new ApiProblem('forbidden', 'Ingen har tilgang til dette.', { code: 'no-rule' });
    if (rule.open) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const principal = await this.principals.of(await this.authentication.identify(request, http.getResponse<Response>(), { onlyReads: rule.onlyReads }));
    await this.limits.assertCaller(principal.id, isBundle(request) ? 'bundle' : rule.action);
    await this.letIn(request, rule, principal);
    return true;
  }

  private async letIn(request: ApiRequest, { action, what }: Extract<AccessRule, { open: false }>, principal: Principal): Promise<void> {
    const decision = decide(principal, action);
    if (!decision.allowed) {
      await this.log.add(request, { action, what, outcome: 'refused', pathwayIds: pathwayInPath(request), principal, role: principal.roles[0] ?? null, reach: null, code: decision.why });
      throw new ApiProblem('forbidden', `Rollen din gir ikke tilgang til dette. ${whoMay(action)}`, { code: decision.why });
    }
    const { kind, id, unitId } = principal;
    request.actor = { kind: kind === 'system' ? 'integration' : 'person', id, ...(unitId !== null && { organisationId: unitId }) };
    enter({ principal, decision, ledger: this.ledger.as(accessOf(principal, decision.reach)) });
  }
}

/** Whom to turn to: the policy is open, and no patient is named. */
function whoMay(action: Action): string {
  const titles = holdersOf(action).map((role) => roleTitles[role]);
  return titles.length === 0 ? 'Bare systemer kan gjøre det.' : `Roller som kan: ${titles.join(', ')}.`;
}

/** Whether many referrals may come at once. */
const isBundle = ({ method, path }: ApiRequest): boolean => method === 'POST' && path.replace(/\/$/, '') === `/${FHIR}`;
