import type { Identity } from '@forlop/access';
import { authenticate, challenge, IdentityError, type RequestFacts, type TokenVerifier, type WebSession } from '@forlop/identity';
import type { Response } from 'express';
import { ApiProblem } from '../http/api-problem.js';
import type { ApiRequest } from '../http/request.js';

/** Finds out who asks. The way in is configured by whoever starts the API. */
export interface Authentication {
  /** Sessions of people in browsers; null: tokens only. */
  readonly session: WebSession | null;
  /** @throws ApiProblem `unauthenticated` when the request proves nobody, `unavailable` when it cannot be told now. */
  identify(request: ApiRequest, response: Response, facts?: RequestFacts): Promise<Identity>;
}

/** Whose word is taken, and who is told when it is not. */
export interface Entrances {
  readonly verifier: TokenVerifier;
  readonly session: WebSession;
  /** Told why nobody was let in, for the log: the answer does not say. */
  readonly onRefused: (error: IdentityError) => void;
}

/** Believes access tokens that the provider has signed, and sessions that were sealed here. */
export function authenticationBy(entrances: Entrances): Authentication {
  return {
    session: entrances.session,
    identify: async (request, response, facts = {}) => {
      try {
        return (await authenticate(request, response, entrances, facts)).identity;
      } catch (error) {
        if (!(error instanceof IdentityError)) throw error;
        entrances.onRefused(error);
        throw problemOf(error);
      }
    },
  };
}

/** Says that nobody was let in, and never why. */
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
