/** Every kind of answer that is not a success: its HTTP status and its title in bokmål. */
export const problemKinds = {
  'invalid-input': { status: 400, title: 'Forespørselen har feil' },
  'unreadable-body': { status: 400, title: 'Innholdet kan ikke leses' },
  'idempotency-key': { status: 400, title: 'Idempotency-Key mangler eller kan ikke brukes' },
  unauthenticated: { status: 401, title: 'Du er ikke logget inn' },
  forbidden: { status: 403, title: 'Du har ikke tilgang' },
  'not-found': { status: 404, title: 'Finnes ikke' },
  'method-not-allowed': { status: 405, title: 'Metoden kan ikke brukes her' },
  refused: { status: 409, title: 'Kan ikke gjøres nå' },
  conflict: { status: 409, title: 'Andre har registrert noe i mellomtiden' },
  erased: { status: 410, title: 'Opplysningene er slettet' },
  'too-large': { status: 413, title: 'Innholdet er for stort' },
  'unsupported-media-type': { status: 415, title: 'Innholdstypen støttes ikke' },
  'key-reused': { status: 422, title: 'Nøkkelen er brukt til noe annet' },
  'too-many': { status: 429, title: 'For mange forsøk' },
  'too-many-requests': { status: 429, title: 'For mange forespørsler på kort tid' },
  'not-set-up': { status: 503, title: 'Tjenesten er ikke ferdig satt opp' },
  unavailable: { status: 503, title: 'Tjenesten svarer ikke akkurat nå' },
  overloaded: { status: 503, title: 'For mange samtidige forespørsler' },
  internal: { status: 500, title: 'Noe gikk galt hos oss' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type ProblemKind = keyof typeof problemKinds;

/** The `type` of a problem: a name, not an address to open. */
export const problemType = (kind: ProblemKind): string => `urn:forlop:problem:${kind}`;
