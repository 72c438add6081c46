import type { Identity } from '@forlop/access';
import { challenge, IdentityError, type TokenVerifier } from '@forlop/identity';
import { ApiProblem } from '../http/api-problem.js';
import type { ApiRequest } from '../http/request.js';
import type { Authentication } from './authentication.js';

/** Believes access tokens that the provider has signed, and nothing else. */
export class TokenAuthentication implements Authentication {
  constructor(
    private readonly verifier: TokenVerifier,
    /** The address that clients use; a proof of possession names it. */
    private readonly publicUrl: string,
  ) {}

  async identify(request: ApiRequest): Promise<Identity> {
    try {
      return await this.verifier.verify({
        authorization: request.get('Authorization'),
        dpop: request.get('DPoP'),
        method: request.method,
        url: `${this.publicUrl}${request.originalUrl}`,
      });
    } catch (error) {
      throw error instanceof IdentityError ? problemOf(error) : error;
    }
  }
}

/** Says that nobody was let in, and never why: the reason is in the log. */
function problemOf(error: IdentityError): ApiProblem {
  if (error.status === 503) return new ApiProblem('unavailable', error.publicSentence, { code: 'login-unavailable', headers: { 'Retry-After': '5' } }, { cause: error });
  if (error.status === 403) return new ApiProblem('forbidden', error.publicSentence, { code: 'csrf' }, { cause: error });
  return new ApiProblem('unauthenticated', error.publicSentence, { headers: { 'WWW-Authenticate': challenge } }, { cause: error });
}
