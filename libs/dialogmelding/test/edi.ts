import { buildDialognotat, EdiClient, type AccessTokens, type BuiltMessage, type Dialognotat, type EdiClientOptions } from '@forlop/dialogmelding';
import { message } from './messages.js';

/** The department that sends, and the doctor who receives, in the tests' message. */
export const OURS = '8200002';
export const DOCTOR = '8300011';

export const tokens: AccessTokens = { accessToken: async () => ({ token: 'demo', dpopProof: 'proof' }) };

export function clientOf(baseUrl: string, options: Partial<EdiClientOptions> = {}): EdiClient {
  return new EdiClient({ baseUrl, tokens, application: { name: 'Forlop', version: '0.1.0' }, ...options });
}

export function built(change: Partial<Dialognotat> = {}): BuiltMessage {
  return buildDialognotat({ ...message, ...change });
}
