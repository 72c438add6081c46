import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, concatMap, from, map, throwError, type Observable } from 'rxjs';
import type { Transaction } from '@forlop/ledger';
import type { ApiRequest } from '../http/request.js';
import type { ProblemKind } from '../http/problem-kinds.js';
import { toProblem } from '../http/to-problem.js';
import { AccessLog, type Seen } from './access-log.service.js';
import { ACCESS_RULE, type AccessRule } from './allows.js';
import { pathwayInPath } from './pathway-in-path.js';
import { concernedPathways, currentAccess, logsWriteBy } from './request-scope.js';
import { shownPathways } from './shown-pathways.js';
import { withoutWhatIsNotTheirs } from './masks.js';

const reading = new Set(['GET', 'HEAD']);
/** Kinds of answers by which somebody was kept from a patient. */
const loggedRefusals: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['not-found', 'forbidden', 'too-many']);

/**
 * Logs what is shown before it is shown, and what was refused after the guard: a patient who is not theirs is answered as
 * one who does not exist, and stands in the log as refused.
 */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AccessLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rule = this.reflector.getAllAndOverride<AccessRule>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (rule.open) return next.handle();
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const { principal, decision } = currentAccess();
    const seen = { action: rule.action, what: rule.what, principal, role: decision.role, reach: decision.reach };
    const wrote = !reading.has(request.method) && rule.action !== 'patient.search' && !rule.onlyReads;
    let logged = false;
    const add = async (body: unknown, within?: Transaction): Promise<void> => {
      const pathwayIds = [...new Set([...pathwayInPath(request), ...shownPathways(body), ...concernedPathways()])];
      if (wrote || rule.onlyReads || pathwayIds.length > 0) await this.log.add(request, { ...seen, outcome: wrote ? 'wrote' : 'read', pathwayIds }, within);
    };
    if (wrote) {
      logsWriteBy(async (transaction, body) => {
        await add(body, transaction);
        transaction.afterCommit(() => (logged = true));
      });
    }
    return next.handle().pipe(
      map((body: unknown) => withoutWhatIsNotTheirs(body, decision)),
      concatMap(async (body) => {
        if (!logged) await add(body);
        return body;
      }),
      catchError((error: unknown) => from(this.refused(request, seen, error)).pipe(concatMap(() => throwError(() => error)))),
    );
  }

  private async refused(request: ApiRequest, seen: Omit<Seen, 'outcome' | 'pathwayIds'>, error: unknown): Promise<void> {
    const problem = toProblem(error);
    if (!loggedRefusals.has(problem.kind)) return;
    await this.log.add(request, { ...seen, outcome: 'refused', pathwayIds: problem.parts.about ?? pathwayInPath(request), code: problem.parts.code ?? problem.kind });
  }
}
