import type { Authorise } from './registry-http.js';

/** An access token from HelseID; `proof` for a token that is bound to a key (DPoP, RFC 9449), made for this request. */
export interface AccessToken {
  readonly token: string;
  readonly proof?: string | undefined;
}

/** What a token is asked for. */
export interface TokenRequest {
  readonly method: 'GET' | 'POST';
  /** Without query. */
  readonly url: string;
  /** The nonce that the registry wants in the proof. */
  readonly nonce?: string | undefined;
  /** The token that the registry has just refused: another one is wanted. */
  readonly refused?: string | undefined;
}

/** Where tokens come from: whoever keeps the client's key. Throws `NotLetIn` when there is none to be had, and anything else when there is none now. */
export type AccessTokens = (request: TokenRequest) => Promise<AccessToken>;

/** Whoever gives tokens says no: it will say so until somebody puts the access right. The message is safe to log. */
export class NotLetIn extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotLetIn';
  }
}

/** As Persontjenesten (version 3) and Adresseregisteret ask: a token from HelseID, bound or not. */
export const byHelseId = (tokens: AccessTokens): Authorise => async ({ method, url, nonce, refused }) => {
  const { token, proof } = await tokens({ method, url, nonce, refused: refused?.['authorization']?.split(' ')[1] });
  return proof === undefined ? { authorization: `Bearer ${token}` } : { authorization: `DPoP ${token}`, dpop: proof };
};

/** As NHN's older web services ask: a service user's name and password. */
export const byPassword = (user: string, password: string): Authorise => {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  return async () => ({ authorization });
};

/** For a simulator, which asks for nothing. */
export const byNothing: Authorise = async () => ({});
