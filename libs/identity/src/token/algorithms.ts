/**
 * Signatures that are believed: asymmetric ones only. With `none` anybody signs, and with HS* the provider's public key
 * would do as the secret.
 */
export const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** What the clocks of two machines may differ, in seconds («no more than a few seconds», HelseID, Validating Access Tokens). */
export const CLOCK_LEEWAY = 10;
