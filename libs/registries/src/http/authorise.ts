import type { Authorise, AuthorisedRequest } from './registry-http.js';

/** An access token from HelseID; `proof` for a token that is bound to a key (DPoP, RFC 9449), made for this request. */
export interface AccessToken {
  readonly token: string;
  readonly proof?: string | undefined;
}

/** Where tokens come from: whoever keeps the client's key. @param request what a proof must be made for. */
export type AccessTokens = (request: AuthorisedRequest) => Promise<AccessToken>;

/** As Persontjenesten (version 3) and Adresseregisteret ask: a token from HelseID, bound or not. */
export const byHelseId = (tokens: AccessTokens): Authorise => async (request) => {
  const { token, proof } = await tokens(request);
  return proof === undefined ? { authorization: `Bearer ${token}` } : { authorization: `DPoP ${token}`, dpop: proof };
};

/** As NHN's older web services ask: a service user's name and password. */
export const byPassword = (user: string, password: string): Authorise => {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  return async () => ({ authorization });
};

/** For a simulator, which asks for nothing. */
export const byNothing: Authorise = async () => ({});
