import type { Identity } from '@forlop/access';
import type { ApiRequest } from '../http/request.js';

/** Finds out who asks, from a token or a session. The way in is configured by whoever starts the API. */
export interface Authentication {
  /** @throws ApiProblem `unauthenticated` when the request proves nobody, `unavailable` when it cannot be told now. */
  identify(request: ApiRequest): Promise<Identity>;
}
