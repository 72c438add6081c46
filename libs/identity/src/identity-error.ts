/** Why nobody was let in, for the log. Machine codes; they say nothing about the person. */
export type IdentityErrorCode =
  | 'missing-token'
  | 'invalid-token'
  | 'wrong-algorithm'
  | 'wrong-type'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'expired'
  | 'not-yet-valid'
  | 'unknown-key'
  | 'bad-signature'
  | 'low-security-level'
  | 'invalid-claims'
  | 'not-bound'
  | 'bound-token-as-bearer'
  | 'missing-proof'
  | 'invalid-proof'
  | 'replayed-proof'
  | 'login-failed'
  | 'not-signed-in'
  | 'csrf'
  | 'too-many-proofs'
  | 'unavailable';

const statuses: Partial<Readonly<Record<IdentityErrorCode, 403 | 503>>> = { csrf: 403, 'too-many-proofs': 503, unavailable: 503 };

/** One sentence per status: whoever tries keys on the door learns nothing from the answer. */
const sentences = {
  401: 'Du er ikke logget inn, eller innloggingen gjelder ikke her.',
  403: 'Siden må lastes på nytt før dette kan gjøres.',
  503: 'Innloggingstjenesten svarer ikke akkurat nå. Prøv igjen om litt.',
} as const;

/**
 * Nobody could be identified. `code` and `message` are for the log and hold neither tokens nor personal data;
 * `publicSentence` is all that whoever asked may see.
 */
export class IdentityError extends Error {
  readonly status: 401 | 403 | 503;
  readonly publicSentence: string;

  constructor(
    readonly code: IdentityErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = 'IdentityError';
    this.status = statuses[code] ?? 401;
    this.publicSentence = sentences[this.status];
  }
}
