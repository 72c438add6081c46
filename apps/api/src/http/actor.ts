import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@forlop/ledger';
import { FHIR } from '../tokens.js';
import { ApiProblem } from './api-problem.js';
import type { ApiRequest } from './request.js';

/** Who asks. The one place that knows: log-in will answer it from a token instead. */
@Injectable()
export abstract class ActorProvider {
  /** @throws ApiProblem when the request does not tell. */
  abstract actorOf(request: ApiRequest): Actor;
}

const actorPattern = /^[A-Za-z0-9._@-]{1,64}$/;

/** In development the header `X-Forlop-Actor` says who asks. It proves nothing, so it is never used anywhere else. */
@Injectable()
export class DevelopmentActors extends ActorProvider {
  actorOf(request: ApiRequest): Actor {
    const id = request.get('X-Forlop-Actor') ?? 'utvikler';
    if (!actorPattern.test(id)) {
      throw new ApiProblem('invalid-input', 'X-Forlop-Actor kan ha høyst 64 tegn: bokstaver (a–z), tall, punktum, _, @ og bindestrek.', { code: 'bad-actor' });
    }
    return { kind: request.path.startsWith(`/${FHIR}`) ? 'integration' : 'person', id };
  }
}

/** Finds out who asks before any controller is reached. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(private readonly actors: ActorProvider) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    request.actor = this.actors.actorOf(request);
    return true;
  }
}

/** Who asks. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<ApiRequest>().actor);
