import * as oauth from 'oauth4webapi';
import { IdentityError } from './identity-error.js';

/** Tells a provider that is away from one that says no. Errors of oauth4webapi hold codes and tokens, so they end here. */
export async function asLogin<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof IdentityError) throw error;
    if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) throw new IdentityError('login-failed', `the provider said «${error.error}»`);
    if (error instanceof oauth.OperationProcessingError || error instanceof oauth.WWWAuthenticateChallengeError) throw new IdentityError('login-failed', `the provider's answer does not hold (${error.code})`);
    throw new IdentityError('unavailable', 'the provider could not be reached', { cause: error });
  }
}
