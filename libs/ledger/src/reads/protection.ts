import type { Demographics } from '../core/demographics.js';
import type { Access } from '../types/access.js';

/** What of a patient with a protected address is left out for somebody (WHO-1; Folkeregisteret's kode 7 and kode 6). */
export interface Withheld {
  /** Address and telephone. */
  readonly address: boolean;
  /** Also the names of those outside the hospital who follow the patient up, for they tell where she lives. */
  readonly whereabouts: boolean;
}

const nothing: Withheld = { address: false, whereabouts: false };

/** The engine, which sends letters, needs all of it; a person needs a grant of their own for it. */
export function withheld(access: Access | null, demographics: Demographics | null): Withheld {
  if (access === null || (access.kind === 'actor' && access.protectedAddresses === true)) return nothing;
  const protection = demographics?.protection;
  return { address: protection === 'fortrolig' || protection === 'strengtFortrolig', whereabouts: protection === 'strengtFortrolig' };
}
