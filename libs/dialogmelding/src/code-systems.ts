/** A code of a national code system (Volven). */
export interface Code {
  readonly code: string;
  /** The code system's OID; null where the sender left it out. */
  readonly system: string | null;
  /** The code's meaning as the sender wrote it. */
  readonly name: string | null;
}

const VOLVEN = '2.16.578.1.12.4.1.1';

/** Code systems that are used in hodemelding, dialogmelding and AppRec. */
export const codeSystems = {
  /** ID-type for personer. */
  personId: `${VOLVEN}.8116`,
  /** ID-typer for organisatoriske enheter. */
  organisationId: `${VOLVEN}.9051`,
  /** Feilmeldinger for applikasjonskvittering. */
  appRecError: `${VOLVEN}.8221`,
  /** Status for mottak av melding. */
  appRecStatus: `${VOLVEN}.8258`,
  /** Meldingens funksjon. */
  messageType: `${VOLVEN}.8279`,
  /** Tema for notat. */
  noteTheme: `${VOLVEN}.7321`,
} as const;

/** Kinds of dialogmelding (8279) that are known here; a GP's system may send others. */
export const dialogTypes = {
  DIALOG_NOTAT: 'Notat',
  DIALOG_FORESPORSEL: 'Forespørsel',
  DIALOG_SVAR: 'Svar på forespørsel',
  DIALOG_HELSEFAGLIG: 'Helsefaglig dialog',
} as const;

export type DialogType = keyof typeof dialogTypes;

/** What a note is about where nobody says otherwise: information about a patient to which no answer must come. */
export const NOTE_ABOUT_PATIENT: Code = { code: '1', system: codeSystems.noteTheme, name: 'Notat om pasient' };

/** Why a receiver's system refuses a message (8221); names as the code system has them. */
export const appRecErrors: Readonly<Record<string, string>> = {
  E10: 'Ugyldig meldingsidentifikator',
  E20: 'Lege finnes ikke',
  E21: 'Mottaker finnes ikke',
  E30: 'Pasientens fødselsnummer mangler',
  E31: 'Pasientens fødselsnummer er feil',
  E32: 'Pasientens navn mangler',
  E35: 'Pasienten finnes ikke i mottakersystemet',
  E36: 'Pasientopplysninger er utilstrekkelige',
  E53: 'Pasientens fødselsnummer eller D-nummer finnes ikke registrert i Folkeregisteret',
  E54: 'Pasientens fødselsnummer er ikke registrert i mottakersystemet',
  S01: 'Feil på signatur',
  S02: 'Ugyldig sertifikat',
  S03: 'Tilbaketrukket sertifikat',
  T01: 'Ikke XML, ikke velformet eller uleselig',
  T02: 'XML validerer ikke',
  T10: 'Støtter ikke meldingsformatet',
  T99: 'Annen feil på format',
  X99: 'Annen feil',
};
