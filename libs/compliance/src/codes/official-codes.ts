import type { DelayCause } from '../cause.js';

/** Code systems of NHN that a hospital reports by (DOMAIN §3, checked 2025-10): read from an extract, and written to NPR-shaped rows, by this table alone. */
export const codeSystems = ['8445', '8446', '8432', '9148'] as const;
export type CodeSystem = (typeof codeSystems)[number];

/** The codes of each system, and what they mean. */
export const officialCodes: Readonly<Record<CodeSystem, Readonly<Record<string, string>>>> = {
  // Ventetid sluttkode.
  8445: {
    1: 'helsehjelpen er begynt', 2: 'pasienten ønsker ikke helsehjelp', 3: 'henvist til annet sykehus', 4: 'pasienten valgte annet sykehus',
    5: 'helsehjelp ved annet sykehus rekvirert av Helfo', 7: 'henvist til avtalespesialist', 9: 'annen årsak',
  },
  // Utsettelseskode.
  8446: {
    1: 'kapasitet', 21: 'pasienten møtte ikke', 22: 'pasientens eget ønske', 3: 'medisinske årsaker hos pasienten', 4: 'kapasitet ved neste behandlingssted',
    5: 'takket nei til foretakets tilbud et annet sted', 6: 'takket nei til Helfos tilbud',
  },
  // Kontakttype.
  8432: { 1: 'utredning', 2: 'behandling', 3: 'kontroll', 5: 'indirekte', 6: 'video', 7: 'telefon', 12: 'pasientadministrert', 13: 'opplæring', 14: 'screening' },
  // Svar på henvisning.
  9148: { 1: 'innkalt', 2: 'rett til helsehjelp, time følger', 3: 'videresendt', 4: 'avslag', 11: 'råd til henviser' },
};

/** Why a planned day was put off, as our own words have it, by its code of 8446. */
export const causeBy8446: Readonly<Record<string, DelayCause>> = {
  1: 'capacity', 21: 'did-not-attend', 22: 'patient-wish', 3: 'medical', 4: 'next-place-capacity', 5: 'declined-elsewhere', 6: 'declined-helfo',
};

/** What an answer to a referral (9148) says of how it was assessed: an outcome of `vurdert`. */
export const outcomeOfAnswer: Readonly<Record<string, string>> = { 1: 'rett', 2: 'rett', 3: 'videresendt', 4: 'avslag', 11: 'rad' };

/**
 * An official code as the pathway's field has it: itself where the field has it, and an answer (9148) as the outcome of the
 * assessment. Leading zeros and a text after the code («1 - kapasitet») do not count. Null for a code that the system does not have.
 */
export function fromOfficial(system: CodeSystem, cell: string, allowed: Readonly<Record<string, unknown>>): string | null {
  const code = /^0*(\d{1,2})(?!\d)/.exec(cell)?.[1];
  if (code === undefined || !Object.hasOwn(officialCodes[system], code)) return null;
  if (Object.hasOwn(allowed, code)) return code;
  return system === '9148' ? outcomeOfAnswer[code]! : code;
}

/** A code as the pathway's field has it, if the system has it; null otherwise. */
export const toOfficial = (system: CodeSystem, value: string): string | null => (Object.hasOwn(officialCodes[system], value) ? value : null);

/** The answers (9148) that an outcome of the assessment may be: one, or several that the outcome alone does not tell apart. */
export const answersOfOutcome = (outcome: string): readonly string[] => Object.keys(outcomeOfAnswer).filter((code) => outcomeOfAnswer[code] === outcome);
