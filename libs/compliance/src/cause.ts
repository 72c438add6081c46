import { causeBy8446 } from './codes/official-codes.js';

/**
 * Why a planned day was put off: 8446 as an enum of our own, because one statistics office labels 3–6 and 21–22
 * otherwise (DOMAIN §3). Official codes exist at the edge alone.
 */
export const delayCauses = [
  'capacity',
  'did-not-attend',
  'patient-wish',
  'medical',
  'next-place-capacity',
  'declined-elsewhere',
  'declined-helfo',
  'other-code',
  'not-stated',
] as const;
export type DelayCause = (typeof delayCauses)[number];

/** Whose delay it was. `next-place`: capacity at the next place of treatment. */
export type DelayParty = 'hospital' | 'next-place' | 'patient' | 'medical' | 'not-stated';

const parties: Readonly<Record<DelayCause, DelayParty>> = {
  capacity: 'hospital',
  'did-not-attend': 'patient',
  'patient-wish': 'patient',
  medical: 'medical',
  'next-place-capacity': 'next-place',
  'declined-elsewhere': 'patient',
  'declined-helfo': 'patient',
  'other-code': 'not-stated',
  'not-stated': 'not-stated',
};

/** The cause that a code of 8446 stands for; a code that the code system does not have is `other-code`, none `not-stated`. */
export const causeOf8446 = (code: string | null): DelayCause => (code === null ? 'not-stated' : (causeBy8446[code] ?? 'other-code'));

/** The code of 8446 for a cause; null where it has none. */
export const code8446Of = (cause: DelayCause): string | null => Object.keys(causeBy8446).find((code) => causeBy8446[code] === cause) ?? null;

export const partyOf = (cause: DelayCause): DelayParty => parties[cause];
