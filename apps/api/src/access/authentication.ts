import type { Identity } from '@forlop/access';
import { authenticate, challenge, IdentityError, type TokenVerifier, type WebSession } from '@forlop/identity';
import type { Response } from 'express';
import { ApiProblem } from '../http/api-problem.js';
import type { ApiRequest } from '../http/request.js';

/** Finds out who asks. The way in is configured by whoever starts the API. */
export interface Authentication {
  /** Sessions of people in browsers; null: tokens only. */
  readonly session: WebSession | null;
  /** @throws ApiProblem `unauthenticated` when the request proves nobody, `unavailable` when it cannot be told now. */
  identify(request: ApiRequest, response: Response): Promise<Identity>;
}

/** Believes access tokens that the provider has signed, and sessions that were sealed here. */
export function authenticationBy(parts: { readonly verifier: TokenVerifier; readonly session: WebSession }): Authentication {
  return {
    session: parts.session,
    identify: async (request, response) => {
      try {
        return (await authenticate(request, response, parts)).identity;
      } catch (error) {
        throw error instanceof IdentityError ? problemOf(error) : error;
      }
    },
  };
}

/** Says that nobody was let in, and never why: the reason is in the log. */
function problemOf(error: IdentityError): ApiProblem {
  switch (error.status) {
    case 503:
      return new ApiProblem('unavailable', error.publicSentence, { code: 'login-unavailable', headers: { 'Retry-After': '5' } }, { cause: error });
    case 403:
      return new ApiProblem('forbidden', error.publicSentence, { code: 'csrf' }, { cause: error });
    case 401:
      return new ApiProblem('unauthenticated', error.publicSentence, { headers: { 'WWW-Authenticate': challenge } }, { cause: error });
  }
}
