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

/** 8446 as NHN publishes it [checked 2025-10]. */
const by8446: Readonly<Record<string, DelayCause>> = {
  '1': 'capacity',
  '21': 'did-not-attend',
  '22': 'patient-wish',
  '3': 'medical',
  '4': 'next-place-capacity',
  '5': 'declined-elsewhere',
  '6': 'declined-helfo',
};

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
export const causeOf8446 = (code: string | null): DelayCause => (code === null ? 'not-stated' : (by8446[code] ?? 'other-code'));

/** The code of 8446 for a cause; null where it has none. */
export const code8446Of = (cause: DelayCause): string | null => Object.keys(by8446).find((code) => by8446[code] === cause) ?? null;

export const partyOf = (cause: DelayCause): DelayParty => parties[cause];
